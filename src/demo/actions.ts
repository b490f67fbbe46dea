import { getIssueBatch, startIssueBatch } from '../awards/actions'
import type { Deps } from '../deps'
import { approveSessions, previewImport, startImport, uploadImport } from '../hours/actions'
import { addMembership, createOrganisation, findOrganisationBySlug } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { addRole } from '../roles/actions'
import { type DemoService, demoRoles, demoServices } from './model'
import { makeDemoRows } from './rules/make-demo-rows'

const VOLUNTEERS = 100
/** Files as small as this are imported at once. */
const ROWS_A_FILE = 400
const networkSlug = 'demo-network'
const coordinatorOf = (service: DemoService) => `coordinator@${service.slug}.example`

/**
 * Fills an empty database with a made-up network of three library services, by the same actions that people use.
 * Does nothing where the demonstration is there already. `tell` hears what is being done.
 */
export const seedDemo = async (deps: Deps, tell: (sentence: string) => void): Promise<void> => {
  if ((await findOrganisationBySlug(deps, networkSlug)) !== undefined) return
  tell('Making the demonstration ...')
  const network = await createOrganisation(deps, {
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
    const organisation = await createOrganisation(deps, {
      ...service,
      kind: 'service',
      parentId: network.id,
      demo: true,
      url: null,
    })
    const made = await fillService(deps, organisation, service, position + 1)
    tell(`  ${service.nameEn}: ${VOLUNTEERS} volunteers, ${made.sessions} sessions, ${made.badges} badges`)
  }
}

const fillService = async (deps: Deps, organisation: Organisation, service: DemoService, seed: number) => {
  const actor = coordinatorOf(service)
  for (const role of demoRoles) await addRole(deps, organisation.id, role)
  await addMembership(deps, organisation.id, { email: actor, role: 'coordinator' })
  const [heading = [], ...rows] = makeDemoRows({ seed, volunteers: VOLUNTEERS, today: deps.clock.now() })
  for (let from = 0; from < rows.length; from += ROWS_A_FILE) {
    const text = [heading, ...rows.slice(from, from + ROWS_A_FILE)].map((row) => row.join(',')).join('\n')
    const file = { fileName: `demo-${from}.csv`, bytes: new TextEncoder().encode(text), actor }
    const { importId } = await uploadImport(deps, organisation.id, file)
    const { mapping } = await previewImport(deps, organisation.id, importId)
    await startImport(deps, organisation.id, importId, mapping, actor)
  }
  await approveSessions(deps, organisation.id, { all: {} }, actor)
  const decision = { code: 'LV-02', actor, personIds: 'eligible', notify: false } as const
  const { batchId } = await startIssueBatch(deps, organisation, decision)
  const { issued } = await getIssueBatch(deps, organisation.id, batchId)
  return { sessions: rows.length, badges: issued }
}
