import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { listReports } from './reports/store'
import { loadProgrammes } from './view'

/** Youth award reports that somebody has to look at: signed by the assessor, or behind the hours (DF-17). */
export type ReportTasks = { readonly waiting: number; readonly stale: number }

/** How many reports of a service wait for the coordinator, and how many no longer agree with the hours. */
export const reportTasks = async (deps: Deps, organisationId: string): Promise<ReportTasks> => {
  const reports = await withOrganisation(deps.db, organisationId, listReports)
  const signed = reports.filter(({ status }) => status === 'signed' || status === 'approved')
  if (signed.length === 0) return { waiting: 0, stale: 0 }
  const views = await loadProgrammes(deps, organisationId)
  const stale = views.filter((view) => view.stale)
  const waiting = views.filter((view) => view.open?.status === 'signed' && !view.stale)
  return { waiting: waiting.length, stale: stale.length }
}
