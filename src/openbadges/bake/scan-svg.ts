/** An element of interest in an SVG: the offsets of its start tag and of its whole text, and its content. */
export type SvgElement = {
  namespace: string
  localName: string
  attributes: Map<string, string>
  /** Offset of `<`. */
  start: number
  /** Offset after the `>` of the start tag. */
  tagEnd: number
  /** Offset after the end tag; equal to `tagEnd` for an empty element. */
  end: number
  selfClosing: boolean
  /** Text and CDATA directly inside, entities resolved. */
  text: string
  depth: number
}

const maxDepth = 200
const maxTags = 200_000
const maxAttributes = 500
const nameCharacters = /^[^\s/>=<"']+/

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined)
        return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(name)] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )

type StartTag = { name: string; attributes: Map<string, string>; end: number; selfClosing: boolean }

const skipSpace = (source: string, from: number): number => {
  let at = from
  while (at < source.length && ' \t\r\n'.includes(source.charAt(at))) at++
  return at
}

const readName = (source: string, at: number): string =>
  nameCharacters.exec(source.slice(at, at + 300))?.[0] ?? ''

const readStartTag = (source: string, start: number): StartTag | undefined => {
  const name = readName(source, start + 1)
  if (name === '') return undefined
  const attributes = new Map<string, string>()
  let at = start + 1 + name.length
  while (attributes.size <= maxAttributes) {
    at = skipSpace(source, at)
    if (source.startsWith('/>', at)) return { name, attributes, end: at + 2, selfClosing: true }
    if (source.charAt(at) === '>') return { name, attributes, end: at + 1, selfClosing: false }
    const attribute = readName(source, at)
    at = skipSpace(source, at + attribute.length)
    if (attribute === '' || attributes.has(attribute) || source.charAt(at) !== '=') return undefined
    at = skipSpace(source, at + 1)
    const quote = source.charAt(at)
    const close = quote === '"' || quote === "'" ? source.indexOf(quote, at + 1) : -1
    if (close < 0) return undefined
    attributes.set(attribute, decodeEntities(source.slice(at + 1, close)))
    at = close + 1
  }
  return undefined
}

/** Offset after a document type declaration, its internal subset skipped and never interpreted. */
const skipDoctype = (source: string, start: number): number => {
  const subset = source.indexOf('[', start)
  const close = source.indexOf('>', start)
  if (close < 0) return -1
  if (subset < 0 || subset > close) return close + 1
  const subsetEnd = source.indexOf(']', subset)
  const end = subsetEnd < 0 ? -1 : source.indexOf('>', subsetEnd)
  return end < 0 ? -1 : end + 1
}

/** Offset after a comment, processing instruction or document type at `at`; 0 if there is none, -1 if broken. */
const skipMisc = (source: string, at: number): number => {
  const after = (end: string, from: number) => {
    const found = source.indexOf(end, from)
    return found < 0 ? -1 : found + end.length
  }
  if (source.startsWith('<!--', at)) return after('-->', at + 4)
  if (source.startsWith('<?', at)) return after('?>', at + 2)
  if (source.startsWith('<!DOCTYPE', at)) return skipDoctype(source, at)
  return 0
}

type Open = SvgElement & { name: string; namespaces: Map<string, string> }

const openElement = (tag: StartTag, start: number, parent: Open | undefined): Open => {
  const declared = [...tag.attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  const inherited = parent?.namespaces ?? new Map<string, string>()
  const namespaces =
    declared.length === 0
      ? inherited
      : new Map([...inherited, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)])
  const colon = tag.name.indexOf(':')
  return {
    name: tag.name,
    namespaces,
    namespace: namespaces.get(colon < 0 ? '' : tag.name.slice(0, colon)) ?? '',
    localName: tag.name.slice(colon + 1),
    attributes: tag.attributes,
    start,
    tagEnd: tag.end,
    end: tag.end,
    selfClosing: tag.selfClosing,
    text: '',
    depth: (parent?.depth ?? -1) + 1,
  }
}

/**
 * Walks an SVG text and returns its root element and those elements that `wanted` asks for, by namespace and
 * local name whatever the prefix. It reads structure only: no external entity is fetched, no declared entity
 * is expanded, and more than 200,000 tags or 200 levels are refused. Undefined where the text is not
 * well-formed enough to follow, or its root is not `svg`.
 *
 * @see Namespaces in XML 1.0
 */
export const scanSvg = (
  source: string,
  wanted: (namespace: string, localName: string) => boolean,
): { root: SvgElement; found: SvgElement[] } | undefined => {
  const stack: Open[] = []
  const found: SvgElement[] = []
  let root: SvgElement | undefined
  let at = source.startsWith('\uFEFF') ? 1 : 0
  for (let tags = 0; tags < maxTags && at < source.length; tags++) {
    const current = stack.at(-1)
    const next = source.indexOf('<', at)
    if (current !== undefined)
      current.text += decodeEntities(source.slice(at, next < 0 ? source.length : next))
    if (next < 0) break
    const misc = skipMisc(source, next)
    if (misc < 0) return undefined
    if (misc > 0) {
      at = misc
    } else if (source.startsWith('<![CDATA[', next)) {
      const close = source.indexOf(']]>', next)
      if (close < 0 || current === undefined) return undefined
      current.text += source.slice(next + 9, close)
      at = close + 3
    } else if (source.startsWith('</', next)) {
      const close = source.indexOf('>', next)
      if (close < 0 || current === undefined || source.slice(next + 2, close).trim() !== current.name)
        return undefined
      current.end = close + 1
      stack.pop()
      at = close + 1
    } else {
      const tag = readStartTag(source, next)
      if (tag === undefined || stack.length >= maxDepth || (root !== undefined && current === undefined))
        return undefined
      const element = openElement(tag, next, current)
      root ??= element
      if (root.localName !== 'svg') return undefined
      if (wanted(element.namespace, element.localName)) found.push(element)
      if (!tag.selfClosing) stack.push(element)
      at = tag.end
    }
  }
  return root === undefined || stack.length > 0 ? undefined : { root, found }
}
