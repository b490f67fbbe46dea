const maxDepth = 64
const numberPattern = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const maxDigits = 15

/** What the text of a JSON document shows that the parsed value no longer does. */
export type JsonScan = {
  /** Nested deeper than 64 levels. */
  readonly isDeep: boolean
  /** An object names a member twice: programs differ in which one they take. */
  readonly repeatsMember: boolean
  /** A number with more digits than every program, and the canonical form, keep. */
  readonly hasLongNumber: boolean
}

/** The offset of the closing quote of the string that opens at `start`. */
const findStringEnd = (text: string, start: number): number => {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1
  return at
}

const readMember = (raw: string): string => {
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw
  }
}

const isLong = (number: string): boolean => {
  const digits = number
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '')
  const value = Number(number)
  return digits.length > maxDigits || !Number.isFinite(value) || (value === 0 && digits !== '')
}

/**
 * Looks through JSON text, before it is parsed, for what would be lost in parsing. Text that is not JSON gives any
 * answer. Reads each character once; stops at 64 levels. Trust: any text may come in.
 *
 * @see RFC 7493 (I-JSON), 2.2 Numbers, 2.3 Object Constraints
 */
export const scanJson = (text: string): JsonScan => {
  // The members of each open object; an array has none.
  const open: (Set<string> | undefined)[] = []
  let expectsMember = false
  let repeatsMember = false
  let hasLongNumber = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      const end = findStringEnd(text, at)
      const members = expectsMember ? open.at(-1) : undefined
      if (members !== undefined) {
        const member = readMember(text.slice(at + 1, end))
        repeatsMember ||= members.has(member)
        members.add(member)
        expectsMember = false
      }
      at = end
    } else if (code === 0x7b || code === 0x5b) {
      if (open.length >= maxDepth) return { isDeep: true, repeatsMember, hasLongNumber }
      open.push(code === 0x7b ? new Set() : undefined)
      expectsMember = code === 0x7b
    } else if (code === 0x7d || code === 0x5d) {
      open.pop()
      expectsMember = false
    } else if (code === 0x2c) expectsMember = open.at(-1) !== undefined
    else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      numberPattern.lastIndex = at
      const number = numberPattern.exec(text)?.[0] ?? '-'
      hasLongNumber ||= isLong(number)
      at += number.length - 1
    }
  }
  return { isDeep: false, repeatsMember, hasLongNumber }
}
