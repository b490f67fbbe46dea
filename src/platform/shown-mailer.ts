import type { Clock, Mail, Mailer } from '../deps'

const MOST_KEPT = 500

/** For development: no mail leaves the machine; `write` shows it, and the newest are kept for a page to list. */
export const createShownMailer = (clock: Clock, write: (text: string) => void): Mailer => {
  const sent: (Mail & { readonly at: Date })[] = []
  return {
    send: async (mail) => {
      sent.unshift({ ...mail, at: clock.now() })
      sent.length = Math.min(sent.length, MOST_KEPT)
      write(`\n--- Mail to ${mail.to}: ${mail.subject}\n${mail.text}\n---\n`)
    },
    shown: () => sent,
  }
}
