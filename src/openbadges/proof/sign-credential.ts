import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import type { JsonObject } from '../model/json'
import { type JwtKeyReference, signCredentialJwt } from './credential-jwt'
import { signDocument } from './rdfc-proof'
import type { JwtSigner, Signer } from './signer'

/** A credential with the proofs inside it, and the JWT around both where one was asked for. */
export type SignedCredential = { readonly document: JsonObject; readonly jwt?: string }

/**
 * Signs a credential in every way that is asked for: first with a Data Integrity proof for each of `signers`,
 * which make a proof set in their order, then as a JWT around the document with its proofs.
 *
 * @throws CanonicalisationError when the document has no canonical form
 * @throws RangeError when a member that a claim of the JWT repeats is missing, the id of the subject among them
 * @see Open Badges 3.0, section 8 (Proofs); VC Data Integrity 1.0, section 2.1.1 (Proof Sets)
 */
export const signCredential = async (options: {
  readonly document: JsonObject
  readonly created: Date
  readonly signers: readonly Signer[]
  readonly jwt?: { readonly signer: JwtSigner; readonly key: JwtKeyReference }
  readonly contexts?: ContextDocuments
}): Promise<SignedCredential> => {
  const { created, signers, jwt, contexts = pinnedContexts } = options
  let document = options.document
  for (const signer of signers) document = await signDocument({ document, signer, created, contexts })
  return jwt === undefined
    ? { document }
    : { document, jwt: await signCredentialJwt({ credential: document, ...jwt }) }
}
