import { type FieldProblem, ProblemError } from '../../problems'
import type { Language } from '../../web/app-env'
import { skillText } from '../page-text'

/** Does something with a form; where a field is at fault, what to say of it in place of an error page. */
export const tryForm = async (
  language: Language,
  work: () => Promise<unknown>,
): Promise<readonly FieldProblem[] | undefined> => {
  try {
    await work()
    return undefined
  } catch (cause) {
    if (!(cause instanceof ProblemError) || cause.code !== 'invalid-input' || cause.fields.length === 0)
      throw cause
    return cause.fields.map(({ field, message }) => ({ field, message: faultText(message, language) }))
  }
}

/** A fault in words; of a file that is refused, what it is. */
export const faultText = (code: string, language: Language): string => {
  const t = skillText[language]
  const [what = '', ...rest] = code.split(' ')
  return what === 'file-refused' ? t.refused(rest.join(' ')) : (t.faults[code] ?? code)
}

/** The error of one field, for the components that show it. */
export const errorOf = (errors: readonly FieldProblem[], field: string) => {
  const message = errors.find((one) => one.field === field)?.message
  return message === undefined ? {} : { error: message }
}
