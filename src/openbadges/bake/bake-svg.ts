import { BakeError, readTextForBaking } from './bake-error'
import { scanSvg } from './scan-svg'

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

/**
 * Puts a signed credential into an SVG as the first child of its root: a JSON document as one CDATA section, a
 * compact JWS as the `verify` attribute. A credential that was there before is replaced.
 *
 * Throws `BakeError`: `not-an-svg`, `malformed-svg`, or `not-a-credential` for a text that is neither JSON nor
 * a compact JWS.
 *
 * @see Open Badges 3.0, Baking an SVG
 */
export const bakeSvg = (svg: string, credentialText: string): string => {
  const element = writeElement(credentialText)
  const scanned = scanSvg(svg, (namespace, name) => namespace === svgNamespace && name === 'credential')
  if (scanned === undefined) throw new BakeError('not-an-svg', 'The image is not a well-formed SVG')
  const { root, found } = scanned

  const startTag = withNamespace(svg.slice(root.start, root.tagEnd), root.attributes.get('xmlns:openbadges'))
  const head = svg.slice(0, root.start)
  if (root.selfClosing) {
    const name = /^<([^\s/>]+)/.exec(startTag)?.[1] ?? 'svg'
    return `${head}${startTag.slice(0, -2)}>${element}</${name}>${svg.slice(root.tagEnd)}`
  }
  let rest = ''
  let at = root.tagEnd
  for (const old of found) {
    rest += svg.slice(at, Math.max(at, old.start))
    at = Math.max(at, old.end)
  }
  return `${head}${startTag}${element}${rest}${svg.slice(at)}`
}
