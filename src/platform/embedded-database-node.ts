import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import type { PoolConfig } from 'pg'
import { keepExchangesWhole } from './whole-exchanges'

/** Where clients find the embedded database: a folder with a socket in it, or an address and a port. */
type Place = { readonly host: string; readonly port: number }

export type EmbeddedDatabase = {
  readonly pool: PoolConfig
  /** False when another process of the same data folder serves the database and this one is its guest. */
  readonly owned: boolean
  close(): Promise<void>
}

/** The operating system refuses longer socket paths: 104 bytes on macOS, 108 on Linux, the last one a zero. */
const LONGEST_SOCKET_PATH = 103
const PORT = 5432
const WAIT_FOR_OWNER_MS = 60_000

const socketName = `.s.PGSQL.${PORT}`
const toPool = (place: Place): PoolConfig => ({ ...place, user: 'postgres', database: 'postgres' })

/**
 * Opens the PostgreSQL that lives in the data folder and serves it on a local socket, for one process at a time;
 * a process that comes second uses the socket of the first.
 */
export const openEmbeddedDatabase = async (data: string): Promise<EmbeddedDatabase> => {
  const folder = resolve(data)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const deadline = Date.now() + WAIT_FOR_OWNER_MS
  for (;;) {
    const place = await findServed(folder)
    if (place !== undefined) return { pool: toPool(place), owned: false, close: async () => {} }
    const unlock = lock(join(folder, 'database.lock'))
    if (unlock !== undefined) return serve(folder, unlock)
    if (Date.now() > deadline)
      throw new Error(`The database in ${folder} is held by a process that does not serve it.`)
    await setTimeout(100)
  }
}

/** A lock that ends with its process, however that ends: the operating system's own, by way of SQLite. */
const lock = (file: string): (() => void) | undefined => {
  const holder = new DatabaseSync(file)
  try {
    holder.exec('pragma locking_mode = exclusive; begin exclusive; pragma user_version = 1; commit')
    return () => holder.close()
  } catch (error) {
    holder.close()
    if (error instanceof Error && /locked|busy/.test(error.message)) return undefined
    throw error
  }
}

const serve = async (folder: string, unlock: () => void): Promise<EmbeddedDatabase> => {
  let database: PGlite | undefined
  try {
    const [{ PGlite }, { PGLiteSocketServer }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('@electric-sql/pglite-socket'),
    ])
    database = await PGlite.create({ dataDir: join(folder, 'database') })
    const opened = database
    const { place, options } = await choosePlace(folder)
    const server = new PGLiteSocketServer({
      db: keepExchangesWhole(opened),
      maxConnections: 50,
      ...options,
    })
    await server.start()
    const port = place.port === 0 ? Number(server.getServerConn().split(':').pop()) : place.port
    await writeFile(join(folder, 'database.place'), JSON.stringify({ host: place.host, port }), {
      mode: 0o600,
    })
    return {
      pool: toPool({ host: place.host, port }),
      owned: true,
      close: async () => {
        await server.stop()
        await opened.close()
        unlock()
      },
    }
  } catch (error) {
    await database?.close()
    unlock()
    throw error
  }
}

/** The data folder holds the socket; a folder with too long a name has it in the system's folder for such. */
const choosePlace = async (folder: string) => {
  if (process.platform === 'win32') {
    return { place: { host: '127.0.0.1', port: 0 }, options: { host: '127.0.0.1', port: 0 } }
  }
  const fits = Buffer.byteLength(join(folder, socketName)) <= LONGEST_SOCKET_PATH
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const host = fits ? folder : join(tmpdir(), `colophon-${digest}`)
  await mkdir(host, { recursive: true, mode: 0o700 })
  if (!fits) await chmod(host, 0o700)
  const path = join(host, socketName)
  await rm(path, { force: true })
  return { place: { host, port: PORT }, options: { path } }
}

const findServed = async (folder: string): Promise<Place | undefined> => {
  const place = await readPlace(folder)
  return place !== undefined && (await answers(place)) ? place : undefined
}

const readPlace = async (folder: string): Promise<Place | undefined> => {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, 'database.place'), 'utf8'))
    if (typeof value !== 'object' || value === null || !('host' in value) || !('port' in value))
      return undefined
    const { host, port } = value
    return typeof host === 'string' && typeof port === 'number' ? { host, port } : undefined
  } catch {
    return undefined
  }
}

const answers = ({ host, port }: Place): Promise<boolean> =>
  new Promise((done) => {
    const socket = host.startsWith('/') ? connect(join(host, socketName)) : connect(port, host)
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
