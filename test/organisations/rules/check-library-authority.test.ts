import { expect, test } from 'vitest'
import { checkLibraryAuthority } from '../../../src/organisations/rules/check-library-authority'
import data from '../../../src/organisations/rules/local-authorities.json'

test('councils that run libraries are accepted, in any case and with spaces around', () => {
  const names = [
    ['E10000012', 'England', 'Essex County Council'],
    ['e06000058 ', 'England', 'Bournemouth, Christchurch and Poole Council'],
    ['W06000015', 'Wales', 'City of Cardiff Council'],
    ['S12000036', 'Scotland', 'City of Edinburgh Council'],
    ['E08000025', 'England', 'Birmingham City Council'],
  ].map(([code = '', nation = '', name]) => [name, checkLibraryAuthority(code, nation)])
  for (const [name, checked] of names) expect(checked).toMatchObject({ ok: true, authority: { name } })
})

test('a district is answered with its county', () => {
  expect(checkLibraryAuthority('E07000008', 'England')).toEqual({
    ok: false,
    reason: 'district',
    name: 'Cambridge City Council',
    instead: [{ code: 'E10000003', name: 'Cambridgeshire County Council' }],
  })
})

test('an abolished council is answered with those that run libraries there now', () => {
  const instead = (code: string) => {
    const checked = checkLibraryAuthority(code, 'England')
    return checked.ok || checked.reason !== 'abolished' ? checked : checked.instead.map(({ name }) => name)
  }
  expect(instead('E10000006')).toEqual(['Cumberland Council', 'Westmorland and Furness Council'])
  // Taunton Deane became a district, which became part of a unitary council.
  expect(instead('E07000190')).toEqual(['Somerset Council'])
  // Waveney became part of a district, whose libraries are the county's.
  expect(instead('E07000206')).toEqual(['Suffolk County Council'])
})

test('what is no library authority, or one of another nation, is refused by its reason', () => {
  expect(checkLibraryAuthority('E99000001', 'England')).toEqual({ ok: false, reason: 'unknown' })
  expect(checkLibraryAuthority('N09000003', 'Northern Ireland')).toMatchObject({ reason: 'not-an-authority' })
  expect(checkLibraryAuthority('W06000015', 'England')).toMatchObject({
    reason: 'other-nation',
    nation: 'Wales',
  })
})

test('of every code in the list, those of living councils other than districts are accepted and all others told why', () => {
  const accepted = data.authorities.filter(({ code, nation }) => checkLibraryAuthority(code, nation).ok)
  expect(new Set(accepted.map(({ code }) => code.slice(0, 3)))).toEqual(
    new Set(['E06', 'E08', 'E09', 'E10', 'W06', 'S12']),
  )
  for (const { code, nation } of data.authorities) {
    const checked = checkLibraryAuthority(code, nation)
    if (!checked.ok && (checked.reason === 'abolished' || checked.reason === 'district'))
      for (const next of checked.instead) expect(checkLibraryAuthority(next.code, nation).ok).toBe(true)
  }
})
