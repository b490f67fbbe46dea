import { definitionGiven } from '../../achievements/definitions'
import { path } from '../../paths'
import { getPerson } from '../../people/actions'
import type { AppContext } from '../../web/app-env'
import { Button, ButtonGroup, InsetText, Textarea } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getAward, reinstateAward, revokeAward, suspendAward } from '../actions'
import { awardText } from '../page-text'
import { decideStatusChange, type StatusChange } from '../rules/decide-status-change'
import { statusText } from './status-text'

const LONGEST_REASON = 500

const changes = {
  revoke: { make: revokeAward, page: 'serviceAwardRevoke' },
  suspend: { make: suspendAward, page: 'serviceAwardSuspend' },
  reinstate: { make: reinstateAward, page: 'serviceAwardReinstate' },
} as const satisfies Record<StatusChange, object>

/** Asks why the status of a badge is to change and says what that does. */
export const renderStatusChange = (change: StatusChange) => async (c: AppContext) =>
  renderForm(c, await requirePermission(c, 'badges:revoke'), change, { reason: '', problem: undefined })

/** Changes the status of a badge, or asks again where the reason is missing. */
export const postStatusChange = (change: StatusChange) => async (c: AppContext) => {
  const permitted = await requirePermission(c, 'badges:revoke')
  const { organisation, actor } = permitted
  const reason = String((await c.req.parseBody())['reason'] ?? '').trim()
  const problem = reason === '' ? 'missing' : reason.length > LONGEST_REASON ? 'long' : undefined
  if (problem !== undefined) return renderForm(c, permitted, change, { reason, problem })
  const awardId = c.req.param('awardId') ?? ''
  await changes[change].make(c.var.deps, organisation.id, awardId, { reason, actor })
  return c.redirect(path('serviceAward', { slug: organisation.slug, awardId }), 303)
}

type Typed = { readonly reason: string; readonly problem: 'missing' | 'long' | undefined }

const renderForm = async (
  c: AppContext,
  { organisation }: Permitted,
  change: StatusChange,
  { reason, problem }: Typed,
) => {
  const { deps, language } = c.var
  const t = statusText[language][change]
  const award = await getAward(deps, organisation.id, c.req.param('awardId') ?? '')
  const here = path('serviceAward', { slug: organisation.slug, awardId: award.id })
  const decided = decideStatusChange(
    { status: award.status === 'ended' ? 'valid' : award.status, purpose: award.statusPurpose },
    change,
  )
  if (!decided.ok || decided.value === 'unchanged') return c.redirect(here, 303)
  const person = await getPerson(deps, organisation.id, award.personId)
  const badge = (await definitionGiven(deps, organisation.id, award)).name[language]
  const { reasonLong, cancel } = statusText[language]
  const error = problem && { missing: t.missing, long: reasonLong }[problem]
  return renderPage(
    c,
    {
      title: t.title(person.preferredName),
      organisation,
      current: 'badges',
      back: { href: here },
      errors: error === undefined ? [] : [{ field: 'reason', message: error }],
    },
    <>
      <h1 class="govuk-heading-l">{t.title(person.preferredName)}</h1>
      <InsetText>{`${badge}. ${awardText[language].issuedOn} ${formatDate(award.issuedAt, language)}.`}</InsetText>
      <h2 class="govuk-heading-m">{t.what}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {t.effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <form
        method="post"
        action={path(changes[change].page, { slug: organisation.slug, awardId: award.id })}
        novalidate
      >
        <Textarea
          id="reason"
          label={t.label}
          hint={t.hint}
          rows={3}
          value={reason}
          language={language}
          {...(error === undefined ? {} : { error })}
        />
        <ButtonGroup>
          <Button warning={change === 'revoke'}>{t.button}</Button>
          <a class="govuk-link" href={here}>
            {cancel}
          </a>
        </ButtonGroup>
      </form>
    </>,
  )
}
