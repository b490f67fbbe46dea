import { createServer, type RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Config, ConfigError, readConfig } from './config'
import { migrateToLatest } from './database/connect'
import { type OpenedDeps, openNodeDeps } from './platform/open-deps-node'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** The socket is taken before anything else: the address of the service is part of what is set up after it. */
const listen = async (config: Config) => {
  const handler = Promise.withResolvers<RequestListener>()
  const server = createServer((incoming, outgoing) => {
    handler.promise.then((handle) => handle(incoming, outgoing)).catch(() => outgoing.destroy())
  })
  await new Promise<void>((done, refuse) => {
    server.once('error', refuse)
    server.listen(config.PORT, config.HOST, done)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.PORT
  const origin = config.COLOPHON_ORIGIN === undefined ? `http://localhost:${port}` : config.origin
  return { server, config: { ...config, PORT: port, origin }, answerWith: handler.resolve }
}

const clientAddressOf = (_request: Request, env: unknown): string => {
  // The adapter's own bindings: the request as Node has it.
  const { incoming } = env as { incoming?: { socket: { remoteAddress?: string } } }
  return incoming?.socket.remoteAddress ?? 'unknown'
}

const stopOnSignal = (server: ReturnType<typeof createServer>, opened: OpenedDeps) => {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    say('Stopping ...')
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeIdleConnections()
    const patience = setTimeout(() => server.closeAllConnections(), 20_000)
    await closed
    clearTimeout(patience)
    await opened.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => fail(error))
    })
  }
}

const fail = (error: unknown): never => {
  const expected = error instanceof ConfigError || (error instanceof Error && 'syscall' in error)
  process.stderr.write(
    `${expected ? sentenceOf(error) : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
}

const sentenceOf = (error: Error) =>
  'code' in error && error.code === 'EADDRINUSE'
    ? 'PORT is taken by another program: choose another one.'
    : error.message

/** The greater part of the program, read while the embedded database is still compiling on another thread. */
const loadService = async () => ({
  ...(await import('./app')),
  ...(await import('./run-job')),
  ...(await import('./demo/actions')),
  ...(await import('./accounts/demo')),
})

const main = async () => {
  const { server, config, answerWith } = await listen(readConfig(process.env))
  const [opened, service] = await Promise.all([openNodeDeps(config), loadService()])
  stopOnSignal(server, opened)
  const { deps } = opened
  const ran = await migrateToLatest(deps.db)
  if (ran.length > 0) deps.log.info('database migrated', { migrations: ran.length })
  await opened.work(service.runJob, service.runScheduled)
  if (config.demo) await service.seedDemo(deps, say)
  const app = service.createApp(deps.config, () => deps, clientAddressOf)
  answerWith(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  say(`Colophon is at ${config.origin}`)
  for (const { persona, link } of await service.demoSignInLinks(deps)) {
    say(`  ${persona.label.padEnd(22)} ${link}`)
  }
}

await main().catch(fail)
