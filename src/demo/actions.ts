import { badgeEligibility, startIssueBatch } from '../awards/actions'
import type { Deps } from '../deps'
import { approveSessions, previewImport, startImport, uploadImport } from '../hours/actions'
import {
  addBranch,
  addMembership,
  createOrganisation,
  findOrganisationBySlug,
  membershipsOf,
} from '../organisations/actions'
import type { NewOrganisation, Organisation } from '../organisations/model'
import { ProblemError } from '../problems'
import { addRole } from '../roles/actions'
import { nameNationalRole } from '../roles/rules/name-national-role'
import {
  type DemoService,
  demoBranches,
  demoPersonas,
  demoRoles,
  demoServices,
  homeOfPersonas,
} from './model'
import { demoHeading, makeDemoRows } from './rules/make-demo-rows'

const VOLUNTEERS = 100
/** Files as small as this are imported at once. */
const ROWS_A_FILE = 400
const networkSlug = 'demo-network'

const personaEmail = (key: (typeof demoPersonas)[number]['key']) =>
  demoPersonas.find((persona) => persona.key === key)?.email ?? ''

/** Whether this step was done before: each part of the demonstration ends with the membership of somebody. */
const isMember = async (deps: Deps, email: string) => (await membershipsOf(deps, email)).length > 0

const findOrCreate = async (deps: Deps, organisation: NewOrganisation): Promise<Organisation> =>
  (await findOrganisationBySlug(deps, organisation.slug)) ?? createOrganisation(deps, organisation)

/** Runs `add` and takes it as done where an earlier start, stopped half way, did it already. */
const unlessThere = async (add: () => Promise<unknown>): Promise<void> => {
  try {
    await add()
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'duplicate')) throw error
  }
}

/**
 * Fills an empty database with a made-up network of three library services, by the same actions that people use.
 * Does nothing where the demonstration is there already, and goes on where it was stopped half way. `tell` hears what
 * is being done.
 */
export const seedDemo = async (deps: Deps, tell: (sentence: string) => void): Promise<void> => {
  if (await isMember(deps, personaEmail('analyst'))) return
  tell('Making the demonstration ...')
  const network = await findOrCreate(deps, {
    kind: 'network',
    parentId: null,
    slug: networkSlug,
    nameEn: 'National Network of Libraries (demo)',
    nameCy: 'Rhwydwaith Cenedlaethol y Llyfrgelloedd (demo)',
    nation: 'England',
    welshFirst: false,
    demo: true,
    url: null,
    themeColour: '#2b2b5a',
  })
  for (const [position, service] of demoServices.entries()) {
    const head = `head@${service.slug}.example`
    if (await isMember(deps, head)) continue
    const organisation = await findOrCreate(deps, {
      ...service,
      kind: 'service',
      parentId: network.id,
      demo: true,
      url: null,
    })
    const made = await fillService(deps, organisation, service, position + 1)
    await addMembership(deps, organisation.id, { email: head, role: 'head' })
    tell(`  ${service.nameEn}: ${VOLUNTEERS} volunteers, ${made.sessions} sessions, ${made.badges} badges`)
  }
  await addMembership(deps, network.id, { email: personaEmail('analyst'), role: 'analyst' })
}

const fillService = async (deps: Deps, organisation: Organisation, service: DemoService, seed: number) => {
  const actor = `coordinator@${service.slug}.example`
  for (const code of demoRoles) {
    const titleEn = nameNationalRole(code, 'en')
    const role = { nationalCode: code, titleEn, titleCy: nameNationalRole(code, 'cy') }
    await unlessThere(() => addRole(deps, organisation.id, { ...role, boundaryClass: 'value-added' }))
  }
  for (const branch of demoBranches) await unlessThere(() => addBranch(deps, organisation.id, branch))
  await addMembership(deps, organisation.id, { email: actor, role: 'coordinator' })
  if (service.slug === homeOfPersonas) {
    await addMembership(deps, organisation.id, { email: personaEmail('assessor'), role: 'assessor' })
  }
  const domain = `${service.slug}.example`
  const rows = makeDemoRows({ seed, volunteers: VOLUNTEERS, today: deps.clock.now(), domain })
  await importRows(deps, organisation, rows.approved, actor)
  await approveSessions(deps, organisation.id, { all: {} }, actor)
  const badges = await issueToSome(deps, organisation, actor)
  await importRows(deps, organisation, rows.waiting, actor)
  return { sessions: rows.approved.length + rows.waiting.length, badges }
}

const importRows = async (
  deps: Deps,
  organisation: Organisation,
  rows: readonly (readonly string[])[],
  actor: string,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_A_FILE) {
    const text = [demoHeading, ...rows.slice(from, from + ROWS_A_FILE)].map((row) => row.join(',')).join('\n')
    const file = { fileName: `demo-${from}.csv`, bytes: new TextEncoder().encode(text), actor }
    const { importId } = await uploadImport(deps, organisation.id, file)
    const { mapping } = await previewImport(deps, organisation.id, importId)
    await startImport(deps, organisation.id, importId, mapping, actor)
  }
}

/** Two in three of those who have earned a badge hold it; the others are for a visitor to issue. */
const issueToSome = async (deps: Deps, organisation: Organisation, actor: string): Promise<number> => {
  const people = await badgeEligibility(deps, organisation.id, 'LV-02')
  const chosen = people
    .filter(({ eligible }) => eligible)
    .sort((a, b) => b.minutes - a.minutes)
    .filter((_, position) => position % 3 !== 2)
    .map(({ personId }) => personId)
  await startIssueBatch(deps, organisation, { code: 'LV-02', actor, personIds: chosen, notify: false })
  return chosen.length
}
