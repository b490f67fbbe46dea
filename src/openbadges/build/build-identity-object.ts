import { sha256, toHex } from '../canonicalise'
import type { IdentityObject } from '../model/credential'

/**
 * The `sha256$…` text that stands for an identifier, such as an e-mail address, in a credential. The salt comes
 * after the identifier. The identifier is hashed as given: the specification names no normal form.
 *
 * @see Open Badges 3.0, section B.1.16 (IdentityObject), identityHash
 */
export const hashIdentity = async (identifier: string, salt: string): Promise<string> =>
  `sha256$${toHex(await sha256(identifier + salt))}`

/**
 * An identifier of the recipient in hashed form, for credentials whose holder wants to be found by it. Anyone
 * who can guess the identifier can confirm the guess, so it is no secret.
 *
 * @see Open Badges 3.0, section B.1.16 (IdentityObject)
 */
export const buildIdentityObject = async (input: {
  readonly identifier: string
  readonly identityType: string
  readonly salt: string
}): Promise<IdentityObject> => ({
  type: 'IdentityObject',
  hashed: true,
  identityHash: await hashIdentity(input.identifier, input.salt),
  identityType: input.identityType,
  salt: input.salt,
})
