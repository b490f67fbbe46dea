import type { Deps } from '../deps'
import { addGoal, programmesOf, startProgramme } from '../dofe/actions'
import { declare, getInvitation, inviteAssessor } from '../dofe/invitations/actions'
import type { ProgrammeDetails } from '../dofe/model'
import { approveReport, writeReport } from '../dofe/reports/actions'
import { addDays } from '../dofe/rules/days'
import { getProgramme } from '../dofe/view'
import { approveSessions, disputeSessions, recordSession } from '../hours/actions'
import { localDateOf } from '../hours/rules/local-date-of'
import type { Organisation } from '../organisations/model'
import { listActivePeople } from '../people/actions'
import { listRoles } from '../roles/actions'
import { demoPersonas } from './model'

const WEEKS = 14

type Place = { readonly deps: Deps; readonly organisation: Organisation; readonly coordinator: string }

const plan = (first: string, last: string, more: Partial<ProgrammeDetails>): ProgrammeDetails => ({
  ...{ level: 'bronze', section: 'volunteering', nation: 'England', directEntrant: false },
  ...{ extraMonths: false, longerSection: false, agreedMonths: 3, lowerLevelOn: null },
  dateOfBirth: `${Number(first.slice(0, 4)) - 15}-03-14`,
  enrolledOn: addDays(first, -14),
  activity: 'Helping children at the library’s Code Club',
  frequency: 'weekly',
  plannedFirst: first,
  plannedLast: last,
  finalTalkOn: addDays(last, 3),
  ...{ unpaid: true, notCommercial: true, edofeId: null, leaderName: null, leaderEmail: null },
  ...more,
})

/** A session of an hour each week, approved; the ids of the sessions. */
const giveHours = async (place: Place, personId: string, first: string): Promise<string[]> => {
  const { deps, organisation, coordinator } = place
  const role = (await listRoles(deps, organisation.id)).find(({ nationalCode }) => nationalCode === 'RO-04')
  const ids: string[] = []
  for (let week = 0; week < WEEKS; week++) {
    const entry = {
      ...{ personId, roleId: role?.id ?? '', branchId: '', date: addDays(first, week * 7) },
      ...{ start: '16:00', end: '17:00', hours: '', reading: '', activity: 'Code Club', note: '' },
      ...{ deliveryMode: 'on-site', trainingMinutes: '', timeCredit: 'none', beneficiaries: '6-20' },
      dofeSection: 'volunteering',
    }
    const by = { email: coordinator, as: 'coordinator', source: 'coordinator' } as const
    const done = await recordSession(deps, organisation.id, entry, by)
    if (done.ok) ids.push(done.value.sessionId)
  }
  await approveSessions(deps, organisation.id, { sessionIds: ids }, coordinator)
  return ids
}

const report = {
  goals: 'The goal was to lead one activity of the Code Club without help. That went well in the last month.',
  effort: 'There every week, always early, and helped to tidy up without being asked.',
  progress: 'At first quiet, now explains loops to eight-year-olds with a drawing of a roller coaster.',
  comments: 'The children ask for you by name. Thank you for your patience with the youngest.',
}

/** Invites the assessor, who declares, writes and signs; the coordinator approves. */
const giveReport = async ({ deps, organisation, coordinator }: Place, programmeId: string) => {
  const assessor = demoPersonas.find(({ key }) => key === 'assessor')
  if (assessor === undefined) return
  const to = { email: assessor.email, language: 'en' } as const
  await inviteAssessor(deps, organisation, programmeId, to, coordinator)
  const invited = (await getProgramme(deps, organisation.id, programmeId)).invitation
  if (invited === undefined) return
  await declare(deps, invited, {
    ...{ name: assessor.name, role: 'Library supervisor', relationship: 'staff' },
    ...{ adult: true, knowsActivity: true, nameInCredential: true },
  })
  const { snapshot } = await getProgramme(deps, organisation.id, programmeId)
  const declared = await getInvitation(deps, invited.id)
  await writeReport(deps, declared, report, { name: assessor.name, snapshot })
  await approveReport(deps, organisation.id, programmeId, coordinator)
}

/**
 * Three young volunteers with a youth award: one whose checks pass, one whose hours changed after the report, one whose
 * summer is too short. Does nothing where they are there already.
 */
export const seedDofe = async (
  deps: Deps,
  organisation: Organisation,
  coordinator: string,
): Promise<void> => {
  const place = { deps, organisation, coordinator }
  const people = await listActivePeople(deps, organisation.id)
  const volunteer = demoPersonas.find(({ key }) => key === 'volunteer')
  const own = people.find(({ preferredName }) => preferredName === volunteer?.name)
  const [changed, summer] = people.filter(({ id }) => id !== own?.id)
  if (own === undefined || changed === undefined || summer === undefined) return
  if ((await programmesOf(deps, organisation.id, summer.id)).length > 0) return
  const today = localDateOf(deps.clock.now())
  const first = addDays(today, -7 * WEEKS)
  const last = addDays(first, 7 * (WEEKS - 1))
  for (const { id } of [own, changed]) {
    if ((await programmesOf(deps, organisation.id, id)).length > 0) continue
    const sessionIds = await giveHours(place, id, first)
    const details = plan(first, last, {})
    const { programmeId } = await startProgramme(deps, organisation.id, id, details, coordinator)
    const goal = { words: 'Lead one activity of the Code Club without help', agreedOn: first }
    await addGoal(deps, organisation.id, programmeId, goal, coordinator)
    await giveReport(place, programmeId)
    if (id !== changed.id) continue
    const about = { reason: 'The library was shut that day', actor: coordinator }
    await disputeSessions(deps, organisation.id, sessionIds.slice(3, 4), about)
  }
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '06-30' ? 1 : 0)
  const activity = 'Helping with the Summer Reading Challenge'
  const details = plan(`${year}-07-10`, `${year}-09-11`, { activity, agreedMonths: null })
  await startProgramme(deps, organisation.id, summer.id, details, coordinator)
}
