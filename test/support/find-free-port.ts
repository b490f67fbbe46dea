import { createServer } from 'node:net'

/** A port of this machine that no program listens on. */
export const findFreePort = () =>
  new Promise<number>((done, refuse) => {
    const probe = createServer()
    probe.once('error', refuse)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
