import { WorkerMailer } from 'worker-mailer'
import type { Mailer } from '../deps'

const SUBMISSION_PORT = 587
const IMPLICIT_TLS_PORT = 465

/** `Name <address>` as its two parts. */
const parseSender = (sender: string) => {
  const [, name, email] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(sender) ?? []
  return email === undefined ? { email: sender.trim() } : name ? { name, email } : { email }
}

/** Sends by the mail server at `url`, such as smtps://user:password@mail.example.org, over a socket of the Worker. */
export const createWorkerSmtpMailer = (url: string, from: string): Mailer => {
  const server = new URL(url)
  const secure = server.protocol === 'smtps:'
  const credentials =
    server.username === ''
      ? {}
      : {
          authType: ['plain' as const, 'login' as const],
          credentials: {
            username: decodeURIComponent(server.username),
            password: decodeURIComponent(server.password),
          },
        }
  return {
    send: async ({ to, subject, text }) => {
      await WorkerMailer.send(
        {
          host: server.hostname,
          port: Number(server.port) || (secure ? IMPLICIT_TLS_PORT : SUBMISSION_PORT),
          secure,
          startTls: !secure,
          ...credentials,
        },
        { from: parseSender(from), to: { email: to }, subject, text },
      )
    },
  }
}
