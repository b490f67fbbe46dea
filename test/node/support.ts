import { type ChildProcess, spawn } from 'node:child_process'
import type { PoolConfig } from 'pg'
import { testConfig } from '../support/database'

/** The environment in which a program shares a database and keys with the tests. */
export const sharedEnvironment = ({ user, password, host, port, database }: PoolConfig, data: string) => ({
  PATH: process.env['PATH'],
  DATABASE_URL: `postgres://${user}:${password}@${host}:${port}/${database}`,
  COLOPHON_DATA: data,
  COLOPHON_DEMO: 'off',
  COLOPHON_LOG: 'warn',
  COLOPHON_ORIGIN: testConfig.COLOPHON_ORIGIN,
  COLOPHON_SECRET: testConfig.COLOPHON_SECRET,
  COLOPHON_KEY_ENCRYPTION_KEY: testConfig.COLOPHON_KEY_ENCRYPTION_KEY,
  PORT: '0',
})

export type Program = {
  readonly child: ChildProcess
  readonly output: { stdout: string; stderr: string }
  /** The exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** Settles when the words have been written to standard output; throws when the program ends before. */
  said(words: string | RegExp): Promise<void>
}

/** Runs a built program of the service. */
export const runProgram = (args: readonly string[], env: Record<string, string | undefined>): Program => {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      output[name] += chunk
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)))
  const said = (words: string | RegExp) =>
    new Promise<void>((done, refuse) => {
      const look = () => {
        if (output.stdout.search(words) >= 0) done()
      }
      listeners.add(look)
      look()
      void ended.then(() => refuse(new Error(`It ended without saying ${words}: ${output.stderr}`)))
    })
  return { child, output, ended, said }
}
