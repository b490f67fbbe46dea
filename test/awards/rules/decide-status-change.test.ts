import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideStatusChange } from '../../../src/awards/rules/decide-status-change'

const zStatus = fc.constantFrom('valid', 'suspended', 'revoked')
const zPurpose = fc.constantFrom('revocation', 'suspension')
const zChange = fc.constantFrom('suspend', 'reinstate', 'revoke')

test('an award is paused, made valid again and taken back for good', () => {
  const pausable = { status: 'valid', purpose: 'suspension' } as const
  expect(decideStatusChange(pausable, 'suspend')).toEqual({ ok: true, value: 'suspended' })
  expect(decideStatusChange({ ...pausable, status: 'suspended' }, 'reinstate')).toEqual({
    ok: true,
    value: 'valid',
  })
  expect(decideStatusChange({ ...pausable, status: 'suspended' }, 'revoke')).toEqual({
    ok: true,
    value: 'revoked',
  })
  expect(decideStatusChange({ status: 'valid', purpose: 'revocation' }, 'suspend')).toEqual({
    ok: false,
    reason: 'cannot-be-paused',
  })
})

test('whatever is asked and in whatever order, what was taken back stays so, and only pausable awards pause', () => {
  fc.assert(
    fc.property(zPurpose, fc.array(zChange, { maxLength: 12 }), (purpose, changes) => {
      let status: 'valid' | 'suspended' | 'revoked' = 'valid'
      for (const change of changes) {
        const decided = decideStatusChange({ status, purpose }, change)
        if (decided.ok && decided.value !== 'unchanged') status = decided.value
        if (change === 'revoke') expect(status).toBe('revoked')
        if (purpose === 'revocation') expect(status).not.toBe('suspended')
      }
      expect(status === 'revoked').toBe(changes.includes('revoke'))
    }),
  )
})

test('the same change again changes nothing', () => {
  fc.assert(
    fc.property(zStatus, zPurpose, zChange, (status, purpose, change) => {
      const first = decideStatusChange({ status, purpose }, change)
      if (!first.ok || first.value === 'unchanged') return
      expect(decideStatusChange({ status: first.value, purpose }, change)).toEqual({
        ok: true,
        value: 'unchanged',
      })
    }),
  )
  expect(decideStatusChange({ status: 'revoked', purpose: 'suspension' }, 'reinstate').ok).toBe(false)
})
