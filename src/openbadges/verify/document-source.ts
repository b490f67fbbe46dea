import { notChecked } from './findings'
import type { Finding } from './report'
import type { ProblemCode } from './text'

/** A public document as the caller's guarded fetch returned it. */
export type FetchedDocument = {
  readonly status: number
  readonly contentType: string
  /** The bytes read as UTF-8. */
  readonly text: string
  /** Where they are at hand: only they tell whether a file is the one that was meant. */
  readonly bytes?: Uint8Array
}

/** Fetches a public document. Rejects where there is no answer; an error status is an answer. */
export type FetchDocument = (url: string) => Promise<FetchedDocument>

const maxFetches = 25
const maxDocumentLength = 20 * 1024 * 1024

type Got = { ok: true; text: string; bytes?: Uint8Array } | { ok: false; status?: number; finding: Finding }

/** Where a verification gets its documents: each address once, at most 25 addresses, 20 MB each. */
export type DocumentSource = { get: (url: string, unreachable: ProblemCode) => Promise<Got> }

/**
 * Whether a document may be fetched from an address: https only, and http for this very machine, where
 * development servers run. No user name or password.
 */
export const isAllowedAddress = (address: string): boolean => {
  try {
    const { protocol, hostname, username, password } = new URL(address)
    if (username !== '' || password !== '') return false
    return (
      protocol === 'https:' ||
      (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'))
    )
  } catch {
    return false
  }
}

/**
 * A source of documents for one verification over the caller's fetch; without one, everything is offline.
 * A document that cannot be had is a `not-checked` finding with the code that the asking check gives.
 */
export const createDocumentSource = (fetchDocument: FetchDocument | undefined): DocumentSource => {
  const asked = new Map<string, Promise<FetchedDocument | undefined>>()
  const ask = (url: string): Promise<FetchedDocument | undefined> => {
    const before = asked.get(url)
    if (before !== undefined) return before
    const answer =
      fetchDocument === undefined || asked.size >= maxFetches
        ? Promise.resolve(undefined)
        : fetchDocument(url).catch(() => undefined)
    asked.set(url, answer)
    return answer
  }
  return {
    get: async (url, unreachable) => {
      const values = { url }
      if (!isAllowedAddress(url)) return { ok: false, finding: notChecked(unreachable, { values }) }
      if (fetchDocument === undefined) return { ok: false, finding: notChecked('offline', { values }) }
      const answer = await ask(url)
      if (answer === undefined || answer.status !== 200 || answer.text.length > maxDocumentLength) {
        const status = answer === undefined ? {} : { status: answer.status }
        return { ok: false, ...status, finding: notChecked(unreachable, { values }) }
      }
      return { ok: true, text: answer.text, ...(answer.bytes && { bytes: answer.bytes }) }
    },
  }
}
