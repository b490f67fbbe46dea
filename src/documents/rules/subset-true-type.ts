/** The instructions for small sizes, which glyphs refer to; not every font has them. */
const hintingTables = ['cvt ', 'fpgm', 'prep'] as const

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The tables of a TrueType file by their four-letter tags, as views. */
const readTables = (bytes: Uint8Array): Map<string, Uint8Array> => {
  const view = viewOf(bytes)
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + index * 16
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
      const start = view.getUint32(at + 8)
      return [tag, bytes.subarray(start, start + view.getUint32(at + 12))] as const
    }),
  )
}

/** Where a composite glyph names its parts. */
const listComponents = (glyph: Uint8Array): { readonly at: number; readonly id: number }[] => {
  if (glyph.length < 10) return []
  const view = viewOf(glyph)
  if (view.getInt16(0) >= 0) return []
  const components: { at: number; id: number }[] = []
  let at = 10
  let flags = 0x20
  while (flags & 0x20) {
    flags = view.getUint16(at)
    components.push({ at: at + 2, id: view.getUint16(at + 2) })
    at += 4 + (flags & 1 ? 4 : 2)
    if (flags & 0x8) at += 2
    else if (flags & 0x40) at += 4
    else if (flags & 0x80) at += 8
  }
  return components
}

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const padTo4 = (bytes: Uint8Array): Uint8Array => {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  padded.set(bytes)
  return padded
}

const numbers = (values: readonly number[], size: 2 | 4): Uint8Array => {
  const bytes = new Uint8Array(values.length * size)
  const view = viewOf(bytes)
  for (const [index, value] of values.entries()) {
    if (size === 2) view.setUint16(index * 2, value)
    else view.setUint32(index * 4, value)
  }
  return bytes
}

const sumOf = (bytes: Uint8Array): number => {
  const view = viewOf(bytes)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

const writeFont = (tables: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  const header = numbers([1, 0, sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16], 2)
  let at = 12 + sorted.length * 16
  const directory: Uint8Array[] = []
  const bodies: Uint8Array[] = []
  for (const [tag, content] of sorted) {
    const body = padTo4(content)
    directory.push(Uint8Array.from(tag, (letter) => letter.charCodeAt(0)))
    directory.push(numbers([sumOf(body), at, content.length], 4))
    bodies.push(body)
    at += body.length
  }
  return join([header, ...directory, ...bodies])
}

/** The given glyphs and every part that composite ones among them are put together from, each once. */
const gatherGlyphs = (ids: readonly number[], read: (id: number) => Uint8Array): readonly Uint8Array[] => {
  const order = [...new Set([0, ...ids])]
  const places = new Map(order.map((id, place) => [id, place]))
  const glyphs: Uint8Array[] = []
  for (let place = 0; place < order.length; place++) {
    const glyph = padTo4(read(order[place] ?? 0))
    for (const { at, id } of listComponents(glyph)) {
      if (!places.has(id)) {
        places.set(id, order.length)
        order.push(id)
      }
      viewOf(glyph).setUint16(at, places.get(id) ?? 0)
    }
    glyphs.push(glyph)
  }
  return glyphs
}

/**
 * A TrueType font with the given glyphs only: the missing-glyph box as glyph 0, then the glyphs in their order, then
 * the parts that they need. Throws `RangeError` for a font without TrueType outlines.
 *
 * @see ISO/IEC 14496-22 (Open Font Format), 5.3 Tables related to TrueType outlines
 */
export const subsetTrueType = (bytes: Uint8Array, ids: readonly number[]): Uint8Array => {
  const tables = readTables(bytes)
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag)
    if (found === undefined) throw new RangeError(`The font has no table ${tag}.`)
    return found
  }
  const [head, hhea, maxp, glyf] = [table('head'), table('hhea'), table('maxp'), table('glyf')]
  const [loca, hmtx] = [viewOf(table('loca')), viewOf(table('hmtx'))]
  const isLong = viewOf(head).getInt16(50) === 1
  const offset = (id: number) => (isLong ? loca.getUint32(id * 4) : loca.getUint16(id * 2) * 2)
  const lastWidth = viewOf(hhea).getUint16(34) - 1
  const used: number[] = []
  const glyphs = gatherGlyphs(ids, (id) => {
    used.push(id)
    return glyf.subarray(offset(id), offset(id + 1))
  })

  const offsets = [0]
  for (const glyph of glyphs) offsets.push((offsets.at(-1) ?? 0) + glyph.length)
  const metrics = used.flatMap((id) => [
    hmtx.getUint16(Math.min(id, lastWidth) * 4),
    hmtx.getUint16(id <= lastWidth ? id * 4 + 2 : (lastWidth + 1) * 4 + (id - lastWidth - 1) * 2),
  ])
  const changed = (source: Uint8Array, at: number, value: number): Uint8Array => {
    const copy = source.slice()
    viewOf(copy).setUint16(at, value)
    return copy
  }
  return writeFont(
    new Map([
      ...hintingTables.flatMap((tag) => (tables.has(tag) ? [[tag, table(tag)] as const] : [])),
      ['head', changed(head, 50, 1)],
      ['hhea', changed(hhea, 34, used.length)],
      ['maxp', changed(maxp, 4, used.length)],
      ['glyf', join(glyphs)],
      ['loca', numbers(offsets, 4)],
      ['hmtx', numbers(metrics, 2)],
    ]),
  )
}
