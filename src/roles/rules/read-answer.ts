import { z } from 'zod'
import { tidyName } from '../../people/rules/tidy-name'
import type { Result } from '../../problems'
import type { AnswerFault, Application, Question } from '../opportunities/model'

export type Answers = Partial<Pick<Application, 'name' | 'age' | 'email' | 'phone' | 'message'>>

const longestMessage = 2000
const fail = (field: string, reason: AnswerFault['reason']) =>
  ({ ok: false, reason: [{ field, reason }] }) as const

/**
 * Reads the answer to one question of an application, or says what is wrong with it. The text is not trusted. One way
 * to be reached is enough: an address or a telephone number.
 */
export const readAnswer = (
  question: Question,
  form: Readonly<Record<string, string>>,
): Result<Answers, readonly AnswerFault[]> => {
  const text = (field: string) => (form[field] ?? '').normalize('NFC').trim()
  switch (question) {
    case 'name': {
      const name = tidyName(text('name'))
      if (name === '') return fail('name', 'name-missing')
      return name.length > 200 ? fail('name', 'too-long') : { ok: true, value: { name } }
    }
    case 'age': {
      const age = /^\d{1,3}$/.test(text('age')) ? Number(text('age')) : 0
      return age < 5 || age > 120 ? fail('age', 'age-not-understood') : { ok: true, value: { age } }
    }
    case 'contact':
      return readContact(text('email'), text('phone'))
    case 'message':
      return text('message').length > longestMessage
        ? fail('message', 'too-long')
        : { ok: true, value: { message: text('message') || null } }
    case 'check':
      return { ok: true, value: {} }
  }
}

const readContact = (email: string, phone: string): Result<Answers, readonly AnswerFault[]> => {
  if (email === '' && phone === '') return fail('email', 'contact-missing')
  if (email !== '' && !z.email().max(254).safeParse(email).success) return fail('email', 'email-not-valid')
  if (phone !== '' && !/^[+()\d][\d ()-]{5,24}$/.test(phone)) return fail('phone', 'phone-not-valid')
  return { ok: true, value: { email: email.toLowerCase() || null, phone: phone || null } }
}

/** The first question that is not answered yet; `check` once all are. */
export const firstOpen = (application: Application): Question => {
  if (application.name === null) return 'name'
  if (application.age === null) return 'age'
  return application.email === null && application.phone === null ? 'contact' : 'check'
}
