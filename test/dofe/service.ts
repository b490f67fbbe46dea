import { startProgramme } from '../../src/dofe/actions'
import type { ProgrammeDetails } from '../../src/dofe/model'
import { addDays } from '../../src/dofe/rules/days'
import { approveSessions, recordSession } from '../../src/hours/actions'
import { readEntryForm } from '../../src/hours/pages/read-entry-form'
import { addMembership } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { addRole } from '../../src/roles/actions'
import { makePeople, makeService } from '../support/organisation'
import type { TestApp } from '../support/web'
import { details } from './rules/input'

export const coordinator = 'coordinator@example.org'
export const assessorMail = 'assessor@example.org'

export type Young = {
  readonly organisation: Organisation
  readonly personId: string
  readonly programmeId: string
  readonly roleId: string
  readonly sessionIds: readonly string[]
  readonly cookies: { readonly coordinator: string; readonly volunteer: string }
}

/** Sessions of an hour that a coordinator has approved. */
export const approveHours = async (
  { deps }: TestApp,
  at: { readonly organisationId: string; readonly personId: string; readonly roleId: string },
  days: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string[]> => {
  const ids: string[] = []
  for (const date of days) {
    const typed = { roleId: at.roleId, date, start: '10:00', end: '11:00', ...more }
    const by = { email: coordinator, as: 'coordinator', source: 'coordinator' } as const
    const done = await recordSession(deps, at.organisationId, readEntryForm(typed, at.personId), by)
    if (!done.ok) throw new Error(JSON.stringify(done.reason))
    ids.push(done.value.sessionId)
  }
  await approveSessions(deps, at.organisationId, { sessionIds: ids }, coordinator)
  return ids
}

/** Amina Hassan with fourteen weeks of Volunteering from 6 January 2026, her programme, and who is signed in. */
export const makeYoung = async (app: TestApp, plan: Partial<ProgrammeDetails> = {}): Promise<Young> => {
  const { deps } = app
  const organisation = await makeService(deps)
  const mail = `${organisation.slug}.example.org`
  const [personId = ''] = await makePeople(deps, organisation, ['Amina Hassan'], { mail })
  await addMembership(deps, organisation.id, { email: coordinator, role: 'coordinator' })
  await addMembership(deps, organisation.id, { email: `volunteer-1@${mail}`, role: 'volunteer', personId })
  const roleId = await addRole(deps, organisation.id, {
    ...{ nationalCode: 'RO-04', titleEn: 'Code Club helper', titleCy: 'Cynorthwyydd Clwb Codio' },
    boundaryClass: 'value-added',
  })
  const days = Array.from({ length: 14 }, (_, week) => addDays('2026-01-06', week * 7))
  const at = { organisationId: organisation.id, personId, roleId }
  const sessionIds = await approveHours(app, at, days, { dofeSection: 'volunteering' })
  const { programmeId } = await startProgramme(
    deps,
    organisation.id,
    personId,
    { ...details, ...plan },
    coordinator,
  )
  const cookies = {
    coordinator: await app.signIn(coordinator),
    volunteer: await app.signIn(`volunteer-1@${mail}`),
  }
  return { organisation, personId, programmeId, roleId, sessionIds, cookies }
}
