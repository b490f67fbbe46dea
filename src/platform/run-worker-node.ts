import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PoolConfig } from 'pg'
import { type Config, ConfigError, readConfig } from '../config'
import { createDatabase, createPool, migrateToLatest } from '../database/connect'
import { openEmbeddedDatabase } from './embedded-database-node'
import { readSecrets } from './secrets-node'

/** A port on this machine that leads to the database's socket: Hyperdrive speaks TCP only. */
const openDoor = ({ host = '', port = 0 }: PoolConfig): Promise<{ port: number; close(): void }> =>
  new Promise((done, refuse) => {
    const server = createServer((client) => {
      const inner = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host)
      client.pipe(inner).pipe(client)
      client.on('error', () => inner.destroy())
      inner.on('error', () => client.destroy())
      client.on('close', () => inner.destroy())
    })
    server.once('error', refuse)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done({ port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() })
    })
  })

const connectionString = async (config: Config) => {
  if (config.DATABASE_URL !== undefined) return { url: config.DATABASE_URL, close: async () => {} }
  const embedded = await openEmbeddedDatabase(config.COLOPHON_DATA)
  const door = await openDoor(embedded.pool)
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${door.port}/postgres`,
    close: async () => {
      door.close()
      await embedded.close()
    },
  }
}

const migrate = async (url: string) => {
  const pool = createPool({ connectionString: url })
  await migrateToLatest(createDatabase(pool))
  await pool.end()
}

/** What the Worker reads in place of the variables of wrangler.toml; a file, so that no secret shows in a list of processes. */
const writeVariables = async (config: Config) => {
  const secrets = await readSecrets(config)
  await mkdir(config.COLOPHON_DATA, { recursive: true, mode: 0o700 })
  const file = join(config.COLOPHON_DATA, 'worker.env')
  const variables = {
    COLOPHON_ENV: 'development',
    COLOPHON_ORIGIN: config.origin,
    COLOPHON_MAIL_FROM: config.COLOPHON_MAIL_FROM,
    COLOPHON_LOG: config.COLOPHON_LOG,
    ...(config.COLOPHON_SMTP === undefined ? {} : { COLOPHON_SMTP: config.COLOPHON_SMTP }),
    ...secrets,
  }
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'`)
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  return file
}

/** Runs the Worker on this machine, with the embedded database where Hyperdrive would be. */
const main = async () => {
  const read = readConfig(process.env)
  const config = { ...read, COLOPHON_DATA: resolve(read.COLOPHON_DATA) }
  const database = await connectionString(config)
  await migrate(database.url)
  const root = fileURLToPath(new URL('..', import.meta.url))
  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
  const child = spawn(
    process.execPath,
    [
      wrangler,
      'dev',
      '--local',
      '--ip',
      config.HOST,
      '--port',
      String(config.PORT),
      '--env-file',
      await writeVariables(config),
      '--persist-to',
      join(config.COLOPHON_DATA, 'worker'),
      '--show-interactive-dev-session=false',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        WRANGLER_SEND_METRICS: 'false',
        CLOUDFLARE_CF_FETCH_ENABLED: 'false',
        CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: database.url,
      },
    },
  )
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', async (code) => {
    await database.close()
    process.exit(code ?? 0)
  })
}

await main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
})
