import type { Assets } from '../deps'
import { checkFileKey } from './file-key'

/** The part of a static assets binding that is used here. */
export type AssetsBinding = { fetch(request: Request): Promise<Response> }

/** Reads the release's files through the Worker's assets binding. */
export const createWorkersAssets = (binding: AssetsBinding): Assets => ({
  read: async (name) => {
    const response = await binding.fetch(new Request(`https://assets.invalid/assets/${checkFileKey(name)}`))
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
    await response.body?.cancel()
    throw new Error(`There is no asset of the name ${name}.`)
  },
})
