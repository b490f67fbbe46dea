import { z } from 'zod'

const zOnOff = z.enum(['on', 'off'])

const agesPattern = /^(?:(England|Wales|Scotland|Northern Ireland) )?(\d{1,2}) (\d{1,2}) (\d{1,2})$/

/** Ages for all nations, and for one where a nation is named. */
const zAges = z.string().transform((text, context) => {
  const parts = text.split(',').flatMap((part) => {
    const [, nation, ...ages] = agesPattern.exec(part.trim()) ?? []
    const [digitalConsent = 0, ownConsent = 0, adult = 0] = ages.map(Number)
    const inOrder = digitalConsent > 0 && digitalConsent <= ownConsent && ownConsent <= adult
    return inOrder ? [{ nation, ages: { digitalConsent, ownConsent, adult } }] : []
  })
  const common = parts.find(({ nation }) => nation === undefined)
  if (common === undefined || parts.length < text.split(',').length) {
    context.addIssue({ code: 'custom', message: 'must be three ages that rise, such as 13 16 18' })
    return z.NEVER
  }
  const byNation = Object.fromEntries(parts.flatMap(({ nation, ages }) => (nation ? [[nation, ages]] : [])))
  return { ages: common.ages, byNation }
})

/**
 * The whole environment of the service. Every setting has a safe default for development;
 * production refuses to start without its secrets.
 */
export const zEnvironment = z.object({
  COLOPHON_ENV: z
    .enum(['development', 'production'])
    .default('development')
    .describe(
      'development shows mail on screen and makes its own secrets; production refuses to start without them',
    ),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe('TCP port to listen on; 0 takes a free one'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on; 0.0.0.0 for every interface'),
  COLOPHON_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'public address of the service, such as https://badges.example.org; part of every credential id and DID, so choose it once',
    ),
  COLOPHON_DATA: z
    .string()
    .min(1)
    .default('./data')
    .describe('folder of the embedded database, files and development secrets'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional()
    .describe('PostgreSQL server; without it the embedded database in COLOPHON_DATA is used'),
  COLOPHON_DEMO: zOnOff
    .optional()
    .describe('on seeds a demo into an empty database; on by default in development only'),
  COLOPHON_SECRET: z.string().min(32).optional().describe('signs session cookies; 32 characters or more'),
  COLOPHON_KEY_ENCRYPTION_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (44 characters)')
    .optional()
    .describe('encrypts the signing keys at rest; 32 bytes in base64'),
  COLOPHON_SMTP: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional()
    .describe(
      'mail server, such as smtps://user:password@mail.example.org; without it development shows mail at /outbox',
    ),
  COLOPHON_MAIL_FROM: z
    .string()
    .default('Colophon <no-reply@colophon.invalid>')
    .describe('sender of every mail'),
  COLOPHON_S3_ENDPOINT: z
    .url()
    .optional()
    .describe('S3-compatible store for files; without it files are kept in COLOPHON_DATA'),
  COLOPHON_S3_BUCKET: z.string().optional().describe('bucket in that store'),
  COLOPHON_S3_REGION: z.string().default('auto').describe('region of that store'),
  COLOPHON_S3_ACCESS_KEY: z.string().optional().describe('access key id of that store'),
  COLOPHON_S3_SECRET_KEY: z.string().optional().describe('secret key of that store'),
  VC_API_KEY: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, 'must be 16 or more letters, digits or . ~ + / = _ -')
    .optional()
    .describe('switches on the VC-API under /vc-api for tests of interoperability; its Bearer key'),
  COLOPHON_RELEASE_CHECK: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe(
      'part of the badges of a batch that are verified by a second, slower way before they are issued: 1 is all, 0.01 every hundredth; the first of each kind always is',
    ),
  COLOPHON_AGES: z
    .string()
    .default('13 16 18')
    .pipe(zAges)
    .describe(
      'ages at which young volunteers have an account of their own, decide for themselves, and are adults; a nation may differ, such as 13 16 18, Scotland 14 16 18',
    ),
  COLOPHON_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('lowest level that is logged'),
})

export type Environment = z.infer<typeof zEnvironment>

export type Config = Environment & {
  /** Public origin without a trailing slash. */
  readonly origin: string
  readonly demo: boolean
  readonly production: boolean
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the environment into a Config.
 * Throws ConfigError with one sentence for each wrong setting, naming it; values are never repeated,
 * for a value may be a secret.
 */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = zEnvironment.safeParse(present)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => sentenceOf(String(issue.path[0]), issue.message)).join('\n'),
    )
  }
  const config = parsed.data
  const production = config.COLOPHON_ENV === 'production'
  if (production) {
    const needed = [
      'COLOPHON_ORIGIN',
      'COLOPHON_SECRET',
      'COLOPHON_KEY_ENCRYPTION_KEY',
      'COLOPHON_SMTP',
    ] as const
    const missing = needed.filter((name) => config[name] === undefined)
    if (missing.length > 0)
      throw new ConfigError(missing.map((name) => `${name} is missing: production needs it.`).join('\n'))
    if (config.COLOPHON_DEMO === 'on')
      throw new ConfigError('COLOPHON_DEMO is on: production must not be seeded with a demo.')
  }
  const s3 = [
    config.COLOPHON_S3_ENDPOINT,
    config.COLOPHON_S3_BUCKET,
    config.COLOPHON_S3_ACCESS_KEY,
    config.COLOPHON_S3_SECRET_KEY,
  ]
  if (s3.some((value) => value !== undefined) && s3.some((value) => value === undefined)) {
    throw new ConfigError(
      'COLOPHON_S3_ENDPOINT, _BUCKET, _ACCESS_KEY and _SECRET_KEY are needed together: one of them is missing.',
    )
  }
  return {
    ...config,
    origin: (config.COLOPHON_ORIGIN ?? `http://localhost:${config.PORT}`).replace(/\/+$/, ''),
    demo: (config.COLOPHON_DEMO ?? (production ? 'off' : 'on')) === 'on',
    production,
  }
}

const sentenceOf = (name: string, message: string) => `${name} is wrong: ${message.replace(/\.$/, '')}.`
