import { z } from 'zod'
import { path } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { Button, InsetText, Select, TextInput } from '../../web/components'
import { formatDate } from '../../web/format'
import { renderPage } from '../../web/layout'
import { inviteAssessor, takeOffAssessor } from '../invitations/actions'
import { outputText } from '../rules/output-text'
import { errorOf, readForm } from './form-parts'
import { dofePageText } from './page-text'
import { openProgramme } from './programme-page'

const render = async (
  c: AppContext,
  typed: Readonly<Record<string, string>>,
  errors: readonly FieldProblem[] = [],
) => {
  const { organisation, view, here } = await openProgramme(c)
  const { language } = c.var
  const [t, o] = [dofePageText[language], outputText[language]]
  const { invitation } = view
  const title = invitation === undefined ? t.invite : t.inviteAnother
  return renderPage(
    c,
    { title, organisation, current: 'dofe', errors, back: { href: here, text: view.personName } },
    <>
      <h1 class="govuk-heading-l">
        {title}
        <span class="govuk-caption-l">{view.personName}</span>
      </h1>
      {invitation === undefined ? null : (
        <InsetText>
          <p class="govuk-body">
            {invitation.declaration === null
              ? t.assessorInvited(invitation.email, formatDate(invitation.createdAt, language))
              : `${invitation.declaration.name}, ${invitation.declaration.role}: ${o.relationships[invitation.declaration.relationship]}`}
          </p>
          <form method="post">
            <Button secondary name="do" value="take-off">
              {t.takeOff}
            </Button>
          </form>
        </InsetText>
      )}
      <p class="govuk-body">{t.inviteHelp}</p>
      {invitation === undefined ? null : <p class="govuk-body">{t.inviteReplaces}</p>}
      <form method="post" novalidate>
        <TextInput
          id="email"
          type="email"
          label={t.email}
          value={typed['email'] ?? ''}
          autocomplete="off"
          spellcheck={false}
          language={language}
          {...errorOf(errors, 'email')}
        />
        <Select
          id="language"
          label={t.language}
          language={language}
          items={(['en', 'cy'] as const).map((value) => ({
            ...{ value, text: t.languages[value], selected: (typed['language'] ?? language) === value },
          }))}
        />
        <Button>{t.invite}</Button>
      </form>
    </>,
  )
}

export const renderAssessor = (c: AppContext) => render(c, {})

export const saveAssessor = async (c: AppContext) => {
  const { organisation, actor, parts } = await openProgramme(c)
  const { deps, language } = c.var
  const t = dofePageText[language].errors
  const typed = await readForm(c)
  const { programmeId } = parts
  if (typed['do'] === 'take-off') {
    await takeOffAssessor(deps, organisation.id, programmeId, actor)
    return c.redirect(c.req.path, 303)
  }
  const email = (typed['email'] ?? '').trim().toLowerCase()
  if (!z.email().safeParse(email).success) return render(c, typed, [{ field: 'email', message: t.email }])
  try {
    const to = { email, language: typed['language'] === 'cy' ? ('cy' as const) : ('en' as const) }
    await inviteAssessor(deps, organisation, programmeId, to, actor)
  } catch (error) {
    const code = error instanceof ProblemError ? error.code : undefined
    if (code === 'invalid-input') return render(c, typed, [{ field: 'email', message: t.ownAddress }])
    if (code === 'conflict') return render(c, typed, [{ field: 'email', message: t.hold }])
    throw error
  }
  return c.redirect(path('serviceDofeProgramme', parts), 303)
}
