import { cutJson, type JsonTemplate } from './json-template'
import { createSentinels, type SlotKind, type SlotValues } from './slots'

/** A document with stand-ins where it may differ from others of its kind, and what stood there. */
export type Shape = {
  /** The JSON text with the stand-ins: the same for all documents of the shape, and for no others. */
  readonly key: string
  readonly json: JsonTemplate
  readonly template: object
  readonly sentinels: SlotValues
  readonly values: SlotValues
}

/** The members that differ from one recipient to the next. */
const VARYING = new Set([
  'id',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'awardedDate',
  'activityStartDate',
  'activityEndDate',
  'role',
  'narrative',
  'licenseNumber',
  'identityHash',
  'salt',
  'value',
  'statusListIndex',
  'created',
])
/** The members that are the same for all recipients, with all that is in them. */
const SHARED = new Set(['@context', 'type', 'issuer', 'achievement', 'proof', 'resultDescription'])
const MAX_SLOTS = 32
const MAX_DEPTH = 16

const kindOf = (name: string, value: string): SlotKind | undefined => {
  if (name !== 'id') return 'text'
  if (/^https?:\/\//.test(value)) return 'url'
  return value.startsWith('urn:uuid:') ? 'uuid-urn' : undefined
}

type JsonRecord = { [name: string]: unknown }
type Place = { readonly holder: JsonRecord; readonly member: string; readonly kind: SlotKind }

/** A copy of a JSON value, with the places in it that vary; undefined where something in it forbids a shape. */
const copyWithPlaces = (value: unknown, places: Place[] | undefined, depth: number): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (depth > MAX_DEPTH) return undefined
  if (Array.isArray(value)) {
    const copies = value.map((entry) => copyWithPlaces(entry, places, depth + 1))
    return copies.includes(undefined) ? undefined : copies
  }
  const entries: [string, unknown][] = []
  for (const [member, inner] of Object.entries(value)) {
    const isContext = member === '@context'
    if (isContext && depth > 0) return undefined
    const copied = copyWithPlaces(inner, isContext || SHARED.has(member) ? undefined : places, depth + 1)
    if (copied === undefined) return undefined
    entries.push([member, copied])
  }
  const holder: JsonRecord = Object.fromEntries(entries)
  for (const [member, inner] of entries) {
    const kind = typeof inner === 'string' && VARYING.has(member) ? kindOf(member, inner) : undefined
    if (kind !== undefined) places?.push({ holder, member, kind })
  }
  return holder
}

/** Contexts that are only named, so that the document itself gives no word its meaning. */
const namesContexts = (document: JsonRecord): boolean => {
  const context = document['@context']
  const entries: unknown[] = Array.isArray(context) ? context : [context]
  return entries.every((entry) => typeof entry === 'string')
}

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Finds what shape a document is of. Undefined where it gives words a meaning of its own, goes deep, varies in too
 * many places, or holds a text that is used as a stand-in. The document may come from anyone.
 */
export const findShape = (document: object): Shape | undefined => {
  const places: Place[] = []
  const template = copyWithPlaces(document, places, 0)
  if (!isRecord(template) || !namesContexts(template) || places.length > MAX_SLOTS) return undefined
  const kinds = Object.fromEntries(places.map(({ kind }, i) => [`slot ${i}`, kind]))
  const sentinels = createSentinels(kinds)
  const values: { [slot: string]: string } = {}
  places.forEach(({ holder, member }, i) => {
    const slot = `slot ${i}`
    values[slot] = String(holder[member])
    holder[member] = sentinels[slot]
  })
  const key = JSON.stringify(template)
  const json = cutJson(key, sentinels)
  return json && { key, json, template, sentinels, values }
}
