import { z } from 'zod'

/**
 * A Data Integrity proof by shape. Older suites (Ed25519Signature2020) have the same members without
 * `cryptosuite`.
 *
 * @see VC Data Integrity 1.0, section 2.1 (Proofs)
 */
export const zDataIntegrityProof = z.looseObject({
  type: z.string(),
  cryptosuite: z.string().optional(),
  created: z.string().optional(),
  verificationMethod: z.string(),
  proofPurpose: z.string(),
  proofValue: z.string().optional(),
})
export type DataIntegrityProof = z.infer<typeof zDataIntegrityProof>
