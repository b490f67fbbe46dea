import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PoolConfig } from 'pg'
import { demoSignInLinks } from './accounts/demo'
import { type Config, ConfigError, readConfig } from './config'
import { migrateToLatest } from './database/connect'
import { seedDemo } from './demo/actions'
import { openEmbeddedDatabase } from './platform/embedded-database-node'
import { openNodeDeps } from './platform/open-deps-node'
import { readSecrets } from './platform/secrets-node'
import { runJob } from './run-job'

const say = (text: string) => process.stdout.write(`${text}\n`)

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

/** What a Worker leaves to others: migrates the database and seeds the demo. Gives the personas' sign-in links. */
const prepare = async (config: Config, url: string): Promise<string[]> => {
  const opened = await openNodeDeps({ ...config, DATABASE_URL: url }, { runNow: runJob })
  try {
    await migrateToLatest(opened.deps.db)
    if (config.demo) await seedDemo(opened.deps, say)
    const links = await demoSignInLinks(opened.deps)
    return links.map(({ persona, link }) => `  ${persona.label.padEnd(22)} ${link}`)
  } finally {
    await opened.close()
  }
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
    COLOPHON_DEMO: config.demo ? 'on' : 'off',
    ...(config.COLOPHON_SMTP === undefined ? {} : { COLOPHON_SMTP: config.COLOPHON_SMTP }),
    ...(config.VC_API_KEY === undefined ? {} : { VC_API_KEY: config.VC_API_KEY }),
    ...secrets,
  }
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'`)
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  return file
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

/** Says where the Worker is once it answers, and then calls it every minute as the platform's schedule would. */
const callWhenReady = (config: Config, links: readonly string[]): (() => void) => {
  const address = `http://${config.HOST}:${config.PORT}`
  let schedule: NodeJS.Timeout | undefined
  const waiting = setInterval(async () => {
    if (schedule !== undefined || !(await answers(`${address}/health`))) return
    clearInterval(waiting)
    schedule ??= setInterval(() => void answers(`${address}/cdn-cgi/local/scheduled`), 60_000)
    say(`Colophon is at ${config.origin}, as a Worker`)
    for (const link of links) say(link)
  }, 500)
  return () => {
    clearInterval(waiting)
    clearInterval(schedule)
  }
}

/** Runs the Worker on this machine, with the embedded database where Hyperdrive would be. */
const main = async () => {
  const read = readConfig(process.env)
  const config = { ...read, COLOPHON_DATA: resolve(read.COLOPHON_DATA) }
  const database = await connectionString(config)
  const links = await prepare(config, database.url)
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
  const stopCalling = callWhenReady(config, links)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', async (code) => {
    stopCalling()
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
