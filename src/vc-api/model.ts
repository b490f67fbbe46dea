import { z } from 'zod'

/** Any JSON object. It is looked into by the rules of the standard, for it must stay as it was sent. */
const zDocument = z.record(z.string(), z.unknown())

/** The request to secure a credential. */
export const zIssueRequest = z.object({
  credential: zDocument,
  options: z
    .object({
      created: z.string().optional(),
      mandatoryPointers: z.array(z.string()).max(200).optional(),
    })
    .optional(),
})
export type IssueRequest = z.infer<typeof zIssueRequest>

/** The request to show a part of a credential that was signed selectively. */
export const zDeriveRequest = z.object({
  verifiableCredential: zDocument,
  options: z.object({ selectivePointers: z.array(z.string()).max(200).default([]) }),
})
export type DeriveRequest = z.infer<typeof zDeriveRequest>

const zVerifyOptions = z.object({
  checks: z.array(z.string()).max(20).optional(),
  challenge: z.string().optional(),
  domain: z.string().optional(),
  expectedProofPurpose: z.string().optional(),
})
export type VerifyRequestOptions = z.infer<typeof zVerifyOptions>

/** The request to verify a credential. */
export const zVerifyCredentialRequest = z.object({
  verifiableCredential: zDocument,
  options: zVerifyOptions.optional(),
})
export type VerifyCredentialRequest = z.infer<typeof zVerifyCredentialRequest>

/** The request to verify a presentation. */
export const zVerifyPresentationRequest = z.object({
  verifiablePresentation: zDocument,
  options: zVerifyOptions.optional(),
})
export type VerifyPresentationRequest = z.infer<typeof zVerifyPresentationRequest>

/** The purposes of the lists in which the `status` instance gives each credential a place. */
export const statusPurposes = ['revocation', 'suspension'] as const
export type StatusPurpose = (typeof statusPurposes)[number]

/** The request to set or clear a status of a credential that was issued here. */
export const zStatusRequest = z.object({
  credentialId: z.string(),
  credentialStatus: z.object({
    type: z.literal('BitstringStatusListEntry').optional(),
    statusPurpose: z.enum(statusPurposes).default('revocation'),
  }),
  status: z.boolean().default(true),
})
export type StatusRequest = z.infer<typeof zStatusRequest>

/** One thing that stands against a document, as RFC 9457 and the data model name it. */
export const zProblem = z.object({
  type: z.string(),
  title: z.string(),
  detail: z.string(),
  pointer: z.string().optional(),
})
export type VcApiProblem = z.infer<typeof zProblem>

/** A document that was refused. */
export const zRefusal = z.object({
  type: z.string(),
  title: z.string(),
  status: z.literal(400),
  detail: z.string(),
  verified: z.literal(false).optional(),
  problemDetails: z.array(zProblem),
})
export type Refusal = z.infer<typeof zRefusal>
