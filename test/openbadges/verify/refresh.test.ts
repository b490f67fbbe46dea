import { expect, test } from 'vitest'
import { OPEN_BADGES_EXTENSIONS_URL } from '../../../contexts'
import { bakePng } from '../../../src/openbadges/bake'
import { png } from '../bake/support'
import {
  didAddress,
  didDocument,
  faultsOf,
  fetchFrom,
  librarySigner,
  listAddress,
  makeStatusList,
  makeWeb,
  sign,
  strangerSigner,
  unsigned,
  verify,
} from './sample'

const refreshAddress = 'https://badges.example/refresh/1'
const ended = {
  ...unsigned,
  '@context': [...Object.values(unsigned['@context'] ?? {}), OPEN_BADGES_EXTENSIONS_URL],
  validUntil: '2026-05-20T00:00:00Z',
  refreshService: { id: refreshAddress, type: '1EdTechCredentialRefresh' },
}
const renewed = { ...ended, validFrom: '2026-05-19T09:00:00Z', validUntil: '2028-05-20T00:00:00Z' }
const old = await sign(ended, librarySigner)

const verifyWith = async (newest: unknown) =>
  verify(
    old,
    await makeWeb({
      [didAddress]: didDocument,
      [listAddress]: await makeStatusList([]),
      ...(newest === undefined ? {} : { [refreshAddress]: newest }),
    }),
  )
const stays = { validity: 'failed expired', refresh: 'not-checked refresh-not-done' }

test('the newest copy of a badge answers for its dates, with a report of its own', async () => {
  const report = await verifyWith(await sign(renewed, librarySigner))
  expect(faultsOf(report)).toEqual({})
  expect(report.verdict).toBe('verified')
  expect(report.refreshed?.credential?.validUntil).toBe('2028-05-20T00:00:00Z')
})

test('a copy that cannot be had, or is not the issuer’s newer edition of it, is left aside', async () => {
  const copies = [
    undefined,
    { nothing: 'here' },
    await sign(renewed, strangerSigner),
    await sign({ ...renewed, id: 'https://badges.example/credentials/2' }, librarySigner),
    await sign({ ...renewed, validFrom: '2026-04-01T09:00:00Z' }, librarySigner),
    // As old as the one in hand: which of the two is the newer one cannot be told.
    await sign({ ...renewed, validFrom: unsigned['validFrom'] }, librarySigner),
    { ...(await sign(renewed, librarySigner)), validUntil: '2030-01-01T00:00:00Z' },
  ]
  for (const copy of copies) expect(faultsOf(await verifyWith(copy))).toEqual(stays)
})

test('a newer copy that was taken back takes the older one with it', async () => {
  const current = await sign(
    { ...unsigned, '@context': ended['@context'], refreshService: ended.refreshService },
    librarySigner,
  )
  const status = { ...Object(unsigned['credentialStatus']), statusListIndex: '77' }
  const web = await makeWeb({
    [didAddress]: didDocument,
    [listAddress]: await makeStatusList([77]),
    [refreshAddress]: await sign({ ...renewed, credentialStatus: status }, librarySigner),
  })
  expect(faultsOf(await verify(current, web))).toEqual({ status: 'failed revoked' })
})

test('a copy that is a picture with the badge inside is read too', async () => {
  const newest = JSON.stringify(await sign(renewed, librarySigner))
  const web = fetchFrom(await makeWeb({ [didAddress]: didDocument, [listAddress]: await makeStatusList([]) }))
  const fetchDocument = async (url: string) =>
    url === refreshAddress
      ? { status: 200, contentType: 'image/png', text: '', bytes: bakePng(png, newest) }
      : web(url)
  const report = await verify(old, undefined, { fetchDocument })
  expect(report.verdict).toBe('verified')
  expect(report.refreshed?.credential?.validUntil).toBe('2028-05-20T00:00:00Z')
})
