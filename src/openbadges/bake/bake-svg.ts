import { BakeError, maxImageBytes, maxImageSide, readTextForBaking } from './bake-error'
import { type SvgElement, type SvgScan, scanSvg } from './scan-svg'
import { findSvgDanger } from './svg-dangers'

/** The XML namespace of the element that holds an Open Badges 3.0 credential in an SVG. */
export const svgNamespace = 'https://purl.imsglobal.org/ob/v3p0'

/**
 * JSON that may stand in one CDATA section: the end mark `]]>` and the characters that XML does not allow can
 * only be inside strings, where JSON has its own escapes. The parsed document is the same.
 */
const escapeJsonForXml = (json: string): string =>
  json
    .replaceAll(']]>', ']]\\u003e')
    .replace(
      /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )

const writeElement = (credentialText: string): string => {
  const { form, text } = readTextForBaking(credentialText)
  return form === 'jwt'
    ? `<openbadges:credential verify="${text}"/>`
    : `<openbadges:credential><![CDATA[${escapeJsonForXml(text)}]]></openbadges:credential>`
}

const withNamespace = (startTag: string, declared: string | undefined): string => {
  if (declared === svgNamespace) return startTag
  if (declared !== undefined)
    throw new BakeError('malformed-svg', 'xmlns:openbadges means something else here')
  const nameEnd = /^<[^\s/>]+/.exec(startTag)?.[0].length ?? 0
  return `${startTag.slice(0, nameEnd)} xmlns:openbadges="${svgNamespace}"${startTag.slice(nameEnd)}`
}

/** Whether an element holds an Open Badges 3.0 credential. */
export const isCredentialElement = ({ namespace, localName }: SvgElement): boolean =>
  namespace === svgNamespace && localName === 'credential'

const lengthInPixels = (value: string | undefined): number =>
  Number(/^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(value ?? '')?.[1] ?? 0)

export const readSvgForBaking = (svg: string): SvgScan => {
  if (new TextEncoder().encode(svg).length > maxImageBytes)
    throw new BakeError('image-too-large', 'The SVG is larger than 5 MB')
  if (!/<(?:[^\s<>:/]+:)?svg[\s/>]/.test(svg)) throw new BakeError('not-an-svg', 'The image is not an SVG')
  const scan = scanSvg(svg)
  if (scan === undefined) throw new BakeError('malformed-svg', 'The image is not a well-formed SVG')
  const elements = scan.elements.filter((element) => !isCredentialElement(element))
  const danger = findSvgDanger({ ...scan, elements })
  if (danger !== undefined) throw new BakeError(danger, 'The SVG holds what a badge must not carry')
  const sides = ['width', 'height'].map((name) => lengthInPixels(scan.root.attributes.get(name)))
  if (Math.max(...sides) > maxImageSide)
    throw new BakeError('image-dimensions', `The SVG is ${sides.join(' by ')} pixels`)
  return scan
}

/**
 * Puts a signed credential into an SVG as the first child of its root: a JSON document as one CDATA section, a
 * compact JWS as the `verify` attribute. Credentials that were there before are replaced, and a document type
 * that declares nothing is left out, so that nobody fetches it.
 *
 * Throws `BakeError`: `not-a-credential` for a text that is neither JSON nor a compact JWS, `not-an-svg`,
 * `malformed-svg`, the dangers that `findSvgDanger` names, `image-too-large` (5 MB) or `image-dimensions` (8,192
 * pixels a side).
 *
 * @see Open Badges 3.0, Baking an SVG
 */
export const bakeSvg = (svg: string, credentialText: string): string => {
  const element = writeElement(credentialText)
  const { root, elements, doctype } = readSvgForBaking(svg)
  const startTag = withNamespace(svg.slice(root.start, root.tagEnd), root.attributes.get('xmlns:openbadges'))
  const head =
    doctype === undefined
      ? svg.slice(0, root.start)
      : svg.slice(0, doctype.start) + svg.slice(doctype.end, root.start)
  if (root.selfClosing) {
    const name = /^<([^\s/>]+)/.exec(startTag)?.[1] ?? 'svg'
    return `${head}${startTag.slice(0, -2)}>${element}</${name}>${svg.slice(root.tagEnd)}`
  }
  let rest = ''
  let at = root.tagEnd
  for (const old of elements.filter(isCredentialElement)) {
    rest += svg.slice(at, Math.max(at, old.start))
    at = Math.max(at, old.end)
  }
  return `${head}${startTag}${element}${rest}${svg.slice(at)}`
}
