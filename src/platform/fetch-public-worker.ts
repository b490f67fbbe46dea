import { createFetchPublic, type FetchOnce, refuseAddress, tooLarge } from './fetch-public'

const isAddressLiteral = (hostname: string) => hostname.startsWith('[') || /^[0-9.]+$/.test(hostname)

/** A Worker has no private network behind it and no name resolution of its own, so that names suffice. */
const fetchOnce: FetchOnce = async (url, { accept, maxBytes, signal, own }) => {
  if (!own && isAddressLiteral(url.hostname))
    throw refuseAddress('An address must have a name, not a number.')
  const response = await fetch(url, { headers: { Accept: accept }, redirect: 'manual', signal })
  const bytes = await readBytes(response, url, maxBytes)
  return {
    status: response.status,
    contentType: response.headers.get('Content-Type') ?? '',
    location: response.headers.get('Location') ?? undefined,
    bytes,
    text: new TextDecoder().decode(bytes),
  }
}

const readBytes = async (response: Response, url: URL, maxBytes: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > maxBytes) throw tooLarge(url, maxBytes)
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

export const createWorkerFetchPublic = (ownOrigin: string | undefined) =>
  createFetchPublic({ fetchOnce, ...(ownOrigin === undefined ? {} : { ownOrigin }) })
