import { paths } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { requirePermission } from '../../web/guard'
import { approveSessions, disputeSessions, undoApproval } from '../actions'
import { renderHours } from './approval-list'
import { hoursHref, readFilter, readOutcome } from './approval-query'
import { approvalText } from './approval-text'
import { showDisputed } from './disputed-list'

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
  const t = approvalText[c.var.language]
  const problems: FieldProblem[] = []
  if (sent.chosen.length === 0) problems.push({ field: 'session', message: t.noneChosen })
  const badReason = sent.reason === '' || sent.reason.length > longestReason
  if (sent.disputes && badReason) problems.push({ field: 'reason', message: t.disputeMissing })
  return problems
}

const changeHours = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'hours:approve')
  const { organisation, actor, reach } = permitted
  const { deps } = c.var
  const form = await c.req.parseBody({ all: true })
  const filter = readFilter(form)
  const back = (figures: Readonly<Record<string, number | string>>, place = {}) =>
    c.redirect(hoursHref(organisation.slug, { ...filter, until: undefined }, { ...place, ...figures }), 303)
  if (form['do'] === 'approve-all' || form['do'] === 'approve-rest') {
    const all = form['do'] === 'approve-rest' ? { ...filter, part: 'rest' as const } : filter
    const figures = toFigures(await approveSessions(deps, organisation.id, { all }, actor, reach))
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
    return back(await disputeSessions(deps, organisation.id, chosen, { reason, actor, reach }), after)
  }
  const choice = { sessionIds: chosen }
  return back(toFigures(await approveSessions(deps, organisation.id, choice, actor, reach)), after)
}

/** Nothing but numbers and the key of the approval goes into an address. */
const toFigures = ({
  approved,
  minutes,
  own,
  elsewhere,
  held,
  batchId,
}: Awaited<ReturnType<typeof approveSessions>>) => ({
  ...{ approved, minutes },
  ...(own === 0 ? {} : { own }),
  ...(elsewhere === 0 ? {} : { elsewhere }),
  ...(held.length === 0 ? {} : { held: held.reduce((sum, { sessions }) => sum + sessions, 0) }),
  ...(approved === 0 ? {} : { batch: batchId }),
})

const undoHours = async (c: AppContext) => {
  const { organisation, actor, reach } = await requirePermission(c, 'hours:approve')
  const batch = String((await c.req.parseBody())['batch'] ?? '')
  const { withdrawn } = await undoApproval(c.var.deps, organisation.id, batch, actor, reach)
  return c.redirect(hoursHref(organisation.slug, {}, { withdrawn }), 303)
}

/** The hours that wait: filter, approve, dispute. */
export const approvalPages = (app: App): void => {
  app.get(paths.serviceHours, showHours)
  app.post(paths.serviceHoursApprove, changeHours)
  app.post(paths.serviceHoursUndo, undoHours)
  app.get(paths.serviceHoursDisputed, showDisputed)
}
