import { paths } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { requirePermission } from '../../web/guard'
import { approveSessions, disputeSessions } from '../actions'
import { renderHours } from './approval-list'
import { hoursHref, readFilter, readOutcome } from './approval-query'
import { hoursPageText } from './page-text'

const longestReason = 500

const showHours = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'hours:read')
  const query = c.req.query()
  const { after } = query
  return renderHours(c, permitted, {
    filter: readFilter(query),
    outcome: readOutcome(query),
    ...(after === undefined ? {} : { after }),
  })
}

/** What stands against a dispute or an approval of chosen sessions. */
const problemsOf = (
  c: AppContext,
  sent: { disputes: boolean; chosen: readonly string[]; reason: string },
) => {
  const t = hoursPageText[c.var.language]
  const problems: FieldProblem[] = []
  if (sent.chosen.length === 0) problems.push({ field: 'session', message: t.noneChosen })
  const badReason = sent.reason === '' || sent.reason.length > longestReason
  if (sent.disputes && badReason) problems.push({ field: 'reason', message: t.disputeMissing })
  return problems
}

const changeHours = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'hours:approve')
  const { organisation, actor } = permitted
  const { deps } = c.var
  const form = await c.req.parseBody({ all: true })
  const filter = readFilter(form)
  const back = (figures: Readonly<Record<string, number>>, place = {}) =>
    c.redirect(hoursHref(organisation.slug, filter, { ...place, ...figures }), 303)
  if (form['do'] === 'approve-all') {
    const figures = toFigures(await approveSessions(deps, organisation.id, { all: filter }, actor))
    return c.redirect(hoursHref(organisation.slug, {}, figures), 303)
  }
  const chosen = [form['session'] ?? []].flat().map(String)
  const reason = String(form['reason'] ?? '').trim()
  const after = typeof form['after'] === 'string' ? { after: form['after'] } : {}
  const disputes = form['do'] === 'dispute'
  const errors = problemsOf(c, { disputes, chosen, reason })
  if (errors.length > 0) {
    return renderHours(c, permitted, {
      filter,
      ...after,
      refused: { errors, chosen: new Set(chosen), reason },
    })
  }
  if (disputes) {
    return back(await disputeSessions(deps, organisation.id, chosen, { reason, actor }), after)
  }
  return back(toFigures(await approveSessions(deps, organisation.id, { sessionIds: chosen }, actor)), after)
}

/** Nothing but numbers goes into an address. */
const toFigures = ({ approved, minutes, own }: Awaited<ReturnType<typeof approveSessions>>) => ({
  approved,
  minutes,
  ...(own === 0 ? {} : { own }),
})

/** The hours that wait: filter, approve, dispute. */
export const approvalPages = (app: App): void => {
  app.get(paths.serviceHours, showHours)
  app.post(paths.serviceHoursApprove, changeHours)
}
