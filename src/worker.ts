import type { ExecutionContext } from 'hono'
import { createApp } from './app'
import {
  type JobBatch,
  openWorkerDeps,
  readWorkerConfig,
  type WorkerBindings,
} from './platform/open-deps-worker'
import { runJob, runScheduled } from './run-job'
import type { App } from './web/app-env'

/** Set by the network that the Worker runs in; a client cannot write it. */
const clientAddressOf = (request: Request) => request.headers.get('CF-Connecting-IP') ?? 'unknown'

let app: App | undefined

/** One application for all requests, made with the first; what it works with lives no longer than a request. */
const appFor = (bindings: WorkerBindings): App => {
  app ??= createApp(
    readWorkerConfig(bindings),
    // The runtime hands each request the bindings of this Worker.
    (own) => openWorkerDeps(own as WorkerBindings),
    clientAddressOf,
  )
  return app
}

export default {
  fetch: (
    request: Request,
    bindings: WorkerBindings,
    context: ExecutionContext,
  ): Response | Promise<Response> => appFor(bindings).fetch(request, bindings, context),

  /** Every minute: what is due, and what an earlier run left undone. */
  scheduled: (_event: unknown, bindings: WorkerBindings): Promise<void> =>
    runScheduled(openWorkerDeps(bindings)),

  queue: async (batch: JobBatch, bindings: WorkerBindings): Promise<void> => {
    const deps = openWorkerDeps(bindings)
    for (const message of batch.messages) {
      try {
        await runJob(deps, message.body)
        message.ack()
      } catch (cause) {
        deps.log.error('job failed', { kind: message.body.kind }, cause)
        message.retry()
      }
    }
  },
}
