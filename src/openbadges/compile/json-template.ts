import type { SlotValues } from './slots'

/** A JSON text cut at its slots: `texts` has one more entry than `slots`. */
export type JsonTemplate = { readonly texts: readonly string[]; readonly slots: readonly string[] }

/**
 * Cuts a JSON text at its stand-ins. Undefined unless each stands in it exactly once, as a whole value and not
 * as a member's name.
 */
export const cutJson = (json: string, sentinels: SlotValues): JsonTemplate | undefined => {
  const places: { name: string; from: number; to: number }[] = []
  for (const [name, sentinel] of Object.entries(sentinels)) {
    const at = json.indexOf(sentinel)
    const [from, to] = [at - 1, at + sentinel.length + 1]
    const whole = json.slice(from, to) === `"${sentinel}"` && json[to] !== ':'
    if (at < 1 || json.lastIndexOf(sentinel) !== at || !whole) return undefined
    places.push({ name, from, to })
  }
  places.sort((a, b) => a.from - b.from)
  const starts = [0, ...places.map(({ to }) => to)]
  const ends = [...places.map(({ from }) => from), json.length]
  return {
    texts: starts.map((start, i) => json.slice(start, ends[i])),
    slots: places.map(({ name }) => name),
  }
}

/** The offset behind the JSON string that begins at `start`; one that does not end goes beyond the text. */
const findStringEnd = (json: string, start: number): number => {
  let at = start + 1
  while (at < json.length && json.charCodeAt(at) !== 0x22) at += json.charCodeAt(at) === 0x5c ? 2 : 1
  return at + 1
}

/**
 * The texts that stand in the slots of a JSON text as JSON.stringify writes it; undefined where it is not the
 * template with texts in its slots. The reverse of `fillJson`. The text may come from anyone.
 */
export const readJson = ({ texts, slots }: JsonTemplate, json: string): SlotValues | undefined => {
  const [start = ''] = texts
  // Slices are compared at once, unlike with startsWith.
  if (json.slice(0, start.length) !== start) return undefined
  const values: { [slot: string]: string } = {}
  let at = start.length
  for (let i = 0; i < slots.length; i++) {
    if (json.charCodeAt(at) !== 0x22) return undefined
    const end = findStringEnd(json, at)
    const next = texts[i + 1] ?? ''
    if (json.slice(end, end + next.length) !== next) return undefined
    const raw = json.slice(at + 1, end - 1)
    values[slots[i] ?? ''] = raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw
    at = end + next.length
  }
  return at === json.length ? values : undefined
}

/** The JSON text with values in place of the stand-ins, the same that JSON.stringify gives of the whole. */
export const fillJson = ({ texts, slots }: JsonTemplate, values: SlotValues): string => {
  let json = texts[0] ?? ''
  for (let i = 0; i < slots.length; i++) json += JSON.stringify(values[slots[i] ?? '']) + texts[i + 1]
  return json
}
