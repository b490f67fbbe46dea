import type { ImportedFramework, ImportedItem } from '../imports/model'
import { type Framework, type FrameworkItem, itemKinds } from '../model'

const kindOf = (kind: string | null): FrameworkItem['kind'] =>
  itemKinds.find((one) => one === kind?.toLowerCase()) ?? 'heading'

/** A framework that a service brought in, in the shape of those that come with the service; `id` is its row's. */
export const toFramework = (
  {
    id,
    importedAt,
    ...row
  }: Omit<ImportedFramework, 'items'> & { readonly id: string; readonly importedAt: Date },
  items: readonly ImportedItem[],
): Framework => {
  const codes = new Map(items.map(({ identifier, code }) => [identifier, code]))
  const checked = importedAt.toISOString().slice(0, 10)
  return {
    ...{
      id,
      version: row.version,
      name: row.title,
      publisher: row.publisher,
      checked,
      language: row.language,
    },
    sourceUrl: row.sourceUrl ?? '',
    nations: [],
    licence: {
      text: {
        en: row.licence ?? 'The file does not say.',
        cy: row.licence ?? 'Nid yw’r ffeil yn dweud.',
      },
      ...(row.licenceUrl === null ? {} : { url: row.licenceUrl }),
    },
    ids: {
      scheme: 'publisher',
      text: {
        en: 'The codes and identifiers are those of the file.',
        cy: 'Codau a dynodwyr y ffeil yw’r rhain.',
      },
    },
    note: { en: 'Brought in by a library service.', cy: 'Daeth gan wasanaeth llyfrgell.' },
    items: items.map((item) => {
      const parent = item.parent === null ? undefined : codes.get(item.parent)
      return {
        ...{ code: item.code, name: item.name, kind: kindOf(item.kind) },
        ...(item.description === null ? {} : { description: item.description }),
        ...(item.uri === null ? {} : { url: item.uri }),
        // Only what came in a CASE package is an item of one.
        ...(row.format === 'case' ? { targetType: 'CFItem' as const } : {}),
        ...(parent === undefined ? {} : { parent }),
      }
    }),
  }
}
