import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { createSmtpMailer } from '../../src/platform/smtp-mailer-node'

type Received = { readonly from: string; readonly to: readonly string[]; readonly data: string }

let server: SMTPServer | undefined
afterEach(() => server?.close())

/** A mail server of this machine that takes what the right user sends. */
const startServer = async (received: Received[]): Promise<number> => {
  const opened = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'colophon' && password === 'right'
        ? done(null, { user: username })
        : done(new Error('wrong user')),
    onData: async (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      const to = envelope.rcptTo.map(({ address }) => address)
      received.push({ from, to, data: Buffer.concat(chunks).toString() })
      done()
    },
  })
  server = opened
  await new Promise<void>((done) => opened.listen(0, '127.0.0.1', done))
  // A server that listens on a port has an address.
  return (opened.server.address() as AddressInfo).port
}

test('a mail goes to the mail server of the configuration, in Welsh and any other letters', async () => {
  const received: Received[] = []
  const port = await startServer(received)
  const mailer = createSmtpMailer(
    `smtp://colophon:right@127.0.0.1:${port}`,
    'Colophon <no-reply@example.org>',
  )
  await mailer.send({
    to: 'sian@example.org',
    subject: 'Eich bathodyn: Gŵyl',
    text: 'Helo Siân, ليلى\n\nhttps://x',
  })
  mailer.close()
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ from: 'no-reply@example.org', to: ['sian@example.org'] })
  const data = received[0]?.data ?? ''
  expect(data).toContain('Subject: =?UTF-8?')
  const [, body = ''] = data.split('\r\n\r\n')
  const decoded = /base64/i.test(data)
    ? Buffer.from(body, 'base64').toString()
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString()
  expect(decoded).toContain('Helo Siân, ليلى')
})

test('a server that refuses the user is an error, so that the mail is tried again', async () => {
  const port = await startServer([])
  const mailer = createSmtpMailer(`smtp://colophon:wrong@127.0.0.1:${port}`, 'no-reply@example.org')
  await expect(mailer.send({ to: 'a@example.org', subject: 's', text: 't' })).rejects.toThrow(/Invalid login/)
  mailer.close()
})

test('an address with a line break cannot add recipients or headers', async () => {
  const received: Received[] = []
  const port = await startServer(received)
  const mailer = createSmtpMailer(`smtp://colophon:right@127.0.0.1:${port}`, 'no-reply@example.org')
  const mail = { to: 'a@example.org\r\nBcc: b@example.org', subject: 'One\r\nX-Two: 2', text: 't' }
  await mailer.send(mail).catch(() => undefined)
  mailer.close()
  expect(received.flatMap(({ to }) => to)).not.toContain('b@example.org')
  expect(received.map(({ data }) => data).join()).not.toMatch(/^X-Two:/m)
})
