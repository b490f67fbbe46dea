import { expect, test } from 'vitest'
import { signCredentialJwt } from '../../../src/openbadges/proof'
import { writePlainReport } from '../../../src/openbadges/verify'
import {
  issuerDid,
  librarySigner,
  makeStatusList,
  makeWeb,
  sign,
  strangerSigner,
  unsigned,
  verify,
  without,
} from './sample'

const notesOf = (report: Awaited<ReturnType<typeof verify>>) =>
  Object.fromEntries(report.checks.flatMap(({ id, differs }) => (differs ? [[id, differs.en]] : [])))

test('a badge on which both agree has no note', async () => {
  expect(notesOf(await verify(await sign(unsigned)))).toEqual({})
})

test('where the public validator would answer otherwise, the check says so in both languages', async () => {
  const free = without(unsigned, 'credentialStatus')
  const jwt = await signCredentialJwt({
    credential: unsigned,
    signer: librarySigner,
    key: { kid: `${issuerDid}#key-1` },
  })
  const twice = await sign(await sign(free), strangerSigner)
  const paused = {
    ...unsigned,
    credentialStatus: { ...Object(unsigned['credentialStatus']), statusPurpose: 'suspension' },
  }
  const list = await makeStatusList([94_567], { subject: { statusPurpose: 'suspension' } })
  const cases: [unknown, string, RegExp][] = [
    [jwt, 'proof', /RS256 or ES256/],
    [await sign({ ...free, issuer: issuerDid }), 'issuer', /only an address/],
    [twice, 'proof', /one of the signatures only/],
    [await sign(paused), 'status', /for good/],
    [await sign({ ...free, validUntil: '2026-04-01T00:00:00Z' }), 'validity', /each other/],
  ]
  const web = await makeWeb({ 'https://badges.example/status/1': list })
  for (const [document, check, words] of cases) {
    const report = await verify(document, web)
    expect(Object.keys(notesOf(report))).toEqual([check])
    expect(notesOf(report)[check]).toMatch(words)
    const note = report.checks.find(({ id }) => id === check)?.differs
    expect(note?.cy).toContain('1EdTech')
    expect(writePlainReport('badge.json', report, 'cy')).toContain(note?.cy)
  }
})
