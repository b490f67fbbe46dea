import { z } from 'zod'
import type { Result } from '../../problems'
import type { ImportedItem, ImportFault, ReadFramework } from '../imports/model'

const zUri = z.url({ protocol: /^https?$/ }).max(2000)
const zLink = z.looseObject({ identifier: z.string().optional(), uri: z.string().optional() })
const zDocument = z.looseObject({
  identifier: z.string().min(1).max(200),
  uri: zUri,
  creator: z.string().min(1).max(500),
  title: z.string().min(1).max(500),
  lastChangeDateTime: z.string().min(4).max(100),
  publisher: z.string().max(500).optional(),
  version: z.string().min(1).max(100).optional(),
  language: z.string().max(35).optional(),
  licenseURI: z.looseObject({ title: z.string().optional(), uri: zUri.optional() }).optional(),
})
const zPackage = z.looseObject({
  CFDocument: zDocument,
  CFItems: z.array(z.unknown()).min(1).max(20_000),
  CFAssociations: z.array(z.unknown()).max(100_000).optional(),
})
const zItem = z.looseObject({
  identifier: z.string().min(1).max(200),
  uri: zUri,
  fullStatement: z.string().min(1).max(10_000),
  abbreviatedStatement: z.string().max(1000).optional(),
  humanCodingScheme: z.string().max(200).optional(),
  CFItemType: z.string().max(200).optional(),
})
const zAssociation = z.looseObject({
  associationType: z.string(),
  originNodeURI: zLink,
  destinationNodeURI: zLink,
})

const reasonOf = (field: string): ImportFault['reason'] =>
  field === 'identifier' ? 'identifier-missing' : field === 'uri' ? 'address-not-understood' : 'name-missing'

/**
 * Reads a CFPackage of CASE 1.0 that somebody else wrote: its document, and each item that can be taken. Items that
 * cannot be are named with their place and the reason. `bytes` are not trusted; nothing that they name is fetched.
 * @see 1EdTech Competencies and Academic Standards Exchange 1.0, CFPackage
 */
export const readCasePackage = (bytes: Uint8Array): Result<ReadFramework, readonly ImportFault[]> => {
  const whole = (field: string, reason: ImportFault['reason']) =>
    ({ ok: false, reason: [{ row: undefined, field, value: '', reason }] }) as const
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return whole('file', 'not-readable')
  }
  const read = zPackage.safeParse(json)
  if (!read.success) {
    const [first, second] = read.error.issues[0]?.path ?? []
    return whole(
      [first, second].filter((part) => part !== undefined).join('.'),
      first === 'CFItems' ? 'no-items' : 'document-incomplete',
    )
  }
  const { CFDocument: document, CFItems, CFAssociations = [] } = read.data
  const { items, faults } = readItems(CFItems)
  const relations = readRelations(CFAssociations, items, document.identifier)
  const framework = {
    ...{
      identifier: document.identifier,
      format: 'case' as const,
      title: document.title,
      sourceUrl: document.uri,
    },
    version: document.version ?? document.lastChangeDateTime,
    publisher: document.publisher ?? document.creator,
    licence: document.licenseURI?.title ?? null,
    licenceUrl: document.licenseURI?.uri ?? null,
    language: document.language ?? 'en',
    items: items.map((item) => ({
      ...item,
      parent: relations.parents.get(item.identifier) ?? null,
      related: relations.related.get(item.identifier) ?? [],
    })),
  }
  return { ok: true, value: { framework, faults: [...faults, ...relations.faults] } }
}

const readItems = (given: readonly unknown[]) => {
  const items: ImportedItem[] = []
  const faults: ImportFault[] = []
  const [identifiers, codes] = [new Set<string>(), new Set<string>()]
  for (const [place, one] of given.entries()) {
    const row = place + 1
    const read = zItem.safeParse(one)
    if (!read.success) {
      const field = String(read.error.issues[0]?.path[0] ?? '')
      faults.push({ row, field, value: '', reason: reasonOf(field) })
      continue
    }
    const { identifier, uri, fullStatement, abbreviatedStatement, humanCodingScheme, CFItemType } = read.data
    if (identifiers.has(identifier)) {
      faults.push({ row, field: 'identifier', value: identifier, reason: 'twice' })
      continue
    }
    // A code that is given twice says nothing; the identifier does.
    const code =
      humanCodingScheme === undefined || codes.has(humanCodingScheme) ? identifier : humanCodingScheme
    identifiers.add(identifier)
    codes.add(code)
    items.push({
      ...{ identifier, code, uri, kind: CFItemType ?? null, parent: null, related: [] },
      name: abbreviatedStatement ?? fullStatement,
      description: abbreviatedStatement === undefined ? null : fullStatement,
    })
  }
  return { items, faults }
}

const readRelations = (given: readonly unknown[], items: readonly ImportedItem[], documentId: string) => {
  const known = new Set(items.map(({ identifier }) => identifier))
  const parents = new Map<string, string>()
  const related = new Map<string, string[]>()
  const faults: ImportFault[] = []
  for (const [place, one] of given.entries()) {
    const read = zAssociation.safeParse(one)
    const origin = read.data?.originNodeURI.identifier
    const target = read.data?.destinationNodeURI
    if (
      !read.success ||
      origin === undefined ||
      (!known.has(origin) && target?.identifier !== undefined && !known.has(target.identifier))
    ) {
      faults.push({ row: place + 1, field: 'CFAssociations', value: origin ?? '', reason: 'parent-unknown' })
      continue
    }
    const isChild = read.data.associationType === 'isChildOf'
    if (isChild && target?.identifier !== undefined && target.identifier !== documentId) {
      if (known.has(target.identifier)) parents.set(origin, target.identifier)
      else
        faults.push({
          row: place + 1,
          field: 'isChildOf',
          value: target.identifier,
          reason: 'parent-unknown',
        })
    }
    if (!isChild && target?.uri !== undefined)
      related.set(origin, [...(related.get(origin) ?? []), target.uri])
  }
  return { parents, related, faults }
}
