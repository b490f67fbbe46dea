import { type QuestionKey, questionKeys, questions } from '../model'

/**
 * The questions that somebody is asked, in their order: those that their service has switched on. A question from an
 * age on is asked only where that age is certain: by the record, or by the year of birth that they gave.
 */
export const questionsToAsk = (
  isOn: (key: QuestionKey) => boolean,
  person: { readonly isSixteen: boolean; readonly birthYear: number | undefined; readonly year: number },
): QuestionKey[] =>
  questionKeys.filter((key) => {
    if (!isOn(key)) return false
    const question = questions[key]
    if (!('fromAge' in question)) return true
    return (
      person.isSixteen ||
      (person.birthYear !== undefined && person.year - person.birthYear > question.fromAge)
    )
  })
