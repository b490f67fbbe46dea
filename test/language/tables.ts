import { readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/** One string of a text table in both languages; what a pattern is filled with stands as `…`. */
export type Entry = {
  readonly file: string
  readonly place: string
  readonly en: string
  readonly cy: string
}

const root = resolve('src')

const files = (): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /(^|-)text\.ts$/.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .sort()

/** A string, or a pattern filled with a mark; undefined where it is neither. */
const read = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  if (typeof value !== 'function') return undefined
  try {
    const said: unknown = value(...Array.from({ length: value.length }, () => '…'))
    return typeof said === 'string' ? said : undefined
  } catch {
    return undefined
  }
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pairs = (en: unknown, cy: unknown, file: string, place: string): Entry[] => {
  const [one, other] = [read(en), read(cy)]
  if (one !== undefined && other !== undefined) return [{ file, place, en: one, cy: other }]
  if (!isTable(en) || !isTable(cy)) return []
  return Object.keys(en).flatMap((key) => pairs(en[key], cy[key], file, `${place}.${key}`))
}

const tablesIn = (value: unknown, file: string, place: string): Entry[] => {
  if (!isTable(value)) return []
  if ('en' in value && 'cy' in value) return pairs(value['en'], value['cy'], file, place)
  return Object.entries(value).flatMap(([key, inner]) => tablesIn(inner, file, `${place}.${key}`))
}

/** Every string of every text table of the service. */
export const readTables = async (): Promise<Entry[]> => {
  const found = await Promise.all(
    files().map(async (file) => tablesIn({ ...(await import(file)) }, relative(root, file), '')),
  )
  return found.flat()
}
