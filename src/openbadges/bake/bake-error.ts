import type { PngFault } from './png-chunks'
import type { SvgDanger } from './svg-dangers'

/** Why a credential could not be put into an image. */
export type BakeErrorCode =
  | 'not-a-png'
  | PngFault
  | 'png-animated'
  | 'not-an-svg'
  | 'malformed-svg'
  | SvgDanger
  | 'image-too-large'
  | 'image-dimensions'
  | 'not-a-credential'

/** The largest image that a credential is put into, in bytes. */
export const maxImageBytes = 5 * 1024 * 1024

/** The longest side of an image that a credential is put into, in pixels. */
export const maxImageSide = 8192

/** Raised where an image or a credential text cannot be baked; `code` says which of the two is at fault. */
export class BakeError extends Error {
  readonly code: BakeErrorCode

  constructor(code: BakeErrorCode, message: string) {
    super(message)
    this.name = 'BakeError'
    this.code = code
  }
}

const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/

/**
 * Says in which of its two forms a credential's text is: a JSON document with its proof inside, or a
 * compact JWS. Undefined where it is neither. Looks at the outline only and verifies nothing.
 *
 * @see Open Badges 3.0, Document Formats
 */
export const findTextForm = (text: string): 'json' | 'jwt' | undefined => {
  const trimmed = text.trim()
  if (trimmed.startsWith('{')) return 'json'
  return compactJws.test(trimmed) ? 'jwt' : undefined
}

/** The trimmed text and its form, or a `BakeError` with code `not-a-credential`. */
export const readTextForBaking = (text: string): { form: 'json' | 'jwt'; text: string } => {
  const form = findTextForm(text)
  if (form === undefined) throw new BakeError('not-a-credential', 'Neither a JSON document nor a compact JWS')
  return { form, text: text.trim() }
}
