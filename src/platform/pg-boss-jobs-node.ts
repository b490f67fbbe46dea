import type { PoolConfig } from 'pg'
import type { PgBoss } from 'pg-boss'
import type { Job, Jobs, Log } from '../deps'

export type JobQueue = Jobs & {
  /** Takes on work until `stop`. */
  work(run: (job: Job) => Promise<void>): Promise<void>
  /** Stops taking on work and waits for what is running. */
  stop(): Promise<void>
}

const kinds: readonly Job['kind'][] = ['import-sessions', 'issue-badges', 'print-certificates', 'send-mail']
/** One job that waits to send mail is enough: it sends all that is due. */
const policies = {
  'import-sessions': 'standard',
  'issue-badges': 'standard',
  'print-certificates': 'standard',
  'send-mail': 'short',
} as const
const STOP_TIMEOUT_MS = 25_000
const LONGEST_JOB_SECONDS = 3600
/** A process that stays silent for so long is taken for dead, and its work is given to another. */
const HEARTBEAT_SECONDS = 20
const SUPERVISE_SECONDS = 15

/** Work on a queue in PostgreSQL: what a process leaves unfinished, another takes up again. */
export const createPgBossJobs = async (connection: PoolConfig, log: Log): Promise<JobQueue> => {
  const { PgBoss: Boss } = await import('pg-boss')
  const boss: PgBoss = new Boss({
    ...toBossConnection(connection),
    max: 4,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    application_name: 'colophon-jobs',
  })
  boss.on('error', (cause) => log.error('the job queue failed', {}, cause))
  await boss.start()
  for (const kind of kinds) {
    await boss.createQueue(kind, {
      policy: policies[kind],
      retryLimit: 5,
      retryDelay: 2,
      retryBackoff: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: LONGEST_JOB_SECONDS,
    })
  }
  return {
    enqueue: async (job) => {
      await boss.send(job.kind, job)
    },
    work: async (run) => {
      for (const kind of kinds) {
        await boss.work<Job>(kind, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
          for (const { data } of jobs) await report(log, data, run)
        })
      }
    },
    stop: () => boss.stop({ graceful: true, close: true, timeout: STOP_TIMEOUT_MS }),
  }
}

const report = async (log: Log, job: Job, run: (job: Job) => Promise<void>) => {
  const started = performance.now()
  try {
    await run(job)
    const level = job.kind === 'send-mail' ? 'debug' : 'info'
    log[level]('job done', { kind: job.kind, milliseconds: Math.round(performance.now() - started) })
  } catch (cause) {
    log.error('job failed', { kind: job.kind }, cause)
    throw cause
  }
}

const toBossConnection = ({ connectionString, host, port, user, password, database }: PoolConfig) => ({
  ...(connectionString === undefined ? {} : { connectionString }),
  ...(host === undefined ? {} : { host }),
  ...(port === undefined ? {} : { port }),
  ...(user === undefined ? {} : { user }),
  ...(password === undefined ? {} : { password }),
  ...(database === undefined ? {} : { database }),
})
