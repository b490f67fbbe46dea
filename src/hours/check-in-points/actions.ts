import { base32nopad, base64urlnopad } from '@scure/base'
import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { toProblem } from '../../database/errors'
import { limitUse } from '../../database/rate-limit'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { getOrganisationBySlug } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { ProblemError } from '../../problems'
import type { CheckInPoint, OpenPoint, PointKind } from '../check-in/model'
import { linkTokenOf } from '../check-in/ticket'
import * as store from './store'

const linkableMs = 24 * 60 * 60_000
const linksTried = { most: 10, seconds: 10 * 60 }

type Acting = { readonly organisation: Organisation; readonly actor: string }

const hashOf = async (secret: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const toPoint = ({ deviceHash: _deviceHash, ...point }: store.PointRow): CheckInPoint => point

/** The tablets and posters of a service that are not revoked. */
export const listCheckInPoints = async (deps: Deps, organisationId: string): Promise<CheckInPoint[]> =>
  (await withOrganisation(deps.db, organisationId, store.listPoints)).map(toPoint)

/** Makes a tablet or a poster for a library. Throws `conflict` for a library that the service does not have. */
export const addCheckInPoint = async (
  deps: Deps,
  { organisation, actor }: Acting,
  wanted: { readonly kind: PointKind; readonly branchId: string },
): Promise<{ id: string }> => {
  const id = deps.random.uuid()
  const key = base32nopad.encode(deps.random.bytes(15)).toLowerCase()
  try {
    await withOrganisation(deps.db, organisation.id, async (scope) => {
      await store.insertPoint(scope, {
        ...{ ...wanted, id, key, createdBy: actor, createdAt: deps.clock.now() },
      })
      await audit(deps, scope, actor, 'check-in.point-made', id)
    })
  } catch (error) {
    throw toProblem(error)
  }
  return { id }
}

const audit = (
  deps: Deps,
  scope: Scope,
  actor: string,
  action: 'check-in.point-made' | 'check-in.point-linked' | 'check-in.point-revoked',
  id: string,
) =>
  recordAudit(scope, {
    ...{ id: deps.random.uuid(), actor, action, subjectType: 'check-in-point', subjectId: id },
  })

/** A point with what links a tablet to it, while that may still be done. Throws `not-found`. */
export const getCheckInPoint = async (
  deps: Deps,
  organisationId: string,
  id: string,
): Promise<{ readonly point: CheckInPoint; readonly linkToken: string | undefined }> => {
  const known = z.uuid().safeParse(id).success
  const point = known
    ? await withOrganisation(deps.db, organisationId, (scope) => store.findPoint(scope, { id }))
    : undefined
  if (point === undefined) throw new ProblemError('not-found')
  const linkable = isLinkable(point, deps.clock.now())
  return {
    point: toPoint(point),
    linkToken: linkable ? await linkTokenOf(deps, { organisationId, id }) : undefined,
  }
}

const isLinkable = (point: store.PointRow, now: Date): boolean =>
  point.kind === 'tablet' &&
  point.deviceHash === null &&
  point.revokedAt === null &&
  now.getTime() - point.createdAt.getTime() < linkableMs

/** Ends a point at once: a lost tablet, a poster that was photographed. Doing it again changes nothing. */
export const revokeCheckInPoint = async (
  deps: Deps,
  { organisation, actor }: Acting,
  id: string,
): Promise<void> => {
  if (!z.uuid().safeParse(id).success) throw new ProblemError('not-found')
  await withOrganisation(deps.db, organisation.id, async (scope) => {
    if ((await store.findPoint(scope, { id })) === undefined) throw new ProblemError('not-found')
    if (await store.revokePoint(scope, id, deps.clock.now()))
      await audit(deps, scope, actor, 'check-in.point-revoked', id)
  })
}

type Address = { readonly slug: string; readonly key: string }

const findRow = async (deps: Deps, { slug, key }: Address) => {
  const organisation = await getOrganisationBySlug(deps, slug)
  const row = await withOrganisation(deps.db, organisation.id, (scope) => store.findPoint(scope, { key }))
  if (row === undefined || row.revokedAt !== null) throw new ProblemError('not-found')
  return { organisation, row }
}

/** The point that a link for a tablet is about, while the link may still be used. Throws `not-found`. */
export const getLinkable = async (
  deps: Deps,
  address: Address,
  token: string,
): Promise<{ readonly branchName: string; readonly organisation: Organisation }> => {
  const { organisation, row } = await findRow(deps, address)
  const expected = await linkTokenOf(deps, { organisationId: organisation.id, id: row.id })
  if (!isLinkable(row, deps.clock.now()) || token !== expected) throw new ProblemError('not-found')
  return { branchName: row.branchName, organisation }
}

/**
 * Links the tablet that asks, once. Gives what it keeps from now on; the service keeps a hash. Throws `not-found` for a
 * link that was used or is older than a day, `too-many-requests` for somebody who tries many.
 */
export const linkTablet = async (
  deps: Deps,
  address: Address,
  token: string,
  clientAddress: string,
): Promise<{ readonly secret: string }> => {
  await limitUse(deps, 'check-in-link', clientAddress, linksTried)
  const { organisation } = await getLinkable(deps, address, token)
  const { row } = await findRow(deps, address)
  const secret = base64urlnopad.encode(deps.random.bytes(32))
  const device = { hash: await hashOf(secret), at: deps.clock.now() }
  await withOrganisation(deps.db, organisation.id, async (scope) => {
    if (!(await store.linkPoint(scope, row.id, device))) throw new ProblemError('not-found')
    await audit(deps, scope, 'check-in tablet', 'check-in.point-linked', row.id)
  })
  return { secret }
}

/** The point at an address. Throws `not-found` where it is revoked, or a tablet that the secret does not prove. */
export const openPoint = async (
  deps: Deps,
  address: Address,
  secret: string | undefined,
): Promise<{ readonly point: OpenPoint; readonly organisation: Organisation }> => {
  const { organisation, row } = await findRow(deps, address)
  const proven =
    row.kind === 'poster' ||
    (secret !== undefined && row.deviceHash !== null && (await hashOf(secret)) === row.deviceHash)
  if (!proven) throw new ProblemError('not-found')
  const { id, kind, key, branchId, branchName } = row
  const point = { id, kind, key, branchId, branchName, organisationId: organisation.id, slug: address.slug }
  return { point, organisation }
}
