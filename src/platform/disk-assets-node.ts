import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assets } from '../deps'
import { checkFileKey } from './file-key'

/** Reads the release's files from `folder` and keeps them: they do not change while it runs. */
export const createDiskAssets = (folder: string): Assets => {
  const read = new Map<string, Promise<Uint8Array>>()
  return {
    read: async (name) => {
      const known = read.get(name)
      if (known !== undefined) return known
      const reading = readFile(join(folder, ...checkFileKey(name).split('/'))).then(
        (content) => new Uint8Array(content),
      )
      read.set(name, reading)
      reading.catch(() => read.delete(name))
      return reading
    },
  }
}
