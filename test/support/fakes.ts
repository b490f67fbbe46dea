import { createHash } from 'node:crypto'
import type { Clock, FetchedDocument, FileStore, Job, Log, Mail, Random } from '../../src/deps'
import { ProblemError } from '../../src/problems'

export const startOfTests = new Date('2026-06-01T09:00:00Z')

/** A clock that stands still until it is moved. */
export const createFakeClock = (): Clock & { set(at: Date): void; advance(milliseconds: number): void } => {
  let now = startOfTests
  return {
    now: () => new Date(now),
    set: (at) => {
      now = at
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds)
    },
  }
}

/** The same bytes and identifiers in every run. */
export const createSeededRandom = (clock: Clock, seed = 'colophon'): Random => {
  let calls = 0
  const draw = (length: number) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => {
      calls += 1
      return createHash('sha256').update(`${seed} ${calls}`).digest()
    })
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length))
  }
  return {
    bytes: draw,
    uuid: () => {
      const time = clock.now().getTime().toString(16).padStart(12, '0')
      const order = (calls & 0xfff).toString(16).padStart(3, '0')
      const rest = Buffer.from(draw(8)).toString('hex')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${rest.slice(1, 4)}-${rest.slice(4)}`
    },
  }
}

export const createMemoryFiles = (): FileStore & { readonly kept: Map<string, Uint8Array> } => {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    put: async (key, content) => void kept.set(key, Uint8Array.from(content)),
    get: async (key) => kept.get(key),
    stream: async (key) => {
      const content = kept.get(key)
      return content && new Blob([Uint8Array.from(content)]).stream()
    },
    delete: async (key) => void kept.delete(key),
  }
}

export const createRecordingMailer = (clock: Clock) => {
  const sent: (Mail & { readonly at: Date })[] = []
  return {
    sent,
    send: async (mail: Mail) => void sent.unshift({ ...mail, at: clock.now() }),
    shown: () => sent,
  }
}

export const createRecordingJobs = () => {
  const queued: Job[] = []
  return { queued, enqueue: async (job: Job) => void queued.push(job) }
}

export const createRecordingLog = (): Log & { readonly lines: string[] } => {
  const lines: string[] = []
  const at =
    (level: string) =>
    (message: string, fields?: object, cause?: unknown): void =>
      void lines.push(`${level} ${message} ${JSON.stringify(fields ?? {})} ${cause ?? ''}`)
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** A public web of the given documents; any other address does not answer. */
export const createFakeWeb = () => {
  const documents = new Map<string, Omit<FetchedDocument, 'bytes'>>()
  return {
    documents,
    fetchPublic: async (url: string): Promise<FetchedDocument> => {
      const document = documents.get(url)
      if (document === undefined)
        throw new ProblemError('not-available', { detail: `Nothing came back from ${url}.` })
      return { ...document, bytes: new TextEncoder().encode(document.text) }
    },
  }
}
