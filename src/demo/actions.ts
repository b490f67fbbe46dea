import { getIssueBatch, startIssueBatch } from '../awards/actions'
import type { Deps } from '../deps'
import { approveSessions, listImports, runImport, startImport, uploadImport } from '../hours/actions'
import type { ImportView } from '../hours/model'
import {
  addBranch,
  addMembership,
  createOrganisation,
  findOrganisationBySlug,
  hasOrganisations,
  membershipsOf,
} from '../organisations/actions'
import type { NewOrganisation, Organisation } from '../organisations/model'
import { listActivePeople } from '../people/actions'
import { ProblemError } from '../problems'
import { addRole } from '../roles/actions'
import { nameNationalRole } from '../roles/rules/name-national-role'
import { addDemoCheckIn } from './check-in'
import { seedDofe } from './dofe'
import { addDemoWords } from './endorsements'
import { seedReflections } from './evidence'
import {
  type DemoService,
  demoBranches,
  demoNetworkSlug,
  demoPersonas,
  demoRoles,
  demoServices,
} from './model'
import { addOwnBadges } from './own-badges'
import { addDemoRoles } from './roles'
import { type DemoMonth, demoMapping, makeDemoMonths } from './rules/make-demo-months'
import { addDemoSkills } from './skills'
import { addYoungPeople } from './young'

/** In each service. */
const VOLUNTEERS = 100
/** The sessions of so many months wait for approval. */
const WAITING_MONTHS = 2
/** Before the first month of the demonstration. */
const FOUNDED_DAYS_AGO = 400
/** After how many months of the year the regular volunteers were given their badge. */
const ISSUED_AFTER = [5, 8]

/**
 * Fills an empty database with a made-up network of three library services, by the same actions that people use:
 * month after month, hours are imported and approved and badges issued, each as of its day. Does nothing where the
 * demonstration is there already, and goes on where it was stopped half way. `tell` hears what is being done.
 */
export const seedDemo = async (
  deps: Deps,
  tell: (sentence: string) => void,
  volunteers = VOLUNTEERS,
): Promise<void> => {
  // The membership of the analyst comes last.
  const analyst = demoPersonas.find(({ key }) => key === 'analyst')?.email ?? ''
  if (await isMember(deps, analyst)) return
  const begun = await findOrganisationBySlug(deps, demoNetworkSlug)
  if (begun === undefined && (await hasOrganisations(deps))) return
  tell('Making the demonstration ...')
  const network = await findOrCreate(deps, {
    kind: 'network',
    parentId: null,
    slug: demoNetworkSlug,
    nameEn: 'National Network of Libraries (demo)',
    nameCy: 'Rhwydwaith Cenedlaethol y Llyfrgelloedd (demo)',
    nation: 'England',
    gssCode: null,
    welshFirst: false,
    demo: true,
    url: null,
    themeColour: '#2b2b5a',
  })
  for (const service of demoServices) {
    const made = await makeService(deps, service, network.id, volunteers)
    tell(`  ${service.nameEn}: ${made.people} volunteers, ${made.sessions} sessions, ${made.badges} badges`)
  }
  await addMembership(deps, network.id, { email: analyst, role: 'analyst' })
}

const isMember = async (deps: Deps, email: string) => (await membershipsOf(deps, email)).length > 0

/** An organisation that was there before anything happened in it: a key signs nothing older than itself. */
const findOrCreate = async (deps: Deps, organisation: NewOrganisation): Promise<Organisation> => {
  const at = new Date(deps.clock.now().getTime() - FOUNDED_DAYS_AGO * 24 * 60 * 60_000)
  const then: Deps = { ...deps, clock: { now: () => at } }
  return (await findOrganisationBySlug(deps, organisation.slug)) ?? createOrganisation(then, organisation)
}

/** Runs `add` and takes it as done where an earlier start, stopped half way, did it already. */
const unlessThere = async (add: () => Promise<unknown>): Promise<void> => {
  try {
    await add()
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'duplicate')) throw error
  }
}

const makeService = async (deps: Deps, service: DemoService, networkId: string, volunteers: number) => {
  const { branches, moreRoles, ...about } = service
  const site = { kind: 'service', parentId: networkId, gssCode: null, demo: true, url: null } as const
  const organisation = await findOrCreate(deps, { ...about, ...site })
  for (const code of [...demoRoles, ...moreRoles]) {
    const titleEn = nameNationalRole(code, 'en')
    const role = { nationalCode: code, titleEn, titleCy: nameNationalRole(code, 'cy') }
    await unlessThere(() => addRole(deps, organisation.id, { ...role, boundaryClass: 'value-added' }))
  }
  const own = branches.map((name) => ({ name, libraryType: 'LAL' as const }))
  for (const branch of [...demoBranches, ...own])
    await unlessThere(() => addBranch(deps, organisation.id, branch))
  for (const role of ['coordinator', 'head', 'dpo', 'assessor', 'union'] as const) {
    await addMembership(deps, organisation.id, { email: `${role}@${service.slug}.example`, role })
  }
  const months = makeDemoMonths(service, volunteers, deps.clock.now())
  const actor = `coordinator@${service.slug}.example`
  const made = await fillMonths(deps, organisation, months, actor)
  await addDemoRoles(deps, organisation, actor)
  await addDemoCheckIn(deps, organisation, actor)
  if (demoPersonas.some(({ organisationSlug }) => organisationSlug === service.slug))
    await seedDofe(deps, organisation, actor)
  await addOwnBadges(deps, organisation, actor)
  const first = demoPersonas.find(({ key }) => key === 'volunteer')?.email
  await addDemoSkills(deps, organisation, { coordinator: actor, first })
  await addDemoWords(deps, organisation, { supervisor: actor, first })
  await addYoungPeople(deps, organisation, actor)
  return made
}

const fillMonths = async (
  deps: Deps,
  organisation: Organisation,
  months: readonly DemoMonth[],
  actor: string,
) => {
  const before = new Map((await listImports(deps, organisation.id)).map((view) => [view.fileName, view]))
  let badges = 0
  for (const [position, month] of months.entries()) {
    const next = months[position + 1]
    // A month is begun when the one before it is done with.
    if (next !== undefined && before.has(fileNameOf(next))) continue
    await importMonth(asOf(deps, month, 3), organisation.id, month, {
      earlier: before.get(fileNameOf(month)),
      actor,
    })
    if (position >= months.length - WAITING_MONTHS) continue
    await approveSessions(asOf(deps, month, 4), organisation.id, { all: { month: month.month } }, actor)
    if (/-0[79]$/.test(month.month)) await seedReflections(asOf(deps, month, 5), organisation)
    const codes = [
      ...(ISSUED_AFTER.includes(position + 1) ? ['LV-02'] : []),
      ...(month.month.endsWith('-07') ? ['LV-05'] : []),
    ]
    for (const code of codes) badges += await issue(asOf(deps, month, 5), organisation, code, actor)
  }
  const people = (await listActivePeople(deps, organisation.id)).length
  return { people, sessions: months.reduce((sum, { sessions }) => sum + sessions, 0), badges }
}

const fileNameOf = ({ month }: DemoMonth) => `volunteering-${month}.csv`

/** Everything as it is on a day of the month after, at ten o'clock; or now, where that is yet to come. */
const asOf = (deps: Deps, { month }: DemoMonth, day: number): Deps => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const at = new Date(Math.min(Date.UTC(year, number, day, 10), deps.clock.now().getTime()))
  return { ...deps, clock: { now: () => at } }
}

const importMonth = async (
  deps: Deps,
  organisationId: string,
  month: DemoMonth,
  { earlier, actor }: { readonly earlier: ImportView | undefined; readonly actor: string },
): Promise<void> => {
  if (earlier?.status === 'finished') return
  const file = { fileName: fileNameOf(month), bytes: new TextEncoder().encode(month.csv), actor }
  const importId = earlier?.id ?? (await uploadImport(deps, organisationId, file)).importId
  const { finished } = await startImport(deps, organisationId, importId, demoMapping, actor)
  if (!finished) await runImport(deps, organisationId, importId)
}

/** Gives a badge to all who have earned it; how many that were. */
const issue = async (
  deps: Deps,
  organisation: Organisation,
  code: string,
  actor: string,
): Promise<number> => {
  const decision = { code, actor, personIds: 'eligible', notify: false } as const
  const { batchId } = await startIssueBatch(deps, organisation, decision)
  return (await getIssueBatch(deps, organisation.id, batchId)).issued
}
