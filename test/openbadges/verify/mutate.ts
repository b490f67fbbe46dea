import type { JsonObject } from '../../../src/openbadges/model/json'
import { type VerifyInput, verifyCredential } from '../../../src/openbadges/verify/verify-credential'
import { fetchFrom, makeWeb, now, sign, unsigned, type Web } from './sample'

/** Numbers from 0 to below `limit`, the same ones for the same seed. */
export const drawFrom = (seed: number) => {
  let state = seed
  return (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

export type Draw = ReturnType<typeof drawFrom>

export const splice = (text: string, at: number, leave: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + leave)

const printable = (draw: Draw): string => String.fromCharCode(0x20 + draw(0x5f))

type Place = { holder: Record<string, unknown>; name: string }

/** Every value of a document with the object or array that holds it. */
const listPlaces = (value: unknown): Place[] => {
  if (typeof value !== 'object' || value === null) return []
  // Object or array of parsed JSON, as asked above.
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...listPlaces(holder[name])])
}

/** The document with two of its values in each other's place. */
const swapValues = (text: string, draw: Draw): string => {
  const document: unknown = JSON.parse(text)
  const places = listPlaces(document)
  const [one, other] = [places[draw(places.length)], places[draw(places.length)]]
  if (one === undefined || other === undefined) return text
  const [first, second] = [one.holder[one.name], other.holder[other.name]]
  if (JSON.stringify(first).includes(JSON.stringify(second))) return text
  if (JSON.stringify(second).includes(JSON.stringify(first))) return text
  one.holder[one.name] = second
  other.holder[other.name] = first
  return JSON.stringify(document)
}

/** The document without one of its members. */
const dropMember = (text: string, draw: Draw): string => {
  const document: unknown = JSON.parse(text)
  const places = listPlaces(document)
  const place = places[draw(places.length)]
  if (Array.isArray(place?.holder)) place.holder.splice(Number(place.name), 1)
  else if (place !== undefined) delete place.holder[place.name]
  return JSON.stringify(document)
}

/** Ways to alter the text of a JSON document by chance. */
export const alterations: readonly ((text: string, draw: Draw) => string)[] = [
  (text, draw) => {
    const at = draw(text.length)
    return splice(text, at, 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << draw(7))))
  },
  (text, draw) => splice(text, draw(text.length), 1, printable(draw)),
  (text, draw) => splice(text, draw(text.length), 1, ''),
  (text, draw) => splice(text, draw(text.length), 0, printable(draw)),
  (text, draw) => {
    const at = draw(text.length - 1)
    return splice(text, at, 2, `${text.charAt(at + 1)}${text.charAt(at)}`)
  },
  swapValues,
  dropMember,
]

/**
 * What a document says, by the rules of JSON-LD: one value and a list of one are the same, the order in a list of
 * types, identifiers or results means nothing, and nothing is said by nothing. Contexts are in order.
 */
const meaningOf = (value: unknown, name = ''): unknown => {
  if (Array.isArray(value)) {
    const items = value.map((item) => meaningOf(item)).filter((item) => item !== undefined)
    if (name === '@context' || name === 'allowedValue') return items
    if (items.length < 2) return items[0]
    return items.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
  }
  if (value === null) return undefined
  if (typeof value !== 'object') return value
  const members = Object.entries(value).map(([key, item]) => [key, meaningOf(item, key)] as const)
  return Object.fromEntries(
    members.filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/**
 * Whether a verified document says what the original says. Each proof of a set stands for itself, so one may be
 * missing while another still holds; a chain of proofs is what forbids that.
 */
const saysTheSame = (document: JsonObject | undefined, original: JsonObject): boolean => {
  const write = (value: unknown) => JSON.stringify(meaningOf(value))
  const { proof, ...rest } = document ?? {}
  const { proof: proofs, ...whole } = original
  const known = [proofs].flat().map(write)
  return write(rest) === write(whole) && [proof].flat().every((one) => known.includes(write(one)))
}

/**
 * Verifies each mutant. `survivors` are those that are verified although they say something else; `same` counts the
 * others that are verified, which say what the original says.
 */
export const hunt = async <T extends VerifyInput>(original: JsonObject, web: Web, mutants: Iterable<T>) => {
  const fetchDocument = fetchFrom(
    Object.fromEntries(
      Object.entries(web).map(([url, document]) => [
        url,
        typeof document === 'object' ? JSON.stringify(document) : document,
      ]),
    ),
  )
  const survivors: T[] = []
  let same = 0
  let tried = 0
  for (const mutant of mutants) {
    tried += 1
    const report = await verifyCredential(mutant, { now, fetchDocument })
    if (report.verdict !== 'verified') continue
    if (saysTheSame(report.document, original)) same += 1
    else survivors.push(mutant)
  }
  return { tried, same, survivors }
}

const { credentialSubject: _subject, ...outline } = unsigned

/** The smallest badge that has every part of one. */
export const smallBadge: JsonObject = {
  ...outline,
  credentialSubject: {
    id: 'urn:uuid:5f1f0b9e-7f2d-4d7e-9a55-0f4b8a9f0c11',
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://badges.example/a/1',
      type: ['Achievement'],
      name: 'Reader',
      description: 'Read.',
      criteria: { narrative: 'Ten.' },
    },
  },
}

export const smallSigned: JsonObject = await sign(smallBadge)
export const usualWeb = await makeWeb()
