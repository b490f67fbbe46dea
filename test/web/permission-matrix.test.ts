import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app'
import { type MembershipRole, membershipRoles } from '../../src/organisations/model'
import { permits } from '../../src/organisations/rules/permits'
import { openTestApp, type TestApp } from '../support/web'
import { asks } from './route-permissions'
import { makeTenant, type Tenant } from './tenant'

const routes = Object.entries(asks).map(([route, permission]) => ({ route, permission }))
const tenantPath = /^\/(services|networks|my|api\/v1\/(?!verify))/

let app: TestApp
let own: Tenant
let other: Tenant

beforeAll(async () => {
  app = await openTestApp()
  own = await makeTenant(app, 'own.example.org')
  other = await makeTenant(app, 'other.example.org')
}, 120_000)
afterAll(() => app.close())

/** The things that stand in an address: the guardian's own where the address is of what somebody looks after. */
const partsFor = (route: string, tenant: Tenant, role?: MembershipRole) => {
  if (route.includes(':guardianId') || (role === 'guardian' && route.includes(' /my')))
    return tenant.ofGuardian
  const { approvalOfSupervisor = '' } = tenant.parts
  return role === 'supervisor' ? { ...tenant.parts, approval: approvalOfSupervisor } : tenant.parts
}

const addressOf = (route: string, tenant: Tenant, parts = partsFor(route, tenant)) => {
  const path = route.split(' ')[1] ?? ''
  return path.replace(/:(\w+)/g, (_, name: string) =>
    path.startsWith('/networks/') ? tenant.networkSlug : (parts[name] ?? ''),
  )
}

/** Whether the door opens: what lies behind it may still find fault with an empty form. */
const knock = async (
  route: string,
  address: string,
  cookie?: string,
  parts = own.parts,
): Promise<'opens' | 'refused'> => {
  const named = { batch: parts['approval'] ?? '', person: parts['personId'] ?? '' }
  const names = route.endsWith('/hours/undo') || route.endsWith('/my/person')
  const response = route.startsWith('POST')
    ? await app.post(address, names ? named : {}, cookie)
    : await app.get(address, cookie)
  const { status } = response
  expect(status, `${route} ${address}`).toBeLessThan(500)
  const toSignIn = status === 303 && (response.headers.get('location') ?? '').startsWith('/sign-in')
  return toSignIn || [401, 403, 404].includes(status) ? 'refused' : 'opens'
}

test('the matrix knows every route into a tenant', () => {
  const mounted = createApp(
    app.deps.config,
    () => app.deps,
    () => '192.0.2.1',
  )
    .routes.filter(({ method, path }) => method !== 'ALL' && tenantPath.test(path))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(mounted)].sort()).toEqual(Object.keys(asks).sort())
})

describe.each(routes)('$route', ({ route, permission }) => {
  test('opens to the roles that may, and to no other', async () => {
    for (const role of membershipRoles) {
      const parts = partsFor(route, own, role)
      const outcome = await knock(route, addressOf(route, own, parts), own.cookies[role], parts)
      expect([role, outcome]).toEqual([role, permits(role, permission) ? 'opens' : 'refused'])
    }
  })

  test('stays shut to strangers and to every role of another organisation', async () => {
    const address = addressOf(route, own)
    expect(await knock(route, address)).toBe('refused')
    // A person's own record has no organisation in its address: without an award's id it is their own.
    if (route === 'GET /my' || route === 'GET /my/consents') return
    for (const role of membershipRoles)
      expect([role, await knock(route, address, other.cookies[role])]).toEqual([role, 'refused'])
  })

  test('does not find what is another organisation’s at its own address', async () => {
    const ids = [
      'roleId',
      'opportunityId',
      'applicationId',
      'placementId',
      'accessId',
      'importId',
      'batchId',
      'awardId',
      'personId',
      'sessionId',
      'pointId',
      'recordId',
      'endorsementId',
      'programmeId',
      'claimId',
      'branchId',
      'membershipId',
      'matterId',
      'runId',
      'token',
      'ownCode',
    ].map((id) => `:${id}`)
    // What is taken back is named in the form.
    const named = [...ids, '/hours/undo', '/my/person'].some((id) => route.includes(id))
    const parts = { ...partsFor(route, own), slug: other.parts['slug'] ?? '' }
    const outcomes = await Promise.all(
      membershipRoles.map((role) => knock(route, addressOf(route, other, parts), other.cookies[role])),
    )
    expect(outcomes.includes('opens')).toBe(!named)
  })
})

test('nothing that strangers tried has changed anything', async () => {
  const { slug: _, awardId = '', personId = '' } = own.parts
  const page = await app.get(addressOf('GET /services/:slug/awards/:awardId', own), own.cookies.head)
  expect(await page.text()).not.toContain('Revoked')
  const before = app.queued.length
  const stolen = await app.post(
    `/services/${other.parts['slug']}/badges/LV-02/issue`,
    { person: personId },
    other.cookies.coordinator,
  )
  expect(stolen.status).toBeGreaterThanOrEqual(300)
  expect((await app.get(`/my/badges/${awardId}`, other.cookies.volunteer)).status).toBe(404)
  expect(app.queued.slice(before).filter(({ kind }) => kind === 'issue-badges')).toEqual([])
})
