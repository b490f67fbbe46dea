import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** The SHA-256 of a claim link's token, in hex: what is kept in place of the token. */
export const hashToken = (token: string): string => bytesToHex(sha256(new TextEncoder().encode(token)))
