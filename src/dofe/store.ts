import type { Scope } from '../database/scope'
import type { ActivityChange, Goal, Programme, ProgrammeDetails } from './model'
import type { SessionChoiceMade } from './rules/choose-sessions'

const select = ({ trx, organisationId }: Scope) =>
  trx
    .selectFrom('dofe_programme')
    .where('organisation_id', '=', organisationId)
    .select([
      'id',
      'person_id as personId',
      'rules',
      'details',
      'shown_name as shownName',
      'created_at as createdAt',
      'ended_at as endedAt',
    ])

const toProgramme = (row: {
  id: string
  personId: string
  rules: string
  details: ProgrammeDetails
  shownName: 'first' | 'full'
  createdAt: Date
  endedAt: Date | null
}): Programme => {
  const { details, ...rest } = row
  return { ...details, ...rest }
}

const columnsOf = (details: ProgrammeDetails) => ({
  level: details.level,
  section: details.section,
  date_of_birth: details.dateOfBirth,
  planned_first: details.plannedFirst,
  details: JSON.stringify(details),
})

export const insertProgramme = async (
  { trx, organisationId }: Scope,
  programme: {
    readonly id: string
    readonly personId: string
    readonly rules: string
    readonly details: ProgrammeDetails
    readonly by: string
    readonly at: Date
  },
): Promise<void> => {
  await trx
    .insertInto('dofe_programme')
    .values({
      organisation_id: organisationId,
      id: programme.id,
      person_id: programme.personId,
      rules: programme.rules,
      ...columnsOf(programme.details),
      created_by: programme.by,
      created_at: programme.at,
      ended_at: null,
    })
    .execute()
}

export const updateDetails = async (
  { trx, organisationId }: Scope,
  id: string,
  details: ProgrammeDetails,
): Promise<void> => {
  await trx
    .updateTable('dofe_programme')
    .set(columnsOf(details))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

export const updateShownName = async (
  { trx, organisationId }: Scope,
  id: string,
  shownName: 'first' | 'full',
): Promise<void> => {
  await trx
    .updateTable('dofe_programme')
    .set({ shown_name: shownName })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

export const updateEnded = async (
  { trx, organisationId }: Scope,
  id: string,
  endedAt: Date | null,
): Promise<void> => {
  await trx
    .updateTable('dofe_programme')
    .set({ ended_at: endedAt })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

export const findProgramme = async (scope: Scope, id: string): Promise<Programme | undefined> => {
  const row = await select(scope).where('id', '=', id).executeTakeFirst()
  return row && toProgramme(row)
}

/** A programme that nothing else changes until the transaction ends. */
export const lockProgramme = async (scope: Scope, id: string): Promise<Programme | undefined> => {
  const row = await select(scope).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toProgramme(row)
}

/** The programmes of one person or of all, by their first day. */
export const listProgrammes = async (scope: Scope, personId?: string): Promise<Programme[]> => {
  const rows = await select(scope)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('planned_first')
    .orderBy('id')
    .execute()
  return rows.map(toProgramme)
}

export const insertGoal = async (
  { trx, organisationId }: Scope,
  goal: Omit<Goal, 'addedBy'> & { readonly programmeId: string; readonly by: string; readonly at: Date },
): Promise<void> => {
  await trx
    .insertInto('dofe_goal')
    .values({
      organisation_id: organisationId,
      id: goal.id,
      programme_id: goal.programmeId,
      words: goal.words,
      agreed_on: goal.agreedOn,
      added_by: goal.by,
      added_at: goal.at,
      withdrawn_at: null,
    })
    .execute()
}

/** The goals of a programme that stand. */
export const goalsOf = (
  { trx, organisationId }: Scope,
  programmeId: string,
): Promise<{ id: string; words: string }[]> =>
  trx
    .selectFrom('dofe_goal')
    .select(['id', 'words'])
    .where('organisation_id', '=', organisationId)
    .where('programme_id', '=', programmeId)
    .where('withdrawn_at', 'is', null)
    .execute()

/** Takes a goal off; it stays in the record with the instant. */
export const withdrawGoal = async (
  { trx, organisationId }: Scope,
  programmeId: string,
  goalId: string,
  at: Date,
): Promise<void> => {
  await trx
    .updateTable('dofe_goal')
    .set({ withdrawn_at: at })
    .where('organisation_id', '=', organisationId)
    .where('programme_id', '=', programmeId)
    .where('id', '=', goalId)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export const insertActivityChange = async (
  { trx, organisationId }: Scope,
  change: ActivityChange & {
    readonly id: string
    readonly programmeId: string
    readonly by: string
    readonly at: Date
  },
): Promise<void> => {
  await trx
    .insertInto('dofe_activity_change')
    .values({
      organisation_id: organisationId,
      id: change.id,
      programme_id: change.programmeId,
      changed_on: change.changedOn,
      from_activity: change.from,
      to_activity: change.to,
      changed_by: change.by,
      changed_at: change.at,
    })
    .execute()
}

export const insertChoices = async (
  { trx, organisationId }: Scope,
  choices: readonly (SessionChoiceMade & {
    readonly id: string
    readonly programmeId: string
    readonly by: string
    readonly at: Date
  })[],
): Promise<void> => {
  if (choices.length === 0) return
  await trx
    .insertInto('dofe_session_choice')
    .values(
      choices.map((choice) => ({
        organisation_id: organisationId,
        id: choice.id,
        programme_id: choice.programmeId,
        session_id: choice.sessionId,
        counts: choice.counts,
        chosen_by: choice.by,
        chosen_at: choice.at,
      })),
    )
    .execute()
}

/** What was said about programmes, by programme: goals that stand, changes of activity, choices of sessions. */
export const readAround = async ({ trx, organisationId }: Scope) => {
  const goals = await trx
    .selectFrom('dofe_goal')
    .select(['programme_id as programmeId', 'id', 'words', 'agreed_on as agreedOn', 'added_by as addedBy'])
    .where('organisation_id', '=', organisationId)
    .where('withdrawn_at', 'is', null)
    .orderBy('agreed_on')
    .orderBy('id')
    .execute()
  const changes = await trx
    .selectFrom('dofe_activity_change')
    .select([
      'programme_id as programmeId',
      'changed_on as changedOn',
      'from_activity as from',
      'to_activity as to',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('changed_at')
    .orderBy('id')
    .execute()
  const choices = await trx
    .selectFrom('dofe_session_choice')
    .select(['programme_id as programmeId', 'session_id as sessionId', 'counts'])
    .where('organisation_id', '=', organisationId)
    .orderBy('chosen_at')
    .orderBy('id')
    .execute()
  return {
    goals: Map.groupBy(goals, ({ programmeId }) => programmeId),
    changes: Map.groupBy(changes, ({ programmeId }) => programmeId),
    choices: Map.groupBy(choices, ({ programmeId }) => programmeId),
  }
}
