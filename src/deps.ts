import type { Kysely } from 'kysely'
import type { Config } from './config'
import type { Database } from './database/schema'
import type { JwtSigner, RsaPublicJwk, Signer, SyncPrimitives } from './openbadges/proof'

/** Everything that an action needs from outside: one plain object, built once by a runtime adapter. */
export type Deps = {
  readonly config: Config
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly random: Random
  readonly keys: KeyStore
  readonly mailer: Mailer
  readonly files: FileStore
  readonly assets: Assets
  readonly drawPng: DrawPng
  readonly jobs: Jobs
  /** A GET that cannot reach private networks; redirects are checked, time and size are limited. */
  readonly fetchPublic: FetchPublic
  readonly log: Log
  /** Hashes and signatures by the runtime itself, where it can give them at once. */
  readonly primitives?: SyncPrimitives
}

export type Clock = { now(): Date }

export type Random = {
  /** A UUIDv7: sortable by time of making. */
  uuid(): string
  bytes(length: number): Uint8Array
}

/** Makes and uses signing keys; private keys never leave it. `wrapped` is what a store may keep. */
export type KeyStore = {
  generate(algorithm: 'Ed25519' | 'ES256'): Promise<{ publicKeyMultibase: string; wrapped: string }>
  /** A key that signs JWTs with RS256. It takes a second or so. */
  generateRsa(): Promise<{ publicKeyJwk: RsaPublicJwk; wrapped: string }>
  signer(key: {
    wrapped: string
    algorithm: 'Ed25519' | 'ES256'
    verificationMethod: string
  }): Promise<Signer>
  rsaSigner(key: { wrapped: string; verificationMethod: string }): Promise<JwtSigner>
}

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type Mailer = {
  send(mail: Mail): Promise<void>
  /** What was sent since the start, newest first; only in development, where no mail leaves the machine. */
  readonly shown?: () => readonly (Mail & { readonly at: Date })[]
}

export type FileStore = {
  put(key: string, content: Uint8Array): Promise<void>
  get(key: string): Promise<Uint8Array | undefined>
  /** The content piece by piece, for what is read once from its start; undefined where there is no such file. */
  stream(key: string): Promise<AsyncIterable<Uint8Array> | undefined>
  delete(key: string): Promise<void>
}

/** Files that are part of the release: fonts, style sheets, badge images. Throws when `name` is unknown. */
export type Assets = { read(name: string): Promise<Uint8Array> }

/** An SVG of ours as a PNG of a width in pixels. */
export type DrawPng = (svg: string, width: number) => Promise<Uint8Array>

/** Work that a request starts and another process may finish. Every job is safe to run twice. */
export type Job =
  | { readonly kind: 'import-sessions'; readonly organisationId: string; readonly importId: string }
  | { readonly kind: 'issue-badges'; readonly organisationId: string; readonly batchId: string }
  | { readonly kind: 'print-certificates'; readonly organisationId: string; readonly runId: string }
  | { readonly kind: 'send-mail' }

export type Jobs = { enqueue(job: Job): Promise<void> }

export type FetchedDocument = {
  readonly status: number
  readonly contentType: string
  readonly bytes: Uint8Array
  /** The bytes read as UTF-8. */
  readonly text: string
}
export type FetchPublic = (
  url: string,
  options?: { readonly accept?: string; readonly maxBytes?: number },
) => Promise<FetchedDocument>

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>
export type Log = {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields & { cause?: never }, cause?: unknown): void
}
