import type { FetchedDocument, FetchPublic } from '../deps'
import { ProblemError } from '../problems'

const MOST_REDIRECTS = 3
const TIMEOUT_MS = 10_000
const MOST_BYTES = 2_000_000

export type FetchOnce = (
  url: URL,
  options: {
    readonly accept: string
    readonly maxBytes: number
    readonly signal: AbortSignal
    readonly own: boolean
  },
) => Promise<FetchedDocument & { readonly location?: string | undefined }>

export type FetchPublicOptions = {
  /** The service's own origin, which development may reach by http on this machine. */
  readonly ownOrigin?: string
  readonly fetchOnce: FetchOnce
}

export const refuseAddress = (detail: string) => new ProblemError('invalid-input', { detail })

/**
 * A GET that follows at most three redirects, each checked like the first address; ten seconds for all of it.
 * Throws ProblemError `invalid-input` for an address that is not on the public web and `not-available` where
 * nothing came back.
 */
export const createFetchPublic =
  ({ ownOrigin, fetchOnce }: FetchPublicOptions): FetchPublic =>
  async (address, { accept = '*/*', maxBytes = MOST_BYTES } = {}) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    let url = parseAddress(address)
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const own = url.origin === ownOrigin
      if (!own) checkPublicUrl(url)
      const { location, ...document } = await fetchOnce(url, { accept, maxBytes, signal, own }).catch(
        (cause: unknown) => {
          if (cause instanceof ProblemError) throw cause
          throw new ProblemError('not-available', { detail: `Nothing came back from ${url.host}.`, cause })
        },
      )
      if (location === undefined || document.status < 300 || document.status > 399) return document
      url = parseAddress(location, url)
    }
    throw new ProblemError('not-available', { detail: `${url.host} redirects too often.` })
  }

const parseAddress = (address: string, base?: URL): URL => {
  const url = URL.parse(address, base)
  if (url === null) throw refuseAddress('This is not an address on the web.')
  return url
}

const privateNames =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|onion|test|invalid|example)\.?$/i

/** Checks what a URL says by itself: https, no user name, and a host name of the public web. */
export const checkPublicUrl = (url: URL): void => {
  if (url.protocol !== 'https:') throw refuseAddress('Only addresses that start with https:// are fetched.')
  if (url.username !== '' || url.password !== '')
    throw refuseAddress('An address with a user name is not fetched.')
  const isLiteral = url.hostname.startsWith('[') || /^[0-9.]+$/.test(url.hostname)
  if (!isLiteral && (privateNames.test(url.hostname) || !url.hostname.includes('.'))) {
    throw refuseAddress('This address is not on the public web.')
  }
}

export const tooLarge = (url: URL, maxBytes: number) =>
  new ProblemError('not-available', { detail: `${url.host} sent more than ${maxBytes} bytes.` })
