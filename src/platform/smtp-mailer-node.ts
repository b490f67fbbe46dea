import { createTransport } from 'nodemailer'
import type { Mailer } from '../deps'

/** Sends by the mail server at `url`, such as smtps://user:password@mail.example.org, over kept connections. */
export const createSmtpMailer = (url: string, from: string): Mailer & { close(): void } => {
  const transport = createTransport(url, { from })
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ to: { name: '', address: to }, subject, text })
    },
    close: () => transport.close(),
  }
}
