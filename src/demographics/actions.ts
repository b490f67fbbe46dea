import { withDemographics } from '../database/scope'
import type { Deps } from '../deps'
import { localDateOf } from '../hours/rules/local-date-of'
import { listServices } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { listActivePeople } from '../people/actions'
import { consentStateOf, recordOwnConsent } from '../people/consents/actions'
import { ProblemError } from '../problems'
import { thresholdsOf } from '../reporting/actions'
import type { ProtectedFigure } from '../reporting/model'
import { carrySmallDifferences } from '../reporting/rules/carry-small-differences'
import { mayCross } from '../reporting/rules/may-cross'
import { protectCount } from '../reporting/rules/protect-figures'
import { protectTable } from '../reporting/rules/protect-table'
import { shareOf } from '../reporting/rules/share-of'
import { settingsOf } from '../settings/actions'
import {
  type AnswerCounts,
  type Answers,
  preferNotToSay,
  type QuestionKey,
  questionKeys,
  questions,
} from './model'
import { ageBandOf } from './rules/age-band-of'
import { quarterOf } from './rules/quarter-of'
import { questionsToAsk } from './rules/questions-to-ask'
import { readAnswer } from './rules/read-answer'
import * as store from './store'

const switchedOn = async (deps: Deps, organisationId: string) => {
  const all = await settingsOf(deps, organisationId)
  return (key: QuestionKey) => all.get(questions[key].setting)?.value === true
}

const yearOf = (deps: Deps) => Number(localDateOf(deps.clock.now()).slice(0, 4))

/** What somebody is asked about themselves at a service, and what they answered. Only they ever see it. */
export const myQuestions = async (
  deps: Deps,
  organisationId: string,
  personId: string,
): Promise<{ readonly asked: readonly QuestionKey[]; readonly answers: Answers }> => {
  const { stage } = await consentStateOf(deps, organisationId, personId)
  const answers = await withDemographics(deps.db, organisationId, (scope) =>
    store.selectAnswers(scope, personId),
  )
  const born = Number(answers.get('birth-year'))
  const person = {
    isSixteen: stage === 'youth' || stage === 'adult',
    birthYear: Number.isInteger(born) && born > 0 ? born : undefined,
    year: yearOf(deps),
  }
  return { asked: questionsToAsk(await switchedOn(deps, organisationId), person), answers }
}

/** A link that says nothing of when it was made, as a UUID. */
const randomLink = (deps: Deps): string => {
  const hex = Array.from(deps.random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/**
 * Keeps an answer in place of an earlier one. That the person agrees to be asked is in the record of their consents.
 * Throws `not-found` for a question that they are not asked, and `invalid-input`.
 */
export const answerQuestion = async (
  deps: Deps,
  organisationId: string,
  personId: string,
  given: { readonly question: QuestionKey; readonly answer: string; readonly actor: string },
): Promise<void> => {
  const { asked } = await myQuestions(deps, organisationId, personId)
  const { question } = given
  if (!asked.includes(question)) throw new ProblemError('not-found')
  const answer = readAnswer(question, given.answer, yearOf(deps))
  if (answer === undefined)
    throw new ProblemError('invalid-input', {
      fields: [{ field: 'answer', message: 'Not an answer to this.' }],
    })
  await recordOwnConsent(deps, organisationId, personId, {
    ...{ answers: [{ purpose: 'demographics', agrees: true }], how: 'account', actor: given.actor },
  })
  const { scheme, version } = questions[question]
  const quarter = quarterOf(localDateOf(deps.clock.now()))
  await withDemographics(deps.db, organisationId, (scope) =>
    store.saveAnswer(scope, personId, randomLink(deps), { question, scheme, version, answer, quarter }),
  )
}

/** Takes away everything that somebody answered. Doing it again changes nothing. */
export const forgetAnswers = (deps: Deps, organisationId: string, personId: string): Promise<void> =>
  withDemographics(deps.db, organisationId, (scope) => store.deleteAnswers(scope, personId))

/** The same at the wish of the person, whose consent ends with it. */
export const withdrawAnswers = async (
  deps: Deps,
  organisationId: string,
  personId: string,
  actor: string,
): Promise<void> => {
  await forgetAnswers(deps, organisationId, personId)
  await recordOwnConsent(deps, organisationId, personId, {
    ...{ answers: [{ purpose: 'demographics', agrees: false }], how: 'account', actor },
  })
}

/** One question in figures: what may be told of it. */
export type QuestionFigures = {
  readonly question: QuestionKey
  readonly lines: readonly {
    /** A code of the question, a band of age, `prefer-not-to-say` or `missing`. */
    readonly answer: string
    readonly people: ProtectedFigure
    /** Of those who gave an answer, in per cent. */
    readonly share: number | undefined
  }[]
}

export type PeopleFigures = {
  readonly quarter: string
  readonly volunteers: ProtectedFigure
  /** None where there are too few volunteers for a breakdown. */
  readonly figures: readonly QuestionFigures[]
}

/** The codes of a question in their order; bands of age by what occurs. */
const linesOf = (question: QuestionKey, counts: AnswerCounts): string[] => {
  const { codes } = questions[question]
  const own =
    codes.length > 0
      ? [...codes]
      : Object.keys(counts)
          .filter((key) => /^\d/.test(key))
          .sort()
  return [...own, preferNotToSay, 'missing']
}

const countOne = async (
  deps: Deps,
  organisationId: string,
  question: QuestionKey,
  volunteers: number,
): Promise<AnswerCounts> => {
  const raw = await withDemographics(deps.db, organisationId, (scope) => store.countAnswers(scope, question))
  const counts: Record<string, number> = {}
  for (const [answer, count] of Object.entries(raw)) {
    const key = question === 'birth-year' ? ageBandOf(answer, yearOf(deps)) : answer
    counts[key] = (counts[key] ?? 0) + count
  }
  const answered = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { ...counts, missing: Math.max(0, volunteers - answered) }
}

/**
 * The counts of a question as they are told in this quarter: those of the first time that somebody asked, less what
 * differs too little from the quarter before.
 */
const release = async (
  deps: Deps,
  organisationId: string,
  question: QuestionKey,
  count: () => Promise<AnswerCounts>,
): Promise<AnswerCounts> => {
  const quarter = quarterOf(localDateOf(deps.clock.now()))
  const find = () => withDemographics(deps.db, organisationId, (scope) => store.findRelease(scope, question))
  const before = await find()
  if (before?.quarter === quarter) return before.counts
  const thresholds = await thresholdsOf(deps, organisationId)
  const counts = carrySmallDifferences(before?.counts, await count(), thresholds)
  await withDemographics(deps.db, organisationId, (scope) =>
    store.insertRelease(scope, { question, quarter, counts }),
  )
  return (await find())?.counts ?? counts
}

const figuresOf = async (
  deps: Deps,
  organisation: Organisation,
  question: QuestionKey,
  counts: AnswerCounts,
): Promise<QuestionFigures> => {
  const thresholds = await thresholdsOf(deps, organisation.id)
  const answers = linesOf(question, counts)
  const table = protectTable([answers.map((answer) => counts[answer] ?? 0)], thresholds)
  const cells = table.cells[0] ?? []
  const given = answers.reduce((sum, answer) => sum + (answer === 'missing' ? 0 : (counts[answer] ?? 0)), 0)
  const base = protectCount(given, thresholds)
  return {
    question,
    lines: answers.map((answer, position) => {
      const people = cells[position] ?? 'withheld'
      return { answer, people, share: answer === 'missing' ? undefined : shareOf(people, base, thresholds) }
    }),
  }
}

/**
 * Who volunteers, in figures that point at nobody: for a service its own people, for a network those of all its
 * services together. Nothing is told of a service with too few volunteers, nor what is told nationally only.
 */
export const peopleFigures = async (deps: Deps, organisation: Organisation): Promise<PeopleFigures> => {
  const national = organisation.kind === 'network'
  const services = national ? await listServices(deps, organisation.id) : [organisation]
  const sizes = await Promise.all(services.map(async ({ id }) => (await listActivePeople(deps, id)).length))
  const volunteers = sizes.reduce((sum, size) => sum + size, 0)
  const thresholds = await thresholdsOf(deps, organisation.id)
  const quarter = quarterOf(localDateOf(deps.clock.now()))
  const shown = protectCount(volunteers, thresholds)
  if (volunteers < thresholds.leastVolunteers) return { quarter, volunteers: shown, figures: [] }
  const isOn = await switchedOn(deps, organisation.id)
  const figures: QuestionFigures[] = []
  for (const question of questionKeys) {
    const mayTell = mayCross(
      [{ nationalOnly: 'nationalOnly' in questions[question] }],
      national ? 'national' : 'service',
    )
    if (!mayTell || !isOn(question)) continue
    const counts = await release(deps, organisation.id, question, async () => {
      const all = await Promise.all(
        services.map(({ id }, position) => countOne(deps, id, question, sizes[position] ?? 0)),
      )
      const sum: Record<string, number> = {}
      for (const one of all)
        for (const [answer, count] of Object.entries(one)) sum[answer] = (sum[answer] ?? 0) + count
      return sum
    })
    figures.push(await figuresOf(deps, organisation, question, counts))
  }
  return { quarter, volunteers: shown, figures }
}
