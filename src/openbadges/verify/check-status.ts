import { decodeStatusList, readStatusBit, type StatusListKind } from '../status-list'
import { checkProofs } from './check-proof'
import { checkValidity } from './check-validity'
import type { DocumentSource } from './document-source'
import { failed, hasType, isObject, notChecked, passed, readId, toList, toText, worstOf } from './findings'
import { type ParsedCredential, parseJsonObject, parseSecuredText } from './parse-credential'
import type { Finding, JsonObject } from './report'

type StatusEnvironment = { now: Date; documents: DocumentSource }

const maxEntries = 8

/** The kind of list that each type of entry points into; the credential of a list adds a word to its name. */
const kindOf: Readonly<Record<string, StatusListKind>> = {
  BitstringStatusListEntry: 'BitstringStatusList',
  StatusList2021Entry: 'StatusList2021',
}

/** A list that is signed while it is fetched begins after the verification did; clocks differ too. */
const LIST_AHEAD_MS = 60_000

const isInDate = (list: ParsedCredential, now: Date): boolean =>
  [now, new Date(now.getTime() + LIST_AHEAD_MS)].some(
    (moment) => checkValidity(list, moment).outcome === 'passed',
  )

type Entry = { url: string; index: number; purpose: 'revocation' | 'suspension' }

const readEntry = (status: JsonObject): Entry | undefined => {
  const url = toText(status['statusListCredential'])
  const index = status['statusListIndex']
  const purpose = status['statusPurpose']
  const isIndex =
    typeof index === 'string' ? /^\d{1,9}$/.test(index) : Number.isInteger(index) && Number(index) >= 0
  if (url === undefined || !isIndex || (purpose !== 'revocation' && purpose !== 'suspension'))
    return undefined
  return { url, index: Number(index), purpose }
}

/** The signed list behind a URL, once its signature, issuer, dates and outline hold. */
const fetchStatusList = async (
  { url, kind, issuerId }: { url: string; kind: StatusListKind; issuerId: string },
  environment: StatusEnvironment,
): Promise<{ ok: true; subject: JsonObject } | { ok: false; finding: Finding }> => {
  const values = { url }
  const refuse = (finding: Finding) => ({ ok: false, finding }) as const
  const got = await environment.documents.get(url, 'status-unreachable')
  if (!got.ok) return refuse(got.finding)
  const read = parseSecuredText(got.text, 'json')
  if (!read.ok) return refuse(notChecked('status-list-wrong', { values }))
  const { document } = read.parsed
  const { proof, binding } = await checkProofs(read.parsed, environment)
  const isSigned = proof.outcome === 'passed' && binding.outcome === 'passed'
  if (!isSigned || readId(document['issuer']) !== issuerId)
    return refuse(notChecked('status-list-unproven', { values }))
  const id = document['id']
  const subject = document['credentialSubject']
  const isList = hasType(document, `${kind}Credential`) && hasType(subject, kind)
  if (
    !isInDate(read.parsed, environment.now) ||
    !isList ||
    !isObject(subject) ||
    (id !== undefined && id !== url)
  )
    return refuse(notChecked('status-list-wrong', { values }))
  return { ok: true, subject }
}

/**
 * Looks one entry up in its list. What the list does not let us know is `not-checked`; an entry that points
 * outside the list or at a list of another purpose is `failed`.
 *
 * @see Bitstring Status List 1.0, 3.2 Validate Algorithm; Status List 2021, 3.2 Validate Algorithm
 */
const checkListEntry = async (
  status: JsonObject,
  { kind, issuerId }: { kind: StatusListKind; issuerId: string },
  environment: StatusEnvironment,
): Promise<Finding> => {
  const pointer = '/credentialStatus'
  const purpose = toText(status['statusPurpose'])
  const size = status['statusSize'] ?? 1
  if (purpose !== undefined && purpose !== 'revocation' && purpose !== 'suspension')
    return notChecked('status-not-supported', { pointer, values: { kind: purpose } })
  if (size !== 1) return notChecked('status-not-supported', { pointer, values: { kind: 'statusSize' } })
  const entry = readEntry(status)
  if (entry === undefined) return failed('status-malformed', { pointer })
  const values = { url: entry.url }
  const list = await fetchStatusList({ url: entry.url, kind, issuerId }, environment)
  if (!list.ok) return list.finding
  if (!toList(list.subject['statusPurpose']).includes(entry.purpose))
    return failed('status-purpose-mismatch', { pointer })
  const decoded = decodeStatusList(list.subject['encodedList'], kind)
  if (decoded.bits === undefined) return notChecked('status-list-wrong', { values })
  const isSet = readStatusBit(decoded.bits, entry.index)
  if (isSet === true) return failed(entry.purpose === 'revocation' ? 'revoked' : 'suspended', { pointer })
  if (!decoded.ok) return notChecked('status-list-too-short', { values })
  return isSet === undefined
    ? failed('status-out-of-range', { pointer: `${pointer}/statusListIndex` })
    : passed
}

/**
 * Looks a credential up in the older unsigned list of 1EdTech; the list is only as good as its https address.
 *
 * @see 1EdTech Verifiable Credentials Revocation List 1.0
 */
const checkRevocationList = async (
  status: JsonObject,
  credentialId: string | undefined,
  { documents }: StatusEnvironment,
): Promise<Finding> => {
  const url = toText(status['id'])
  if (url === undefined) return failed('status-malformed', { pointer: '/credentialStatus/id' })
  const got = await documents.get(url, 'status-unreachable')
  if (!got.ok) return got.finding
  const parsed = parseJsonObject(got.text)
  const listed = parsed.ok ? parsed.object['revokedCredential'] : undefined
  if (!Array.isArray(listed)) return notChecked('status-list-wrong', { values: { url } })
  const isRevoked = listed.some(
    (entry: unknown) => isObject(entry) && entry['id'] === credentialId && entry['revoked'] !== false,
  )
  return isRevoked ? failed('revoked', { pointer: '/credentialStatus' }) : passed
}

const checkEntry = (
  status: JsonObject,
  document: JsonObject,
  environment: StatusEnvironment,
): Finding | Promise<Finding> => {
  const issuerId = readId(document['issuer']) ?? ''
  for (const [type, kind] of Object.entries(kindOf))
    if (hasType(status, type)) return checkListEntry(status, { kind, issuerId }, environment)
  if (hasType(status, '1EdTechRevocationList'))
    return checkRevocationList(status, toText(document['id']), environment)
  const kind = toText(toList(status['type'])[0]) ?? ''
  return notChecked('status-not-supported', { pointer: '/credentialStatus', values: { kind } })
}

/**
 * Checks that a credential has not been taken back or suspended, by each status entry that it has. Without an
 * entry there is nothing to look up and the check passes. A list counts only if it is signed by the
 * credential's own issuer and in date.
 *
 * @see Open Badges 3.0, Verification and Validation; Bitstring Status List 1.0; Status List 2021
 */
export const checkStatus = async (document: JsonObject, environment: StatusEnvironment): Promise<Finding> => {
  const statuses = toList(document['credentialStatus'])
  if (statuses.length > maxEntries) return failed('too-complex', { pointer: '/credentialStatus' })
  const findings: Finding[] = []
  for (const status of statuses) {
    if (isObject(status)) findings.push(await checkEntry(status, document, environment))
    else findings.push(failed('status-malformed', { pointer: '/credentialStatus' }))
  }
  return worstOf(findings)
}
