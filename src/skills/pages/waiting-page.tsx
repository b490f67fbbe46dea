import { permits } from '../../organisations/rules/permits'
import { path, paths } from '../../paths'
import type { FieldProblem } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { App, AppContext } from '../../web/app-env'
import {
  Button,
  Cell,
  NotificationBanner,
  Pagination,
  RowCheckbox,
  Table,
  Textarea,
} from '../../web/components'
import { formatCount, formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { confirmClaims, waitingClaims } from '../actions'
import { skillText } from '../page-text'
import { roleName } from './claim-parts'
import { errorOf, tryForm } from './form-errors'

const PAGE_SIZE = 50

type Typed = {
  readonly chosen: ReadonlySet<string>
  readonly words: string
  readonly errors: readonly FieldProblem[]
}

const renderWaiting = async (c: AppContext, { organisation, membership }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = skillText[language]
  const { id, slug } = organisation
  const after = c.req.query('after')
  const { claims, next, total } = await waitingClaims(deps, id, {
    limit: PAGE_SIZE,
    ...(after === undefined ? {} : { after }),
  })
  const roles = await listRoles(deps, id)
  const acts = permits(membership.role, 'skills:confirm')
  const errors = typed?.errors ?? []
  const here = path('serviceSkills', { slug })
  const head = [...(acts ? [''] : []), t.name, t.skill, t.context, t.role, t.since].map((text) => ({ text }))
  return renderPage(
    c,
    { title: t.waitingTitle, organisation, current: 'skills', wide: true, errors },
    <>
      <Outcome c={c} />
      <h1 class="govuk-heading-l">{t.waitingTitle}</h1>
      <p class="govuk-body">{claims.length === 0 ? t.waitingNone : t.waitingIntro}</p>
      {claims.length === 0 ? null : (
        <form method="post" action={here} novalidate>
          <Table caption={t.waitingCount(formatCount(total, language))} head={head}>
            {claims.map((claim) => (
              <tr class="govuk-table__row">
                {acts ? (
                  <Cell>
                    <RowCheckbox
                      name="claim"
                      value={`${claim.id} ${claim.sequence}`}
                      label={t.choose(`${claim.personName}: ${claim.title}`)}
                      checked={typed?.chosen.has(`${claim.id} ${claim.sequence}`) ?? false}
                    />
                  </Cell>
                ) : null}
                <Cell header>
                  <bdi>{claim.personName}</bdi>
                </Cell>
                <Cell>
                  <a class="govuk-link" href={path('serviceSkill', { slug, claimId: claim.id })}>
                    <bdi>{claim.title}</bdi>
                  </a>
                </Cell>
                <Cell>
                  <span dir="auto">{claim.context}</span>
                </Cell>
                <Cell>{claim.roleId === null ? '' : roleName(roles, claim.roleId, language)}</Cell>
                <Cell>{formatDate(claim.changedAt, language)}</Cell>
              </tr>
            ))}
          </Table>
          {acts ? (
            <>
              <Textarea
                id="words"
                label={t.bulkWords}
                hint={t.bulkHint}
                rows={2}
                value={typed?.words ?? ''}
                language={language}
                {...errorOf(errors, 'words')}
              />
              <Button>{t.confirmChosen}</Button>
            </>
          ) : null}
        </form>
      )}
      <Pagination language={language} {...(next === undefined ? {} : { next: `${here}?after=${next}` })} />
    </>,
  )
}

const figure = /^\d{1,5}$/

/** What came of the last press. */
const Outcome = ({ c }: { readonly c: AppContext }) => {
  const { language } = c.var
  const t = skillText[language]
  const count = (name: string) => {
    const text = c.req.query(name) ?? ''
    return figure.test(text) ? Number(text) : undefined
  }
  const [confirmed, own, changed] = [count('confirmed'), count('own'), count('changed')]
  if (confirmed === undefined) return null
  const words = [
    t.confirmedCount(formatCount(confirmed, language)),
    own ? t.ownCount(formatCount(own, language)) : '',
    changed ? t.changedCount(formatCount(changed, language)) : '',
  ]
  return (
    <NotificationBanner success={confirmed > 0} language={language}>
      <p class="govuk-notification-banner__heading">{words.filter((one) => one !== '').join(' ')}</p>
    </NotificationBanner>
  )
}

const postWaiting = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'skills:confirm')
  const { deps, language } = c.var
  const form = await c.req.parseBody({ all: true })
  const chosen = [form['claim'] ?? []].flat().map(String)
  const words = String(form['words'] ?? '')
  const { organisation, actor } = permitted
  if (chosen.length === 0) {
    const errors = [{ field: 'words', message: skillText[language].chooseSome }]
    return renderWaiting(c, permitted, { chosen: new Set(), words, errors })
  }
  const claims = chosen.slice(0, PAGE_SIZE).map((value) => {
    const [claimId = '', sequence = ''] = value.split(' ')
    return { claimId, sequence: Number(sequence) }
  })
  let done = { confirmed: 0, own: 0, changed: 0 }
  const errors = await tryForm(language, async () => {
    done = await confirmClaims(deps, organisation.id, claims, words, actor)
  })
  if (errors !== undefined) return renderWaiting(c, permitted, { chosen: new Set(chosen), words, errors })
  const query = new URLSearchParams(Object.entries(done).map(([name, count]) => [name, String(count)]))
  return c.redirect(`${path('serviceSkills', { slug: organisation.slug })}?${query}`, 303)
}

/** Skills that wait for somebody who has seen them, many at once. */
export const waitingPages = (app: App): void => {
  app.get(paths.serviceSkills, async (c) => renderWaiting(c, await requirePermission(c, 'skills:read')))
  app.post(paths.serviceSkills, postWaiting)
}
