import { getBadgeDefinition } from '../../achievements/actions'
import { path } from '../../paths'
import { getPerson } from '../../people/actions'
import type { AppContext } from '../../web/app-env'
import { Button, ButtonGroup, InsetText, Textarea } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getAward, revokeAward } from '../actions'
import { awardText } from '../page-text'

const LONGEST_REASON = 500

/** Asks why a badge is revoked and says what that does. */
export const renderRevoke = async (c: AppContext) =>
  renderForm(c, await requirePermission(c, 'badges:revoke'), { reason: '', problem: undefined })

/** Revokes a badge, or asks again where the reason is missing. */
export const postRevoke = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'badges:revoke')
  const { organisation, actor } = permitted
  const reason = String((await c.req.parseBody())['reason'] ?? '').trim()
  const problem = reason === '' ? 'reasonMissing' : reason.length > LONGEST_REASON ? 'reasonLong' : undefined
  if (problem !== undefined) return renderForm(c, permitted, { reason, problem })
  const awardId = c.req.param('awardId') ?? ''
  await revokeAward(c.var.deps, organisation.id, awardId, { reason, actor })
  return c.redirect(path('serviceAward', { slug: organisation.slug, awardId }), 303)
}

type Typed = { readonly reason: string; readonly problem: 'reasonMissing' | 'reasonLong' | undefined }

const renderForm = async (c: AppContext, { organisation }: Permitted, { reason, problem }: Typed) => {
  const { deps, language } = c.var
  const t = awardText[language]
  const award = await getAward(deps, organisation.id, c.req.param('awardId') ?? '')
  const here = path('serviceAward', { slug: organisation.slug, awardId: award.id })
  if (award.status === 'revoked') return c.redirect(here, 303)
  const person = await getPerson(deps, organisation.id, award.personId)
  const badge = getBadgeDefinition(award.definitionCode).name[language]
  const error = problem === undefined ? undefined : t[problem]
  return renderPage(
    c,
    {
      title: t.revokeTitle(person.preferredName),
      organisation,
      current: 'badges',
      back: { href: here },
      errors: error === undefined ? [] : [{ field: 'reason', message: error }],
    },
    <>
      <h1 class="govuk-heading-l">{t.revokeTitle(person.preferredName)}</h1>
      <InsetText>{`${badge}. ${t.issuedOn} ${formatDate(award.issuedAt, language)}.`}</InsetText>
      <h2 class="govuk-heading-m">{t.revokeWhat}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {t.revokeEffects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <form
        method="post"
        action={path('serviceAwardRevoke', { slug: organisation.slug, awardId: award.id })}
        novalidate
      >
        <Textarea
          id="reason"
          label={t.reasonLabel}
          hint={t.reasonHint}
          rows={3}
          value={reason}
          language={language}
          {...(error === undefined ? {} : { error })}
        />
        <ButtonGroup>
          <Button warning>{t.revoke}</Button>
          <a class="govuk-link" href={here}>
            {t.cancel}
          </a>
        </ButtonGroup>
      </form>
    </>,
  )
}
