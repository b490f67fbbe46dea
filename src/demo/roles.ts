import type { Deps } from '../deps'
import { summariesFor } from '../hours/actions'
import { localDateOf } from '../hours/rules/local-date-of'
import { listBranches } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { listActivePeople } from '../people/actions'
import { findPatternCard, grantAccess, publishCard } from '../roles/access/actions'
import { recordBoundary, recordConsultation, recordStatement } from '../roles/boundary/actions'
import { adoptRole, changeRole, decideCheck, listRoleDetails, setRoleState } from '../roles/catalogue/actions'
import type { RoleDetails } from '../roles/model'
import { publishOpportunity } from '../roles/opportunities/actions'
import { answerQuestion, beginApplication } from '../roles/opportunities/applications'
import { questions } from '../roles/opportunities/model'
import { getPlacement, startPlacement, tickInduction } from '../roles/placements/actions'
import { addMonths } from '../roles/rules/add-months'
import { findNationalRole } from '../roles/rules/find-national-role'
import { entryOfRole } from '../roles/rules/read-role'
import { recordTraining } from '../roles/training/actions'

/** So many volunteers of a service have a placement. */
const PLACED = 30
const supervisor = 'Priya Nair'
const decider = 'Helen Marsh'

type Making = {
  readonly deps: Deps
  readonly organisation: Organisation
  readonly actor: string
  readonly today: string
}

/**
 * Gives a made-up service what its roles need: decisions on record, published roles, placements, training, access to a
 * system, and an opportunity that two people have applied for. Does nothing where it is done.
 */
export const addDemoRoles = async (deps: Deps, organisation: Organisation, actor: string): Promise<void> => {
  if ((await findPatternCard(deps, organisation.id)) !== undefined) return
  const today = localDateOf(deps.clock.now())
  const making = { deps, organisation, actor, today }
  const statement = { version: '2025', title: 'Volunteers and staff in our libraries', url: '' }
  await recordStatement(deps, organisation.id, { ...statement, inForceFrom: addMonths(today, -14) }, actor)
  await adoptRole(deps, organisation.id, { code: 'RO-10' }, actor)
  const roles = await listRoleDetails(deps, organisation.id)
  for (const role of roles) await decide(making, role)
  await place(making)
  await open(making, roles)
  await publishCard(deps, organisation.id, actor)
}

/** Puts the decisions about a role on record; all but shelving are published. */
const decide = async ({ deps, organisation, actor, today }: Making, role: RoleDetails): Promise<void> => {
  const { id } = organisation
  const national = findNationalRole(role.nationalCode)
  const shelving = role.nationalCode === 'RO-10'
  const boundary = {
    ...{ taskClass: national?.taskClass ?? 'value-added', statementVersion: '2025', decidedBy: decider },
    rationale: shelving
      ? 'Beside a member of staff, for six months.'
      : 'It would not be there without volunteers.',
    ...{ inForceFrom: addMonths(today, -13), reviewOn: addMonths(today, shelving ? 0 : 11) },
  }
  await recordBoundary(deps, id, role.id, boundary, actor)
  if (shelving) {
    const talk = {
      body: 'UNISON',
      heldOn: addMonths(today, -1),
      outcome: 'awaited',
      note: '',
      documentUrl: '',
    }
    await recordConsultation(deps, id, role.id, talk, actor)
    return
  }
  const training = national?.training ?? []
  const needs = { training: training.length === 0 ? 'none' : 'some', trainingModules: training }
  const young = role.nationalCode === 'RO-02'
  const age = young
    ? {
        ...{ minimumAge: '18', ageReasonEn: 'You visit people at home on your own.' },
        ageReasonCy: 'Rydych yn ymweld â phobl gartref ar eich pen eich hun.',
      }
    : {}
  const entry = { ...entryOfRole(role), ...needs, ...age, supervisorName: supervisor }
  await changeRole(deps, id, role.id, entry, actor)
  const check = { risk: young ? 'medium' : 'low', level: young ? 'basic' : 'none', decidedBy: decider }
  const basis = {
    legalBasis: 'Decided with the authority’s safeguarding lead.',
    decidedOn: addMonths(today, -13),
  }
  await decideCheck(deps, id, role.id, { ...check, ...basis }, actor)
  await setRoleState(deps, id, role.id, 'published', actor)
}

/** Gives some volunteers a placement in the role that they spend most time in, from their first day on. */
const place = async ({ deps, organisation, actor, today }: Making): Promise<void> => {
  const { id } = organisation
  const people = (await listActivePeople(deps, id)).slice(0, PLACED)
  const hours = await summariesFor(
    deps,
    id,
    people.map((person) => person.id),
  )
  const [branch] = await listBranches(deps, id)
  const placed: { personId: string; placementId: string }[] = []
  for (const [at, { id: personId }] of people.entries()) {
    const { byRole = [], firstDate = null } = hours.get(personId)?.approved ?? {}
    const [most] = [...byRole].sort((a, b) => b.minutes - a.minutes)
    if (most === undefined || firstDate === null) continue
    const started = await startPlacement(
      deps,
      id,
      {
        ...{ personId, roleId: most.roleId, branchId: at % 3 === 0 ? null : (branch?.id ?? null) },
        ...{ startsOn: firstDate, endsOn: at % 10 === 9 ? addMonths(today, 3) : null, opportunityId: null },
        ...{ supervisorName: supervisor, supervisorEmail: null, ageChecked: true },
      },
      actor,
    )
    if (started.ok) placed.push({ personId, placementId: started.value })
  }
  for (const { placementId } of placed.slice(0, 12)) {
    const { induction } = await getPlacement(deps, id, placementId)
    await tickInduction(
      deps,
      id,
      placementId,
      induction.map((item) => item.id),
      actor,
    )
  }
  await train({ deps, organisation, actor, today }, placed)
}

const train = async (
  { deps, organisation, actor, today }: Making,
  placed: readonly { readonly personId: string; readonly placementId: string }[],
): Promise<void> => {
  const { id } = organisation
  const take = (people: typeof placed, module: string, monthsAgo: number, score = '') =>
    recordTraining(
      deps,
      id,
      {
        ...{ module, score, personIds: people.map(({ personId }) => personId) },
        completedOn: addMonths(today, -monthsAgo),
      },
      actor,
    )
  await take(placed.slice(0, 20), 'safeguarding', 5)
  await take(placed.slice(20, 24), 'safeguarding', 23)
  await take(placed.slice(0, 6), 'data-protection', 4, '90')
  await take(placed.slice(6, 7), 'data-protection', 2, '70')
  for (const { placementId } of placed.slice(0, 6)) {
    const access = {
      system: 'Spydus',
      dataClass: 'customer-contact',
      level: 'view',
      expiresOn: '',
      ownLogin: true,
    }
    await grantAccess(deps, id, placementId, access, actor)
  }
}

const applicants = [
  {
    name: 'Sioned Bowen',
    age: '34',
    email: 'sioned.bowen@example.org',
    phone: '',
    message: 'I am free on Tuesdays.',
  },
  { name: 'Kofi', age: '16', email: '', phone: '01632 960001', message: '' },
]

/** Opens an opportunity, for which two people apply as anybody would. */
const open = async (
  { deps, organisation, actor, today }: Making,
  roles: readonly RoleDetails[],
): Promise<void> => {
  const role = roles.find(({ nationalCode }) => nationalCode === 'RO-03')
  const [branch] = await listBranches(deps, organisation.id)
  const entry = {
    ...{ roleId: role?.id ?? '', branchId: branch?.id ?? '', capacity: '3' },
    ...{
      applyUntil: addMonths(today, 2),
      startsOn: addMonths(today, 1),
      endsOn: '',
      times: 'Tuesdays, 2 to 4',
    },
  }
  const opened = await publishOpportunity(deps, organisation.id, entry, actor)
  if (!opened.ok) return
  const asked = { opportunityId: opened.value, language: 'en', clientAddress: '127.0.0.1' } as const
  for (const form of applicants) {
    const key = await beginApplication(deps, organisation.id, asked)
    for (const question of questions) await answerQuestion(deps, organisation, { key, question, form })
  }
}
