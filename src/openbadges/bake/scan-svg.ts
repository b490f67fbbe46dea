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
  /** Text and CDATA directly inside, the entities of XML resolved. */
  text: string
  /** Whether the text or an attribute refers to an entity that XML itself does not define. */
  hasEntities: boolean
}

/** An SVG taken apart: every element in the order of the text, and what stands around them. */
export type SvgScan = {
  root: SvgElement
  elements: readonly SvgElement[]
  /** The names of the processing instructions. */
  instructions: readonly string[]
  /** Offsets of the document type declaration; `declares` where it has an internal subset. */
  doctype?: { start: number; end: number; declares: boolean }
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

/** Whether text, its known entities resolved, still refers to one. */
const refersToEntity = (text: string): boolean =>
  /&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)/.test(text)

type StartTag = {
  name: string
  attributes: Map<string, string>
  hasEntities: boolean
  end: number
  selfClosing: boolean
}

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
  let hasEntities = false
  let at = start + 1 + name.length
  while (attributes.size <= maxAttributes) {
    at = skipSpace(source, at)
    if (source.startsWith('/>', at)) return { name, attributes, hasEntities, end: at + 2, selfClosing: true }
    if (source.charAt(at) === '>') return { name, attributes, hasEntities, end: at + 1, selfClosing: false }
    const attribute = readName(source, at)
    at = skipSpace(source, at + attribute.length)
    if (attribute === '' || attributes.has(attribute) || source.charAt(at) !== '=') return undefined
    at = skipSpace(source, at + 1)
    const quote = source.charAt(at)
    const close = quote === '"' || quote === "'" ? source.indexOf(quote, at + 1) : -1
    if (close < 0) return undefined
    const value = source.slice(at + 1, close)
    hasEntities ||= refersToEntity(value)
    attributes.set(attribute, decodeEntities(value))
    at = close + 1
  }
  return undefined
}

/** The end of something that begins at `at` and is no element, and what it was; undefined where it is broken. */
type Misc = { end: number; kind: 'comment' | 'instruction' | 'doctype'; text: string }

/** Skips a document type declaration and its internal subset, of which nothing is interpreted. */
const skipDoctype = (source: string, start: number): number => {
  const subset = source.indexOf('[', start)
  const close = source.indexOf('>', start)
  if (close < 0) return -1
  if (subset < 0 || subset > close) return close + 1
  const subsetEnd = source.indexOf(']', subset)
  const end = subsetEnd < 0 ? -1 : source.indexOf('>', subsetEnd)
  return end < 0 ? -1 : end + 1
}

/** What stands at `at` when that is a comment, a processing instruction or a document type. */
const readMisc = (source: string, at: number): Misc | 'none' | 'broken' => {
  const kind = source.startsWith('<!--', at)
    ? 'comment'
    : source.startsWith('<?', at)
      ? 'instruction'
      : source.slice(at, at + 9).toUpperCase() === '<!DOCTYPE'
        ? 'doctype'
        : undefined
  if (kind === undefined) return 'none'
  const [mark, from] = kind === 'comment' ? ['-->', at + 4] : ['?>', at + 2]
  const found = source.indexOf(mark, from)
  const end = kind === 'doctype' ? skipDoctype(source, at) : found < 0 ? -1 : found + mark.length
  return end < 0 ? 'broken' : { end, kind, text: source.slice(at, end) }
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
    hasEntities: tag.hasEntities,
  }
}

type Walk = {
  source: string
  stack: Open[]
  elements: Open[]
  instructions: string[]
  doctype?: NonNullable<SvgScan['doctype']>
}

const addText = (element: Open | undefined, text: string): void => {
  if (element === undefined) return
  element.hasEntities ||= refersToEntity(text)
  element.text += decodeEntities(text)
}

const readCdata = ({ source, stack }: Walk, at: number): number => {
  const close = source.indexOf(']]>', at)
  const current = stack.at(-1)
  if (close < 0 || current === undefined) return -1
  current.text += source.slice(at + 9, close)
  return close + 3
}

const readEndTag = ({ source, stack }: Walk, at: number): number => {
  const close = source.indexOf('>', at)
  const current = stack.pop()
  if (close < 0 || current === undefined || source.slice(at + 2, close).trim() !== current.name) return -1
  current.end = close + 1
  return current.end
}

const readElement = ({ source, stack, elements }: Walk, at: number): number => {
  const tag = readStartTag(source, at)
  const isSecondRoot = elements.length > 0 && stack.length === 0
  if (tag === undefined || stack.length >= maxDepth || isSecondRoot) return -1
  const element = openElement(tag, at, stack.at(-1))
  if (elements.length === 0 && element.localName !== 'svg') return -1
  elements.push(element)
  if (!tag.selfClosing) stack.push(element)
  return tag.end
}

/** Reads what begins with `<` at `at`; gives the offset after it, or -1 where the text is broken. */
const readMarkup = (walk: Walk, at: number): number => {
  const misc = readMisc(walk.source, at)
  if (misc === 'broken') return -1
  if (misc !== 'none') {
    if (misc.kind === 'instruction') walk.instructions.push(readName(misc.text, 2).replace(/\?$/, ''))
    if (misc.kind === 'doctype') {
      if (walk.doctype !== undefined || walk.elements.length > 0) return -1
      walk.doctype = { start: at, end: misc.end, declares: misc.text.includes('[') }
    }
    return misc.end
  }
  if (walk.source.startsWith('<![CDATA[', at)) return readCdata(walk, at)
  return walk.source.startsWith('</', at) ? readEndTag(walk, at) : readElement(walk, at)
}

/**
 * Takes an SVG text apart: its elements by namespace and local name whatever the prefix, its processing
 * instructions and its document type. It reads structure only: no external entity is fetched, no declared
 * entity is expanded, and more than 200,000 tags or 200 levels are refused. Undefined where the text is not
 * well-formed enough to follow, or its root is not `svg`. Trust: any text may come in.
 *
 * @see Namespaces in XML 1.0
 */
export const scanSvg = (source: string): SvgScan | undefined => {
  const walk: Walk = { source, stack: [], elements: [], instructions: [] }
  let at = source.startsWith('\uFEFF') ? 1 : 0
  for (let tags = 0; tags < maxTags; tags++) {
    const next = source.indexOf('<', at)
    const text = source.slice(at, next < 0 ? source.length : next)
    if (walk.stack.length === 0 && text.trim() !== '') return undefined
    addText(walk.stack.at(-1), text)
    if (next < 0) {
      const [root] = walk.elements
      if (root === undefined || walk.stack.length > 0) return undefined
      const { elements, instructions, doctype } = walk
      return { root, elements, instructions, ...(doctype === undefined ? {} : { doctype }) }
    }
    at = readMarkup(walk, next)
    if (at < 0) return undefined
  }
  return undefined
}
