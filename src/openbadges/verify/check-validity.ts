import { failed, passed, readInstant, writeDay } from './findings'
import type { ParsedCredential } from './parse-credential'
import type { Finding } from './report'

const readNumericDate = (value: unknown): Date | undefined =>
  typeof value === 'number' && Math.abs(value) < 1e11 ? new Date(value * 1000) : undefined

/**
 * Checks that `now` lies within the dates of a credential: from `validFrom` (or `issuanceDate`) on, and before
 * `validUntil` (or `expirationDate`, or a JWT's `exp`) is over. The end must not lie before the start.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.9 Validity Period
 */
export const checkValidity = (
  { document, jwt }: Pick<ParsedCredential, 'document' | 'jwt'>,
  now: Date,
): Finding => {
  const fromName = document['validFrom'] === undefined ? 'issuanceDate' : 'validFrom'
  const untilName = document['validUntil'] === undefined ? 'expirationDate' : 'validUntil'
  const from = readInstant(document[fromName])
  const until = readInstant(document[untilName])
  if (from === undefined && document[fromName] !== undefined)
    return failed('date-malformed', { pointer: `/${fromName}`, values: { property: fromName } })
  if (until === undefined && document[untilName] !== undefined)
    return failed('date-malformed', { pointer: `/${untilName}`, values: { property: untilName } })
  const end = until ?? readNumericDate(jwt?.claims['exp'])
  if (from !== undefined && end !== undefined && end < from)
    return failed('dates-crossed', { pointer: `/${untilName}` })
  if (from !== undefined && from > now)
    return failed('not-yet-valid', { pointer: `/${fromName}`, values: { date: writeDay(from) } })
  if (end !== undefined && end < now)
    return failed('expired', { pointer: `/${untilName}`, values: { date: writeDay(end) } })
  return passed
}
