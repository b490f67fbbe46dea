import { checkDataIntegrityProof, type ProofFindings, type ProofQuestion } from './check-data-integrity'
import { checkJwtProof } from './check-jwt'
import { findHiddenMember } from './check-members'
import { failed, notChecked, readId, toList, worstOf } from './findings'
import type { ParsedCredential } from './parse-credential'
import { openUnsecured, type Unsecured } from './unsecured'

const maxProofs = 8

/**
 * Checks every signature of a document: the JWT around it and each proof inside it. A set of proofs holds only
 * if each of them does, and the key of each must be the issuer's, or that of `issuerId` where it is given.
 * What a proof inside covers must be there for a reader by names to see, or it is `hidden-member`.
 *
 * @see VC Data Integrity 1.0, 4.5 Verify Proof Sets and Chains
 */
export const checkProofs = async (
  { document, jwt }: ParsedCredential,
  environment: Omit<ProofQuestion, 'document' | 'issuerId' | 'unsecured'> & {
    readonly issuerId?: string
    readonly unsecured?: Unsecured
  },
): Promise<ProofFindings> => {
  const issuerId = environment.issuerId ?? readId(document['issuer']) ?? ''
  const unsecured = environment.unsecured ?? openUnsecured(document)
  const question = { ...environment, document, issuerId, unsecured }
  const proofs = toList(document['proof'])
  if (proofs.length > maxProofs) return { proof: failed('too-complex'), binding: notChecked('not-reached') }
  const hidden = proofs.length === 0 ? undefined : findHiddenMember(document)
  if (hidden !== undefined)
    return {
      proof: failed('hidden-member', { values: { name: hidden } }),
      binding: notChecked('not-reached'),
    }
  const found: ProofFindings[] = []
  if (jwt !== undefined) found.push(await checkJwtProof(jwt, question))
  for (const proof of proofs) found.push(await checkDataIntegrityProof(proof, question))
  if (found.length === 0) return { proof: failed('proof-missing'), binding: notChecked('not-reached') }
  return {
    proof: worstOf(found.map(({ proof }) => proof)),
    binding: worstOf(found.map(({ binding }) => binding)),
  }
}
