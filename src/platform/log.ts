import type { Config } from '../config'
import type { Log, LogFields } from '../deps'

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
type Level = Config['COLOPHON_LOG']

/** One JSON object a line. Callers give identifiers, never names, addresses or the content of records. */
export const createLog = (
  lowest: Level,
  write: (line: string) => void,
  now: () => Date = () => new Date(),
): Log => {
  const threshold = levels.indexOf(lowest)
  const at =
    (level: Exclude<Level, 'silent'>) =>
    (message: string, fields: LogFields = {}, cause?: unknown) => {
      if (levels.indexOf(level) < threshold) return
      const reason = cause === undefined ? {} : { cause: describe(cause) }
      write(JSON.stringify({ at: now().toISOString(), level, message, ...fields, ...reason }))
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** An error with its causes; a database error's `detail` is left out, for it repeats the values of a row. */
const describe = (cause: unknown, depth = 0): unknown => {
  if (!(cause instanceof Error)) return typeof cause
  const code = 'code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {}
  const inner = cause.cause === undefined || depth > 3 ? {} : { cause: describe(cause.cause, depth + 1) }
  return { name: cause.name, message: cause.message, ...code, stack: cause.stack, ...inner }
}
