import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from '../deps'
import { checkFileKey } from './file-key'

/** Keeps files below `folder`; a file is there whole or not at all. */
export const createDiskFiles = (folder: string): FileStore => {
  const place = (key: string) => join(folder, ...checkFileKey(key).split('/'))
  return {
    put: async (key, content) => {
      const path = place(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const draft = `${path}.${crypto.randomUUID()}.part`
      await writeFile(draft, content, { mode: 0o600, flush: true })
      await rename(draft, path)
    },
    get: async (key) => {
      try {
        return new Uint8Array(await readFile(place(key)))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    stream: async (key) => {
      try {
        const file = await open(place(key))
        return file.createReadStream()
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    delete: (key) => rm(place(key), { force: true }),
  }
}
