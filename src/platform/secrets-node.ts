import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config'

const zSecrets = z.object({ COLOPHON_SECRET: z.string(), COLOPHON_KEY_ENCRYPTION_KEY: z.string() })

type Secrets = z.infer<typeof zSecrets>

/** The secrets of the environment; in development, those that are missing come from a file that is made once. */
export const readSecrets = async (config: Config): Promise<Secrets> => {
  const given = { ...pick(config, 'COLOPHON_SECRET'), ...pick(config, 'COLOPHON_KEY_ENCRYPTION_KEY') }
  const complete = zSecrets.safeParse(given)
  if (complete.success) return complete.data
  const file = join(config.COLOPHON_DATA, 'secrets.json')
  await mkdir(config.COLOPHON_DATA, { recursive: true, mode: 0o700 })
  const made: Secrets = {
    COLOPHON_SECRET: randomBytes(32).toString('base64url'),
    COLOPHON_KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  }
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    },
  )
  return { ...zSecrets.parse(JSON.parse(await readFile(file, 'utf8'))), ...given }
}

const pick = <K extends keyof Secrets>(config: Config, name: K): Partial<Secrets> =>
  config[name] === undefined ? {} : { [name]: config[name] }
