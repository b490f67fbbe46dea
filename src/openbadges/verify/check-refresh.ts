import { extractCredential, extractCredentialText } from '../bake/extract-credential'
import type { DocumentSource } from './document-source'
import { hasType, isObject, notChecked, passed, readId, readInstant, toList, toText } from './findings'
import { type ParsedCredential, parseCredential } from './parse-credential'
import type { Finding, JsonObject, VerificationReport } from './report'

/** A newer copy that its issuer signed, and its report. */
export type NewerCopy = { readonly parsed: ParsedCredential; readonly report: VerificationReport }
type Refreshed = { readonly finding: Finding; readonly newer?: NewerCopy }

const startOf = (document: JsonObject): number =>
  readInstant(document['validFrom'] ?? document['issuanceDate'])?.getTime() ?? Number.NaN

/** Whether a document is a later edition of the same credential: one of the same date could hide a badge that was taken back. */
const isLaterEdition = (newer: JsonObject, document: JsonObject): boolean =>
  toText(newer['id']) === toText(document['id']) &&
  readId(newer['issuer']) === readId(document['issuer']) &&
  startOf(newer) > startOf(document)

const isProven = ({ checks }: VerificationReport): boolean =>
  ['proof', 'key-binding'].every((name) =>
    checks.some(({ id, outcome }) => id === name && outcome === 'passed'),
  )

/**
 * Asks the refresh service of a credential for its newest copy, once. A copy counts if it has the same id and issuer,
 * is later, and is signed by the issuer; it then answers for what may have changed. Otherwise the credential in
 * hand is gone on with, and the finding says that a newer one may exist. A newer copy is not asked for a newer one.
 * JSON, JWT and SVG copies are read, and PNG and PDF ones where the fetch gives their bytes. Trust: whatever the service answers is third-party until its proof holds.
 *
 * @see Open Badges 3.0, Verification and Validation (refresh); 1EdTech Verifiable Credentials Refresh 1.0
 */
export const checkRefresh = async (
  document: JsonObject,
  question: {
    readonly documents: DocumentSource
    /** Left out for a copy that is itself the newer one. */
    readonly verify?: (newer: ParsedCredential) => Promise<VerificationReport>
  },
): Promise<Refreshed> => {
  const [service, ...others] = toList(document['refreshService'])
  if (service === undefined || question.verify === undefined) return { finding: passed }
  const notDone: Refreshed = { finding: notChecked('refresh-not-done', { pointer: '/refreshService' }) }
  const url = isObject(service) && others.length === 0 ? toText(service['id']) : undefined
  if (url === undefined || !hasType(service, '1EdTechCredentialRefresh')) return notDone
  const got = await question.documents.get(url, 'refresh-not-done')
  if (!got.ok) return notDone
  const { bytes, text } = got
  const read = parseCredential(bytes === undefined ? extractCredentialText(text) : extractCredential(bytes))
  if (!read.ok || !isLaterEdition(read.parsed.document, document)) return notDone
  const report = await question.verify(read.parsed)
  return isProven(report) ? { finding: passed, newer: { parsed: read.parsed, report } } : notDone
}
