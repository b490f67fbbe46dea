import type { Job, Jobs } from '../deps'

/** The part of a Cloudflare Queue binding that is used here. */
export type QueueBinding = { send(body: Job): Promise<unknown> }

/** Puts work on the Worker's queue; its consumer takes it up, again after a failure. */
export const createQueueJobs = (queue: QueueBinding): Jobs => ({
  enqueue: async (job) => {
    await queue.send(job)
  },
})
