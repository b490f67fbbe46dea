import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { createFetchPublic, type FetchOnce, refuseAddress, tooLarge } from './fetch-public'
import { isPublicAddress } from './public-address-node'

type HostAddress = { readonly address: string; readonly family: number }
export type Resolve = (hostname: string) => Promise<readonly HostAddress[]>

const resolveAll: Resolve = (hostname) => lookup(hostname, { all: true })

/** The address to connect to; refuses a name when any of its addresses is not public. */
const choose = async (url: URL, own: boolean, resolve: Resolve): Promise<HostAddress> => {
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const found = await resolve(hostname)
  const [first] = found
  if (first === undefined) throw new Error(`No address is known for ${hostname}.`)
  if (!own && !found.every(({ address }) => isPublicAddress(address))) {
    throw refuseAddress('This address is not on the public web.')
  }
  return first
}

/**
 * Connects to the very address that was checked, so that a name cannot point elsewhere a moment later.
 */
const createFetchOnce =
  (resolve: Resolve): FetchOnce =>
  async (url, { accept, maxBytes, signal, own }) => {
    const chosen = await choose(url, own, resolve)
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    return new Promise((done, refuse) => {
      const outgoing = request(
        url,
        {
          signal,
          agent: false,
          headers: { Accept: accept, 'Accept-Encoding': 'identity', 'User-Agent': 'Colophon' },
          lookup: (_hostname, options, found) =>
            options.all ? found(null, [chosen]) : found(null, chosen.address, chosen.family),
        },
        (response) => {
          const chunks: Uint8Array[] = []
          let bytes = 0
          response.on('data', (chunk: Uint8Array) => {
            bytes += chunk.length
            if (bytes > maxBytes) response.destroy(tooLarge(url, maxBytes))
            else chunks.push(chunk)
          })
          response.on('error', refuse)
          response.on('end', () => {
            const content = Buffer.concat(chunks)
            done({
              status: response.statusCode ?? 0,
              contentType: response.headers['content-type'] ?? '',
              location: response.headers.location,
              bytes: new Uint8Array(content),
              text: content.toString('utf8'),
            })
          })
        },
      )
      outgoing.on('error', refuse)
      outgoing.end()
    })
  }

export const createNodeFetchPublic = (ownOrigin: string | undefined, resolve: Resolve = resolveAll) =>
  createFetchPublic({
    fetchOnce: createFetchOnce(resolve),
    ...(ownOrigin === undefined ? {} : { ownOrigin }),
  })
