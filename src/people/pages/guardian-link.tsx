import { firstNameOf } from '../../awards/rules/first-name-of'
import { getOrganisation } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path, paths } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { Button, Radios, TextInput } from '../../web/components'
import { renderPage } from '../../web/layout'
import { guardianText } from '../guardian-text'
import { answerInvitation, findInvitation } from '../guardians/actions'
import { guardianPurposes, type Invitation } from '../guardians/model'

type Typed = {
  readonly answers: Readonly<Record<string, string>>
  readonly name: string
  readonly email: string
  readonly errors: readonly FieldProblem[]
}

const getInvitation = async (
  c: AppContext,
): Promise<{ invitation: Invitation; organisation: Organisation }> => {
  const invitation = await findInvitation(c.var.deps, c.req.param('token') ?? '')
  if (invitation === undefined) throw new ProblemError('not-found')
  return { invitation, organisation: await getOrganisation(c.var.deps, invitation.organisationId) }
}

const renderQuestions = async (c: AppContext, typed?: Typed) => {
  const { invitation, organisation } = await getInvitation(c)
  const { language } = c.var
  const t = guardianText[language]
  if (invitation.state !== 'open') return renderGone(c, organisation, invitation)
  const child = firstNameOf(invitation.personName)
  const errors = typed?.errors ?? []
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)?.message
    return error === undefined ? {} : { error }
  }
  return renderPage(
    c,
    { title: t.title(child), organisation, noIndex: true, errors },
    <>
      <h1 class="govuk-heading-xl">{t.title(child)}</h1>
      <p class="govuk-body-l">{t.intro(nameOf(organisation, language), child)}</p>
      <form method="post" novalidate>
        {guardianPurposes.map((purpose) => (
          <Radios
            name={purpose}
            legend={t.questions[purpose](child)}
            hint={t.hints[purpose]}
            language={language}
            items={(['yes', 'no'] as const).map((value) => ({
              value,
              text: t[value],
              checked: typed?.answers[purpose] === value,
            }))}
            {...errorOf(purpose)}
          />
        ))}
        <TextInput
          id="name"
          label={t.name}
          autocomplete="name"
          spellcheck={false}
          value={typed?.name ?? invitation.guardianName}
          language={language}
          {...errorOf('name')}
        />
        {invitation.guardianEmail === null ? (
          <TextInput
            id="email"
            type="email"
            label={t.email}
            hint={t.emailHint}
            autocomplete="email"
            spellcheck={false}
            value={typed?.email ?? ''}
            language={language}
            {...errorOf('email')}
          />
        ) : null}
        <Button>{t.send}</Button>
        <p class="govuk-body">{t.changeLater}</p>
      </form>
    </>,
  )
}

const renderGone = (c: AppContext, organisation: Organisation, { state }: Invitation) => {
  const t = guardianText[c.var.language]
  return renderPage(
    c,
    { title: t.gone, organisation, status: 410, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.gone}</h1>
      <p class="govuk-body">{state === 'used' ? t.goneUsed : t.goneOver}</p>
      <SignIn text={t.signIn} />
    </>,
  )
}

const SignIn = ({ text }: { readonly text: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={path('signIn')}>
      {text}
    </a>
  </p>
)

const renderThanks = async (c: AppContext, confirmed: boolean) => {
  const { invitation, organisation } = await getInvitation(c)
  const t = guardianText[c.var.language]
  const child = firstNameOf(invitation.personName)
  const title = confirmed ? t.thanksYes : t.thanksNo
  return renderPage(
    c,
    { title, organisation, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{confirmed ? t.doneHelpYes(child) : t.doneHelpNo(child)}</p>
      {confirmed ? <SignIn text={t.signIn} /> : null}
    </>,
  )
}

const postAnswer = async (c: AppContext) => {
  const t = guardianText[c.var.language]
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const answers = Object.fromEntries(guardianPurposes.map((purpose) => [purpose, text(purpose)]))
  // With a no to the first question nothing more is asked.
  const needed = answers['role'] === 'no' ? (['role'] as const) : guardianPurposes
  const errors = needed
    .filter((purpose) => !['yes', 'no'].includes(answers[purpose] ?? ''))
    .map((purpose) => ({ field: purpose as string, message: t.answerMissing[purpose] }))
  const typed = { answers, name: text('name'), email: text('email') }
  if (errors.length > 0) return renderQuestions(c, { ...typed, errors })
  const yes = (purpose: (typeof guardianPurposes)[number]) => answers[purpose] === 'yes'
  const outcome = await answerInvitation(c.var.deps, c.req.param('token') ?? '', {
    answers: { role: yes('role'), photo: yes('photo'), sharing: yes('sharing') },
    name: typed.name,
    email: typed.email,
  })
  if (!outcome.ok) {
    const faults = Object.entries(outcome.reason)
    const problems = faults.map(([field, fault]) => ({ field, message: t.faults[fault] }))
    return renderQuestions(c, { ...typed, errors: problems })
  }
  const done = outcome.value.confirmed ? 'yes' : 'no'
  return c.redirect(`${path('guardianLink', { token: c.req.param('token') ?? '' })}?done=${done}`, 303)
}

/** Where the link of a guardian leads: questions that are answered once, without an account. */
export const guardianLinkPage = (app: App): void => {
  app.get(paths.guardianLink, (c) => {
    const done = c.req.query('done')
    return done === 'yes' || done === 'no' ? showThanks(c, done) : renderQuestions(c)
  })
  app.post(paths.guardianLink, postAnswer)
}

/** Thanks only who has answered. */
const showThanks = async (c: AppContext, done: 'yes' | 'no') => {
  const { invitation } = await getInvitation(c)
  return invitation.state === 'used' ? renderThanks(c, done === 'yes') : renderQuestions(c)
}
