/**
 * Why a document has no canonical form here:
 * - `undefined-term`: it says something that its contexts do not define, so a signature would not cover it
 * - `unknown-context`: it names a context that is not among the given ones
 * - `too-complex`: its blank nodes would take more work than allowed
 * - `invalid-document`: it is not JSON-LD
 */
export type CanonicalisationCode = 'undefined-term' | 'unknown-context' | 'too-complex' | 'invalid-document'

/** The document cannot be canonicalised; `code` says why, `message` says where, in English. */
export class CanonicalisationError extends Error {
  readonly code: CanonicalisationCode

  constructor(code: CanonicalisationCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'CanonicalisationError'
    this.code = code
  }
}
