import type { SvgElement, SvgScan } from './scan-svg'

/** What makes an SVG unfit to carry a credential, by name. */
export type SvgDanger =
  | 'svg-entities'
  | 'svg-script'
  | 'svg-event-handler'
  | 'svg-foreign-content'
  | 'svg-external-reference'
  | 'svg-animated'

const svgElements = 'http://www.w3.org/2000/svg'
const xhtmlElements = 'http://www.w3.org/1999/xhtml'
const scripts = ['script', 'handler', 'listener']
const foreign = ['foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'link', 'meta']
const animations = ['animate', 'animatecolor', 'animatemotion', 'animatetransform', 'set', 'discard', 'mpath']
const references = ['href', 'src', 'action', 'formaction', 'data', 'base']
const plainPicture = /^data:image\/(png|jpeg|gif|webp);base64,[\w+/=\s]*$/i

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()

/** Without what CSS and browsers skip: comments, escapes, spaces and control characters. */
const squeeze = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?(\*\/|$)/g, '')
    .replace(/\\([0-9a-fA-F]{1,6})\s?/g, (_, hex: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
    )
    .replace(/[\s\\\p{Cc}]/gu, '')
    .toLowerCase()

const isOwn = (address: string): boolean => {
  const plain = address.trim()
  return plain === '' || plain.startsWith('#') || plainPicture.test(plain)
}

const findStyleDanger = (style: string): SvgDanger | undefined => {
  const css = squeeze(style)
  if (/javascript:|expression\(|behavior:|-moz-binding/.test(css)) return 'svg-script'
  if (css.includes('@import')) return 'svg-external-reference'
  for (const [, address = ''] of css.matchAll(/(?:url|src|image|image-set)\(["']?([^"')]*)/g))
    if (!isOwn(address)) return 'svg-external-reference'
  return /@keyframes|@-webkit-keyframes|animation(-name)?:|transition(-property)?:/.test(css)
    ? 'svg-animated'
    : undefined
}

const findAttributeDanger = (name: string, value: string): SvgDanger | undefined => {
  const local = localOf(name)
  if (name === 'xmlns' || name.startsWith('xmlns:')) return undefined
  if (/^on[a-z]/.test(local)) return 'svg-event-handler'
  if (/^(javascript|vbscript|livescript):/.test(squeeze(value))) return 'svg-script'
  if (references.includes(local) && !isOwn(value)) return 'svg-external-reference'
  return local === 'style' || /url\(/i.test(squeeze(value)) ? findStyleDanger(value) : undefined
}

const findElementDanger = ({ namespace, localName, attributes, text }: SvgElement): SvgDanger | undefined => {
  const local = localName.toLowerCase()
  if (scripts.includes(local)) return 'svg-script'
  if (foreign.includes(local) || namespace === xhtmlElements) return 'svg-foreign-content'
  if (animations.includes(local) && (namespace === svgElements || namespace === '')) return 'svg-animated'
  for (const [name, value] of attributes) {
    const danger = findAttributeDanger(name, value)
    if (danger !== undefined) return danger
  }
  return local === 'style' ? findStyleDanger(text) : undefined
}

/**
 * The first thing in an SVG that a badge must not carry, or undefined for a plain still picture:
 * - `svg-entities`: a document type that declares something, or an entity that XML does not define
 * - `svg-script`: a script, or an address that is one
 * - `svg-event-handler`: an attribute that runs on an event
 * - `svg-foreign-content`: HTML or another kind of document inside
 * - `svg-external-reference`: anything that is fetched from elsewhere, or a file inside that is no plain picture
 * - `svg-animated`: a picture that moves
 *
 * Trust: any SVG may come in. A picture with none of these is safe to show on a page of one's own.
 *
 * @see SVG 2, 2.6 Document conformance (secure static mode)
 */
export const findSvgDanger = (scan: SvgScan): SvgDanger | undefined => {
  if (scan.doctype?.declares || scan.elements.some(({ hasEntities }) => hasEntities)) return 'svg-entities'
  if (scan.instructions.some((target) => target !== 'xml')) return 'svg-external-reference'
  for (const element of scan.elements) {
    const danger = findElementDanger(element)
    if (danger !== undefined) return danger
  }
  return undefined
}
