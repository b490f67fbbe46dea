import { sql } from 'kysely'
import type { DemographicsScope } from '../database/scope'
import { type AnswerCounts, type Answers, type QuestionKey, questionKeys } from './model'

const isQuestion = (text: string): text is QuestionKey => questionKeys.some((key) => key === text)

/** What somebody answered. */
export const selectAnswers = async (
  { trx, organisationId }: DemographicsScope,
  personId: string,
): Promise<Answers> => {
  const rows = await trx
    .selectFrom('demographic_answer')
    .innerJoin('demographic_link', (join) =>
      join
        .onRef('demographic_link.organisation_id', '=', 'demographic_answer.organisation_id')
        .onRef('demographic_link.link', '=', 'demographic_answer.link'),
    )
    .select(['demographic_answer.question', 'demographic_answer.answer'])
    .where('demographic_answer.organisation_id', '=', organisationId)
    .where('demographic_link.person_id', '=', personId)
    .execute()
  return new Map(rows.flatMap(({ question, answer }) => (isQuestion(question) ? [[question, answer]] : [])))
}

export type NewAnswer = {
  readonly question: QuestionKey
  readonly scheme: string
  readonly version: string
  readonly answer: string
  readonly quarter: string
}

/** Writes an answer over an earlier one; `link` is used where the person has none yet. */
export const saveAnswer = async (
  { trx, organisationId }: DemographicsScope,
  personId: string,
  link: string,
  answer: NewAnswer,
): Promise<void> => {
  await trx
    .insertInto('demographic_link')
    .values({ organisation_id: organisationId, person_id: personId, link })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doNothing())
    .execute()
  await sql`
    insert into demographic_answer (organisation_id, link, question, scheme, scheme_version, answer, quarter)
    select organisation_id, link, ${answer.question}, ${answer.scheme}, ${answer.version}, ${answer.answer}, ${answer.quarter}
    from demographic_link where organisation_id = ${organisationId}::uuid and person_id = ${personId}::uuid
    on conflict (organisation_id, link, question) do update set scheme = excluded.scheme,
      scheme_version = excluded.scheme_version, answer = excluded.answer, quarter = excluded.quarter`.execute(
    trx,
  )
}

/** Takes away all answers of somebody, and their link. */
export const deleteAnswers = async (
  { trx, organisationId }: DemographicsScope,
  personId: string,
): Promise<void> => {
  await trx
    .deleteFrom('demographic_link')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute()
}

/** How many gave each answer to a question. */
export const countAnswers = async (
  { trx, organisationId }: DemographicsScope,
  question: QuestionKey,
): Promise<AnswerCounts> => {
  const rows = await trx
    .selectFrom('demographic_answer')
    .select(['answer', sql<number>`count(*)`.as('count')])
    .where('organisation_id', '=', organisationId)
    .where('question', '=', question)
    .groupBy('answer')
    .execute()
  return Object.fromEntries(rows.map(({ answer, count }) => [answer, count]))
}

/** The newest counts that were told of a question, and of which quarter. */
export const findRelease = async (
  { trx, organisationId }: DemographicsScope,
  question: string,
): Promise<{ quarter: string; counts: AnswerCounts } | undefined> =>
  trx
    .selectFrom('demographic_release')
    .select(['quarter', 'counts'])
    .where('organisation_id', '=', organisationId)
    .where('question', '=', question)
    .orderBy('quarter', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Keeps the counts of a quarter unless somebody kept others first. */
export const insertRelease = async (
  { trx, organisationId }: DemographicsScope,
  release: { readonly question: string; readonly quarter: string; readonly counts: AnswerCounts },
): Promise<void> => {
  await trx
    .insertInto('demographic_release')
    .values({
      organisation_id: organisationId,
      question: release.question,
      quarter: release.quarter,
      counts: JSON.stringify(release.counts),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
