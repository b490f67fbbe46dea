import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { bakePng } from '../../../src/openbadges/bake/bake-png'
import { bakeSvg } from '../../../src/openbadges/bake/bake-svg'
import { writePngChunk } from '../../../src/openbadges/bake/png-chunks'
import { signCredentialJwt } from '../../../src/openbadges/proof'
import { isAllowedAddress } from '../../../src/openbadges/verify/document-source'
import { toCommandLineReport, writePlainReport } from '../../../src/openbadges/verify/format-report'
import { buildDidWebAddress } from '../../../src/openbadges/verify/resolve-controller'
import { checkTexts, headlineTexts, problemTexts } from '../../../src/openbadges/verify/text'
import { verifyCredential } from '../../../src/openbadges/verify/verify-credential'
import { fetchFrom, issuerDid, librarySigner, makeWeb, now, sign, unsigned } from './sample'

const json = JSON.stringify(await sign(unsigned))
const jwt = await signCredentialJwt({
  credential: unsigned,
  signer: librarySigner,
  key: { kid: `${issuerDid}#key-1` },
})
const options = { now, fetchDocument: fetchFrom(await makeWeb()) }

const png = Uint8Array.from([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...writePngChunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  ...writePngChunk('IDAT', zlibSync(Uint8Array.from([0, 255]))),
  ...writePngChunk('IEND', new Uint8Array()),
])
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'

const attach = async (text: string) => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  await pdf.attach(new TextEncoder().encode(text), 'credential.json', { mimeType: 'application/vc+ld+json' })
  return pdf.save()
}

test.each([
  ['json', json],
  ['jwt', jwt],
])('a %s badge is verified from its PNG, SVG and PDF', async (_, text) => {
  const files = {
    png: bakePng(png, text),
    svg: new TextEncoder().encode(bakeSvg(svg, text)),
    pdf: await attach(text),
  }
  for (const [format, bytes] of Object.entries(files)) {
    expect(await verifyCredential({ bytes }, options)).toMatchObject({ verdict: 'verified', format })
  }
})

test('the command line’s report holds what it promises and nothing else', async () => {
  const report = toCommandLineReport('a.json', await verifyCredential({ text: json }, options))
  expect(Object.keys(report)).toEqual(['file', 'verdict', 'checks', 'credential'])
  expect(report.credential).toEqual({
    name: 'Summer Reading Champion',
    issuer: { id: issuerDid, name: 'Ambershire Libraries' },
    recipient: { id: 'urn:uuid:5f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11', name: 'Siân Evans' },
    validFrom: '2026-05-01T09:00:00Z',
    validUntil: '2028-05-01T09:00:00Z',
  })
  expect(toCommandLineReport('b', await verifyCredential({ text: '' }, options))).not.toHaveProperty(
    'credential',
  )
})

test('the plain report cannot be steered by names in the badge', async () => {
  const name = 'Reader\u001b[2J\u202e\nVerified'
  const text = JSON.stringify(await sign({ ...unsigned, name }))
  const plain = writePlainReport('x.json', await verifyCredential({ text }, options), 'cy')
  for (const mark of ['\u001b', '\u202e']) expect(plain).not.toContain(mark)
  expect(plain).toContain('Bathodyn: Reader [2J  Verified')
  expect(plain).toContain('Mewn grym o: 1 Mai 2026')
})

test('did:web identifiers become addresses, http for localhost only', () => {
  expect(buildDidWebAddress('did:web:a.example')).toBe('https://a.example/.well-known/did.json')
  expect(buildDidWebAddress('did:web:a.example:b:c')).toBe('https://a.example/b/c/did.json')
  expect(buildDidWebAddress('did:web:a.example%3A8443')).toBe('https://a.example:8443/.well-known/did.json')
  expect(buildDidWebAddress('did:web:localhost%3A3000:b')).toBe('http://localhost:3000/b/did.json')
  expect(buildDidWebAddress('did:web:localhost.example')).toBe(
    'https://localhost.example/.well-known/did.json',
  )
  for (const wrong of ['did:web:', 'did:web:a b', 'did:web:a.example%2Fb', 'did:web:user@a.example']) {
    expect(buildDidWebAddress(wrong)).toBeUndefined()
  }
})

test('only https addresses are fetched, and http on this machine', () => {
  expect(isAllowedAddress('https://a.example/x')).toBe(true)
  expect(isAllowedAddress('http://localhost:3000/x')).toBe(true)
  for (const wrong of [
    'http://a.example/',
    'file:///etc/passwd',
    'https://u:p@a.example/',
    'ftp://a.example/',
    'x',
  ]) {
    expect(isAllowedAddress(wrong)).toBe(false)
  }
})

test('every text is there in both languages with the same blanks, and every type is a URI', () => {
  const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
  for (const { en, cy } of [
    ...Object.values(problemTexts),
    ...Object.values(headlineTexts),
    ...Object.values(checkTexts),
  ]) {
    expect(blanks(cy)).toEqual(blanks(en))
    expect(cy).not.toBe(en)
  }
  for (const { type } of Object.values(problemTexts))
    expect(type).toMatch(/^(https:\/\/\S+#[A-Z_]+|about:blank)$/)
})

test('no JSON makes the verifier throw or say verified', async () => {
  const names = fc.constantFrom(
    '@context',
    'type',
    'id',
    'issuer',
    'credentialSubject',
    'proof',
    'credentialStatus',
    'vc',
    'x',
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        'https://www.w3.org/ns/credentials/v2',
        'VerifiableCredential',
        'DataIntegrityProof',
        'did:web:a',
        '',
        0,
        true,
        null,
      ),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(names, tie('value'), { maxKeys: 6 }),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, value), async (document) => {
      const report = await verifyCredential({ text: JSON.stringify(document) }, options)
      expect(report.verdict).not.toBe('verified')
    }),
    { numRuns: 300 },
  )
})
