import { createFetchPublic, type FetchOnce, refuseAddress, tooLarge } from './fetch-public'

const isAddressLiteral = (hostname: string) => hostname.startsWith('[') || /^[0-9.]+$/.test(hostname)

/** A Worker has no private network behind it and no name resolution of its own, so that names suffice. */
const fetchOnce: FetchOnce = async (url, { accept, maxBytes, signal, own }) => {
  if (!own && isAddressLiteral(url.hostname))
    throw refuseAddress('An address must have a name, not a number.')
  const response = await fetch(url, { headers: { Accept: accept }, redirect: 'manual', signal })
  return {
    status: response.status,
    contentType: response.headers.get('Content-Type') ?? '',
    location: response.headers.get('Location') ?? undefined,
    text: await readText(response, url, maxBytes),
  }
}

const readText = async (response: Response, url: URL, maxBytes: number): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > maxBytes) throw tooLarge(url, maxBytes)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

export const createWorkerFetchPublic = (ownOrigin: string | undefined) =>
  createFetchPublic({ fetchOnce, ...(ownOrigin === undefined ? {} : { ownOrigin }) })
