import type { Context } from 'hono'
import type { AppEnv } from './app-env'

/** Lets work go on after the answer has left, on either runtime; what goes wrong is logged. */
export const afterResponse = (c: Context<AppEnv>, what: string, work: Promise<void>): void => {
  const { deps, requestId } = c.var
  const watched = work.catch((cause: unknown) => deps.log.error(`${what} failed`, { requestId }, cause))
  keepAlive(c)?.waitUntil(watched)
}

/** A Worker ends with its answer unless it is told to wait; Node goes on by itself. */
const keepAlive = (c: Context<AppEnv>) => {
  try {
    return c.executionCtx
  } catch {
    return undefined
  }
}
