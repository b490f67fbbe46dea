import { z } from 'zod'

/** Any `credentialStatus`: its type decides what else is in it. */
export const zCredentialStatus = z.looseObject({ id: z.string().optional(), type: z.string() })
export type CredentialStatus = z.infer<typeof zCredentialStatus>

/**
 * One place in a status list. The index is text by the specification; numbers occur in the wild and are read.
 *
 * @see Bitstring Status List 1.0, section 2.1 (BitstringStatusListEntry)
 */
export const zBitstringStatusListEntry = z.looseObject({
  id: z.string().optional(),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.string(),
  statusListIndex: z.union([z.string().regex(/^\d{1,15}$/), z.int().nonnegative()]),
  statusListCredential: z.string(),
  statusSize: z.int().positive().optional(),
})
export type BitstringStatusListEntry = z.infer<typeof zBitstringStatusListEntry>
