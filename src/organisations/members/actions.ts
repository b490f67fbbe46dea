import { z } from 'zod'
import { recordAudit } from '../../audit/actions'
import { toProblem } from '../../database/errors'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { queueMail } from '../../outbox/actions'
import { path } from '../../paths'
import { ProblemError, type Result } from '../../problems'
import type { MembershipRole, Organisation } from '../model'
import { checkMemberChange } from '../rules/check-member-change'
import { inviteMail } from './mail-text'
import type { GivenRole, Member, MemberRefusal } from './model'
import * as store from './store'

/** Who changes memberships: their address and what they are in the organisation. */
export type MemberActor = { readonly email: string; readonly roles: readonly MembershipRole[] }

export type WantedMember = {
  readonly email: string
  readonly role: GivenRole
  readonly branchIds: readonly string[]
  readonly personId: string | null
}

const isUuid = (text: string) => z.uuid().safeParse(text).success

/** Everybody with a role that is given on screen. */
export const listMembers = (deps: Deps, organisationId: string): Promise<Member[]> =>
  withOrganisation(deps.db, organisationId, store.listMembers)

/** Throws `not-found`, also for a membership of another organisation. */
export const getMember = async (
  deps: Deps,
  organisationId: string,
  membershipId: string,
): Promise<Member> => {
  const member = isUuid(membershipId)
    ? await withOrganisation(deps.db, organisationId, (scope) => store.findMember(scope, membershipId))
    : undefined
  if (member === undefined) throw new ProblemError('not-found')
  return member
}

type Change = { readonly before?: Member; readonly after?: WantedMember }

/** The rule over what is there now, with the memberships of the role held until the transaction ends. */
const check = async (
  scope: Scope,
  kind: Organisation['kind'],
  actor: MemberActor,
  { before, after }: Change,
): Promise<MemberRefusal | undefined> =>
  checkMemberChange({
    kind,
    actor,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined
      ? {}
      : {
          after: {
            email: after.email,
            role: after.role,
            branches: after.branchIds.length,
            hasPerson: after.personId !== null,
          },
        }),
    othersWithRole:
      before === undefined ? 0 : await store.lockOthersWithRole(scope, before.role, before.email),
  })

const personOf = ({ role, personId }: WantedMember) => (role === 'assessor' ? personId : null)

/**
 * Gives somebody a role and mails them how to sign in. The same again changes nothing but sends the mail again.
 * The outcome says why where the actor may not.
 */
export const inviteMember = async (
  deps: Deps,
  organisation: Organisation,
  wanted: WantedMember,
  actor: MemberActor,
): Promise<Result<string, MemberRefusal>> => {
  const after = { ...wanted, email: wanted.email.trim().toLowerCase() }
  try {
    return await withOrganisation(deps.db, organisation.id, async (scope) => {
      const reason = await check(scope, organisation.kind, actor, { after })
      if (reason !== undefined) return { ok: false, reason }
      const row = { id: deps.random.uuid(), email: after.email, role: after.role, personId: personOf(after) }
      const id = await store.insertMember(scope, row)
      await store.replaceBranches(scope, id, after.role === 'supervisor' ? after.branchIds : [])
      await queueMail(scope, {
        id: deps.random.uuid(),
        to: after.email,
        queuedAt: deps.clock.now(),
        ...inviteMail(organisation, after.role, deps.config.origin + path('signIn')),
      })
      await recordAudit(scope, {
        ...{ id: deps.random.uuid(), actor: actor.email, action: 'member.invited' },
        ...{ subjectType: 'membership', subjectId: id, detail: { role: after.role } },
      })
      return { ok: true, value: id }
    })
  } catch (error) {
    throw toProblem(error)
  }
}

/** Gives a member another role, other branches or another person. Throws `not-found`. */
export const changeMember = async (
  deps: Deps,
  organisation: Organisation,
  membershipId: string,
  wanted: Omit<WantedMember, 'email'>,
  actor: MemberActor,
): Promise<Result<string, MemberRefusal>> => {
  try {
    return await withOrganisation(deps.db, organisation.id, async (scope) => {
      const before = isUuid(membershipId) ? await store.findMember(scope, membershipId) : undefined
      if (before === undefined) throw new ProblemError('not-found')
      const after = { ...wanted, email: before.email }
      const reason = await check(scope, organisation.kind, actor, { before, after })
      if (reason !== undefined) return { ok: false, reason }
      await store.updateMember(scope, { id: before.id, role: after.role, personId: personOf(after) })
      await store.replaceBranches(scope, before.id, after.role === 'supervisor' ? after.branchIds : [])
      await recordAudit(scope, {
        ...{ id: deps.random.uuid(), actor: actor.email, action: 'member.changed' },
        ...{ subjectType: 'membership', subjectId: before.id },
        detail: { from: before.role, to: after.role, branches: after.branchIds.length },
      })
      return { ok: true, value: before.id }
    })
  } catch (error) {
    throw toProblem(error)
  }
}

/** Ends a membership. One that has ended already stays so. */
export const endMember = (
  deps: Deps,
  organisation: Organisation,
  membershipId: string,
  actor: MemberActor,
): Promise<Result<'ended', MemberRefusal>> =>
  withOrganisation(deps.db, organisation.id, async (scope) => {
    const before = isUuid(membershipId) ? await store.findMember(scope, membershipId) : undefined
    if (before === undefined) throw new ProblemError('not-found')
    const reason = await check(scope, organisation.kind, actor, { before })
    if (reason !== undefined) return { ok: false, reason }
    await store.deleteMember(scope, before.id)
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor: actor.email, action: 'member.ended' },
      ...{ subjectType: 'membership', subjectId: before.id, detail: { role: before.role } },
    })
    return { ok: true, value: 'ended' }
  })
