import type { Deps } from '../deps'
import type { PublishedKey } from '../openbadges/proof'
import type { KeyAlgorithm } from './model'

/** How long the keys of an organisation may be kept by those who read its DID document, and twice that. */
export const PUBLISHED_BEFORE_USE_MS = 10 * 60_000

type NewKey = {
  readonly id: string
  readonly fragment: string
  readonly algorithm: KeyAlgorithm
  readonly createdAt: Date
  readonly publicKey: PublishedKey
  readonly wrapped: string
}

const makeKey = async (
  deps: Deps,
  algorithm: KeyAlgorithm,
): Promise<{ readonly publicKey: PublishedKey; readonly wrapped: string }> => {
  if (algorithm === 'RS256') {
    const { wrapped, ...publicKey } = await deps.keys.generateRsa()
    return { publicKey, wrapped }
  }
  const { wrapped, ...publicKey } = await deps.keys.generate(algorithm)
  return { publicKey, wrapped }
}

/** New signing keys under the names that they are to have; nothing is written. */
export const makeKeys = (
  deps: Deps,
  wanted: readonly { readonly fragment: string; readonly algorithm: KeyAlgorithm }[],
): Promise<NewKey[]> =>
  Promise.all(
    wanted.map(async (key) => ({
      ...key,
      id: deps.random.uuid(),
      createdAt: deps.clock.now(),
      ...(await makeKey(deps, key.algorithm)),
    })),
  )
