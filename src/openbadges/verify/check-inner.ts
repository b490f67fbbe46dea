import { failed, isObject, notChecked, passed, toList, worstOf } from './findings'
import { findKind } from './kinds'
import { type ParsedCredential, parseSecuredText } from './parse-credential'
import type { CredentialKind, Finding, InnerReport, JsonObject, Problem, VerificationReport } from './report'
import type { ProblemCode } from './text'

/** Verifies a credential that stands inside another; undefined where the bounds of one verification are met. */
export type VerifyInner = (
  parsed: ParsedCredential,
  kind: CredentialKind,
) => Promise<VerificationReport | undefined>

/** What a check of the credentials inside found, and the report of each of them. */
export type InnerFindings = { readonly finding: Finding; readonly inner: readonly InnerReport[] }

/** The problem that a report's verdict comes from. */
const findCause = (report: VerificationReport): Problem | undefined => {
  const outcome = report.verdict === 'not-verified' ? 'failed' : 'not-checked'
  return report.checks.find((check) => check.outcome === outcome && check.problem !== undefined)?.problem
}

const summarise = (
  report: VerificationReport,
  pointer: string,
  codes: readonly [ProblemCode, ProblemCode],
) => {
  const [whenFailed, whenNotChecked] = codes
  const values = { reason: findCause(report)?.detail ?? { en: '', cy: '' } }
  if (report.verdict === 'verified') return passed
  return report.verdict === 'not-verified'
    ? failed(whenFailed, { pointer, values })
    : notChecked(whenNotChecked, { pointer, values })
}

/** The report of an inner credential as it stands in the outer one's; the document is in the outer document. */
const place = ({ document: _, ...report }: VerificationReport, pointer: string): InnerReport => ({
  pointer,
  report,
})

/**
 * Verifies each credential of a learner record by itself. One that fails makes the record `not-verified`; one that
 * cannot be confirmed, or is of a kind that is not known here, leaves it unconfirmed.
 *
 * @see Comprehensive Learner Record 2.0, Verification; ClrSubject: `verifiableCredential`
 */
export const checkCredentials = async (document: JsonObject, verify: VerifyInner): Promise<InnerFindings> => {
  const subject = toList(document['credentialSubject'])[0]
  const credentials = isObject(subject) ? toList(subject['verifiableCredential']) : []
  const findings: Finding[] = []
  const inner: InnerReport[] = []
  for (const [at, credential] of credentials.entries()) {
    const pointer = `/credentialSubject/verifiableCredential/${at}`
    if (!isObject(credential)) continue
    const kind = findKind(credential)
    const report = kind && (await verify({ format: 'json', document: credential }, kind))
    if (report === undefined) {
      findings.push(notChecked(kind === undefined ? 'inner-not-known' : 'inner-too-many', { pointer }))
    } else {
      findings.push(summarise(report, pointer, ['inner-failed', 'inner-not-checked']))
      inner.push(place(report, pointer))
    }
  }
  return { finding: worstOf(findings), inner }
}

type Endorsement = {
  readonly parsed: ParsedCredential | undefined
  readonly endorsedId: unknown
  readonly pointer: string
}

const readEndorsement = (value: unknown): ParsedCredential | undefined => {
  if (isObject(value)) return { format: 'json', document: value }
  const read = typeof value === 'string' ? parseSecuredText(value, 'jwt') : undefined
  return read?.ok && read.parsed.jwt !== undefined ? read.parsed : undefined
}

const writePointer = (path: readonly (string | number)[]): string =>
  path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const forms = ['endorsement', 'endorsementJwt'] as const
const apart = new Set<string>([...forms, 'proof', '@context', 'verifiableCredential'])

/**
 * Every endorsement that a document carries, on itself, its achievement, or any profile; not those inside an
 * endorsement or inside a credential of a record, which are looked at with it.
 */
const listEndorsements = (document: JsonObject): readonly Endorsement[] => {
  const found: Endorsement[] = []
  const path: (string | number)[] = []
  const visitMember = (name: string | number, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    path.push(name)
    if (Array.isArray(value)) for (const [at, item] of value.entries()) visitMember(at, item)
    else if (isObject(value)) visit(value)
    path.pop()
  }
  const visit = (holder: JsonObject): void => {
    for (const name of forms) {
      for (const [at, item] of toList(holder[name]).entries()) {
        const place = Array.isArray(holder[name]) ? [...path, name, at] : [...path, name]
        found.push({
          // Each form has a place of its own: an object may not stand for a JWT, nor the reverse.
          parsed: isObject(item) === (name === 'endorsement') ? readEndorsement(item) : undefined,
          endorsedId: holder['id'],
          pointer: writePointer(place),
        })
      }
    }
    for (const name in holder) if (!apart.has(name)) visitMember(name, holder[name])
  }
  visit(document)
  return found
}

/**
 * Verifies every endorsement that a credential carries, each by itself and with the endorsements of its own. Each
 * must be about the thing that carries it; one that cannot be checked makes this check `not-checked`.
 *
 * @see Open Badges 3.0, Verification: endorsements; EndorsementCredential
 */
export const checkEndorsements = async (
  document: JsonObject,
  verify: VerifyInner,
): Promise<InnerFindings> => {
  const findings: Finding[] = []
  const inner: InnerReport[] = []
  for (const { parsed, endorsedId, pointer } of listEndorsements(document)) {
    const subject = toList(parsed?.document['credentialSubject'])[0]
    if (parsed === undefined) {
      findings.push(failed('endorsement-malformed', { pointer }))
    } else if (!isObject(subject) || subject['id'] === undefined || subject['id'] !== endorsedId) {
      findings.push(failed('endorsement-elsewhere', { pointer }))
    } else {
      const report = await verify(parsed, 'endorsement')
      if (report === undefined) findings.push(notChecked('endorsements-too-many', { pointer }))
      else {
        findings.push(summarise(report, pointer, ['endorsement-failed', 'endorsement-not-checked']))
        inner.push(place(report, pointer))
      }
    }
  }
  return { finding: worstOf(findings), inner }
}
