import { isObject, toList, toText } from './findings'
import type { ParsedCredential } from './parse-credential'
import type { Bilingual, Check, CheckId, JsonObject } from './report'

type Difference = {
  readonly check: CheckId
  readonly applies: (parsed: ParsedCredential, check: Check) => boolean
  readonly says: Bilingual
}

const codeIs =
  (...codes: readonly string[]) =>
  (_parsed: ParsedCredential, { problem }: Check): boolean =>
    problem !== undefined && codes.includes(problem.code)

const readsStatus = ({ document }: ParsedCredential): boolean =>
  toList(document['credentialStatus']).every((entry) => {
    const { type, statusPurpose }: JsonObject = isObject(entry) ? entry : {}
    const types = toList(type)
    const isBitstring = types.includes('BitstringStatusListEntry') && statusPurpose === 'revocation'
    return isBitstring || types.includes('1EdTechRevocationList')
  })

const hasOtherSchema = ({ document }: ParsedCredential): boolean =>
  toList(document['credentialSchema']).some(
    (schema) => isObject(schema) && !toList(schema['type']).includes('1EdTechJsonSchemaValidator2019'),
  )

/** Where the public validator of 1EdTech, version 1.11.0 of July 2026, comes to another answer than this verifier. */
const differences: readonly Difference[] = [
  {
    check: 'parse',
    applies: ({ format }, { outcome }) => format === 'pdf' && outcome === 'passed',
    says: {
      en: 'The public validator of 1EdTech does not read PDF files.',
      cy: 'Nid yw dilysydd cyhoeddus 1EdTech yn darllen ffeiliau PDF.',
    },
  },
  {
    check: 'issuer',
    applies: ({ document }, { outcome }) => typeof document['issuer'] === 'string' && outcome === 'passed',
    says: {
      en: 'The public validator of 1EdTech refuses an issuer that is only an address; the standard allows it.',
      cy: "Mae dilysydd cyhoeddus 1EdTech yn gwrthod cyhoeddwr sy'n gyfeiriad yn unig; mae'r safon yn ei ganiatáu.",
    },
  },
  {
    check: 'proof',
    applies: ({ jwt }, { outcome }) =>
      outcome === 'passed' && ['EdDSA', 'Ed25519'].includes(toText(jwt?.header['alg']) ?? ''),
    says: {
      en: 'The public validator of 1EdTech takes this kind of JWT only with RS256 or ES256.',
      cy: 'Dim ond gyda RS256 neu ES256 y mae dilysydd cyhoeddus 1EdTech yn derbyn y math hwn o JWT.',
    },
  },
  {
    check: 'proof',
    applies: codeIs('claims-mismatch'),
    says: {
      en: 'The public validator of 1EdTech does not compare the two; the standard says that they must agree.',
      cy: "Nid yw dilysydd cyhoeddus 1EdTech yn cymharu'r ddau; mae'r safon yn dweud bod rhaid iddynt gytuno.",
    },
  },
  {
    check: 'proof',
    applies: ({ document }, { outcome }) => outcome !== 'passed' && toList(document['proof']).length > 1,
    says: {
      en: 'The public validator of 1EdTech looks at one of the signatures only; here every one must be right.',
      cy: "Dim ond ar un o'r llofnodion y mae dilysydd cyhoeddus 1EdTech yn edrych; yma rhaid i bob un fod yn gywir.",
    },
  },
  {
    check: 'proof',
    applies: codeIs('hidden-member'),
    says: {
      en: 'The public validator of 1EdTech does not look for this.',
      cy: 'Nid yw dilysydd cyhoeddus 1EdTech yn chwilio am hyn.',
    },
  },
  {
    check: 'schema',
    applies: codeIs('related-resource-wrong'),
    says: {
      en: 'The public validator of 1EdTech does not look for this.',
      cy: 'Nid yw dilysydd cyhoeddus 1EdTech yn chwilio am hyn.',
    },
  },
  {
    check: 'schema',
    applies: (parsed, { outcome }) => outcome === 'failed' && hasOtherSchema(parsed),
    says: {
      en: 'The public validator of 1EdTech passes over schemas of this type.',
      cy: "Mae dilysydd cyhoeddus 1EdTech yn anwybyddu sgemâu o'r math hwn.",
    },
  },
  {
    check: 'status',
    applies: (parsed, { outcome }) => outcome === 'failed' && !readsStatus(parsed),
    says: {
      en: 'The public validator of 1EdTech passes over lists of this kind: it looks for badges that were taken back for good.',
      cy: "Mae dilysydd cyhoeddus 1EdTech yn anwybyddu rhestrau o'r math hwn: mae'n chwilio am fathodynnau a dynnwyd yn ôl am byth.",
    },
  },
  {
    check: 'validity',
    applies: codeIs('dates-crossed'),
    says: {
      en: 'The public validator of 1EdTech does not hold the two dates against each other.',
      cy: "Nid yw dilysydd cyhoeddus 1EdTech yn cymharu'r ddau ddyddiad.",
    },
  },
]

/**
 * Notes at each check where the public validator of 1EdTech would come to another answer, so that nobody who asks both
 * is left to wonder.
 *
 * @see Open Badges 3.0, Verification and Validation
 */
export const noteDifferences = (parsed: ParsedCredential, checks: readonly Check[]): Check[] =>
  checks.map((check) => {
    const found = differences.find((one) => one.check === check.id && one.applies(parsed, check))
    return found === undefined ? check : { ...check, differs: found.says }
  })
