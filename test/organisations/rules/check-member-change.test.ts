import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givenRoles } from '../../../src/organisations/members/model'
import { membershipRoles } from '../../../src/organisations/model'
import { checkMemberChange, type MemberChange } from '../../../src/organisations/rules/check-member-change'

const base: MemberChange = {
  kind: 'service',
  actor: { email: 'pat@example.org', roles: ['coordinator'] },
  othersWithRole: 0,
}
const given = (role: (typeof givenRoles)[number], email = 'new@example.org') => ({
  ...{ email, role, branches: 1, hasPerson: true },
})

test('who may give what', () => {
  expect(checkMemberChange({ ...base, after: given('coordinator') })).toBeUndefined()
  expect(checkMemberChange({ ...base, after: given('head') })).toBe('not-yours-to-give')
  expect(checkMemberChange({ ...base, after: given('dpo') })).toBe('not-yours-to-give')
  const head = { ...base, actor: { email: 'pat@example.org', roles: ['head'] as const } }
  for (const role of ['head', 'dpo', 'union', 'coordinator'] as const)
    expect(checkMemberChange({ ...head, after: given(role) })).toBeUndefined()
  expect(checkMemberChange({ ...head, after: given('analyst') })).toBe('not-yours-to-give')
  expect(checkMemberChange({ ...head, kind: 'network', after: given('analyst') })).toBeUndefined()
})

test('a supervisor needs a branch, an assessor a volunteer', () => {
  expect(checkMemberChange({ ...base, after: { ...given('supervisor'), branches: 0 } })).toBe(
    'branches-missing',
  )
  expect(checkMemberChange({ ...base, after: { ...given('assessor'), hasPerson: false } })).toBe(
    'person-missing',
  )
})

test('the last coordinator stays, also by their own hand; one of two may go', () => {
  const before = { email: 'pat@example.org', role: 'coordinator' } as const
  expect(checkMemberChange({ ...base, before })).toBe('last-of-its-kind')
  expect(checkMemberChange({ ...base, before, othersWithRole: 1 })).toBeUndefined()
  const other = { email: 'lee@example.org', role: 'coordinator' } as const
  expect(checkMemberChange({ ...base, before: other, after: given('supervisor', other.email) })).toBe(
    'last-of-its-kind',
  )
})

test('nobody can raise themselves, whatever they are', () => {
  const roles = fc.subarray([...membershipRoles])
  fc.assert(
    fc.property(roles, fc.constantFrom(...givenRoles), fc.nat(3), (own, role, others) => {
      const actor = { email: 'me@example.org', roles: own }
      const after = given(role, 'me@example.org')
      for (const kind of ['service', 'network', 'community'] as const)
        expect(checkMemberChange({ kind, actor, after, othersWithRole: others })).toBe('own-membership')
    }),
  )
})
