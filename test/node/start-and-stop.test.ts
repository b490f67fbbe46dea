import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runProgram } from './support'

let data: string
let child: ChildProcess | undefined
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'colophon-start-'))
})
afterEach(() => child?.kill('SIGKILL'))
afterAll(() => rm(data, { recursive: true, force: true }))

const run = (environment: Record<string, string>) => {
  const env = {
    PATH: process.env['PATH'],
    COLOPHON_DATA: data,
    COLOPHON_DEMO: 'off',
    PORT: '0',
    ...environment,
  }
  const program = runProgram(['dist/node.js'], env)
  child = program.child
  const address = /Colophon is at (http:\S+)/
  const ready = program.said(address).then(() => address.exec(program.output.stdout)?.[1] ?? '')
  ready.catch(() => {})
  return { started: program.child, output: program.output, ended: program.ended, ready }
}

test('starts on a free port, answers, makes its secrets once, and ends on SIGTERM', async () => {
  const first = run({})
  expect((await fetch(`${await first.ready}/health`)).status).toBe(200)
  first.started.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect((await stat(join(data, 'secrets.json'))).mode & 0o777).toBe(0o600)
  const secrets = await readFile(join(data, 'secrets.json'), 'utf8')

  const second = run({})
  const origin = await second.ready
  expect((await fetch(`${origin}/health`)).status).toBe(200)
  expect(await readFile(join(data, 'secrets.json'), 'utf8')).toBe(secrets)
})

test('starts again after being killed', async () => {
  const killed = run({})
  await killed.ready
  killed.started.kill('SIGKILL')
  await killed.ended
  const { ready } = run({})
  expect((await fetch(`${await ready}/health`)).status).toBe(200)
})

test('a wrong setting stops the start with a sentence that names it and does not repeat its value', async () => {
  const { ended, output } = run({ PORT: 'a-port' })
  expect(await ended).toBe(1)
  expect(output.stderr).toMatch(/^PORT is wrong: .*\.\n$/)
  expect(output.stderr).not.toContain('a-port')
})

test('production does not start without its secrets', async () => {
  const { ended, output } = run({ COLOPHON_ENV: 'production' })
  expect(await ended).toBe(1)
  for (const name of ['COLOPHON_ORIGIN', 'COLOPHON_SECRET', 'COLOPHON_KEY_ENCRYPTION_KEY']) {
    expect(output.stderr).toContain(`${name} is missing`)
  }
})

test('a port that is taken stops the start with a sentence', async () => {
  const first = run({})
  const { port } = new URL(await first.ready)
  const second = run({ PORT: port, COLOPHON_DATA: join(data, 'other') })
  expect(await second.ended).toBe(1)
  expect(second.output.stderr).toBe('PORT is taken by another program: choose another one.\n')
  first.started.kill('SIGKILL')
})
