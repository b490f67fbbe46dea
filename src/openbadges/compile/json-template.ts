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

/** The JSON text with values in place of the stand-ins, the same that JSON.stringify gives of the whole. */
export const fillJson = ({ texts, slots }: JsonTemplate, values: SlotValues): string => {
  let json = texts[0] ?? ''
  for (let i = 0; i < slots.length; i++) json += JSON.stringify(values[slots[i] ?? '']) + texts[i + 1]
  return json
}
