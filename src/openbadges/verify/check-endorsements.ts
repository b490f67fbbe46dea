import { failed, isObject, notChecked, passed, readId, toList, worstOf } from './findings'
import { type ParsedCredential, parseSecuredText } from './parse-credential'
import type { Finding, JsonObject } from './report'

const maxEndorsements = 10

type Endorsement = { parsed: ParsedCredential | undefined; endorsedId: string | undefined }

const listEndorsements = (document: JsonObject): Endorsement[] => {
  const subject = toList(document['credentialSubject'])[0]
  const holders = [
    document,
    isObject(subject) ? subject['achievement'] : undefined,
    document['issuer'],
    isObject(subject) ? subject['source'] : undefined,
  ].filter(isObject)
  return holders.flatMap((holder) => {
    const endorsedId = readId(holder)
    const embedded = toList(holder['endorsement']).map((inner) => ({
      parsed: isObject(inner) ? { format: 'json' as const, document: inner } : undefined,
      endorsedId,
    }))
    const enveloped = toList(holder['endorsementJwt']).map((token) => {
      const read = typeof token === 'string' ? parseSecuredText(token, 'jwt') : undefined
      return { parsed: read?.ok ? read.parsed : undefined, endorsedId }
    })
    return [...embedded, ...enveloped]
  })
}

/** Makes the checks of one endorsement, without its own endorsements. */
export type CheckEndorsement = (parsed: ParsedCredential) => Promise<Finding>

const checkOne = async ({ parsed, endorsedId }: Endorsement, check: CheckEndorsement): Promise<Finding> => {
  if (parsed === undefined) return failed('proof-malformed')
  const subject = toList(parsed.document['credentialSubject'])[0]
  if (readId(subject) !== endorsedId) return failed('endorsement-elsewhere')
  return check(parsed)
}

/**
 * Checks every endorsement that a credential, its achievement or its issuer carries. Each must be about the
 * thing that carries it and must itself pass; one that cannot be checked makes this check `not-checked`.
 *
 * @see Open Badges 3.0, Verification: endorsements; EndorsementCredential
 */
export const checkEndorsements = async (document: JsonObject, check: CheckEndorsement): Promise<Finding> => {
  const endorsements = listEndorsements(document)
  if (endorsements.length > maxEndorsements) return notChecked('endorsements-too-many')
  const findings: Finding[] = []
  for (const endorsement of endorsements) findings.push(await checkOne(endorsement, check))
  const worst = worstOf(findings)
  if (worst.outcome === 'passed') return passed
  if (worst.problem.code === 'endorsement-elsewhere') return worst
  const values = { reason: worst.problem.detail }
  return worst.outcome === 'failed'
    ? failed('endorsement-failed', { values })
    : notChecked('endorsement-not-checked', { values })
}
