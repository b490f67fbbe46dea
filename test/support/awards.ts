import { getIssueBatch, startIssueBatch } from '../../src/awards/actions'
import type { IssueBatch } from '../../src/awards/model'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { plainSession } from '../../src/hours/model'
import { changeStatus, insertSessions, lockSessions } from '../../src/hours/sessions/store'
import type { Organisation } from '../../src/organisations/model'
import { addRole, listRoles } from '../../src/roles/actions'

const coordinator = 'coordinator@example.org'

export const homeLibraryRole = 'Home library service'

const roleOf = async (deps: Deps, organisation: Organisation): Promise<string> => {
  const known = (await listRoles(deps, organisation.id)).find(({ titleEn }) => titleEn === homeLibraryRole)
  if (known !== undefined) return known.id
  return addRole(deps, organisation.id, {
    nationalCode: 'RO-02',
    titleEn: homeLibraryRole,
    titleCy: 'Gwasanaeth llyfrgell gartref',
    boundaryClass: 'value-added',
  })
}

/** Approved sessions of 21.25 hours in three months, enough for LV-02, for each of the people. */
export const earnBadge = async (
  deps: Deps,
  organisation: Organisation,
  personIds: readonly string[],
): Promise<void> => {
  const roleId = await roleOf(deps, organisation)
  const days = [
    ['2026-01-05', 480],
    ['2026-03-02', 480],
    ['2026-05-20', 315],
  ] as const
  const sessions = personIds.flatMap((personId) =>
    days.map(([localDate, minutes]) => ({
      ...{
        id: deps.random.uuid(),
        eventId: deps.random.uuid(),
        personId,
        roleId,
        branchId: null,
        localDate,
        minutes,
      },
      ...{
        startedAt: null,
        endedAt: null,
        timeZone: 'Europe/London',
        source: 'self' as const,
        importId: null,
      },
      ...{ ...plainSession, note: null, recordedAt: deps.clock.now() },
    })),
  )
  for (let from = 0; from < sessions.length; from += 3000) {
    await withOrganisation(deps.db, organisation.id, async (scope) => {
      const added = await insertSessions(scope, sessions.slice(from, from + 3000), coordinator)
      const { heads, sessions: waiting } = await lockSessions(scope, { ids: [...added] }, ['submitted'], {
        actor: coordinator,
        reach: 'service',
      })
      const entries = waiting.map((session) => ({
        ...{
          id: deps.random.uuid(),
          sessionId: session.id,
          personId: session.personId,
          facts: session.facts,
        },
      }))
      const deed = { kind: 'approved', actor: coordinator, reason: null, at: deps.clock.now() } as const
      await changeStatus(scope, heads, entries, 'approved', deed)
    })
  }
}

/** Gives people the hours for LV-02 and issues it to them; the batch and the ids of the awards it made. */
export const issueBadge = async (
  deps: Deps,
  organisation: Organisation,
  personIds: readonly string[],
): Promise<{ batch: IssueBatch; awardIds: string[] }> => {
  await earnBadge(deps, organisation, personIds)
  const { batchId } = await startIssueBatch(deps, organisation, {
    code: 'LV-02',
    actor: coordinator,
    personIds,
  })
  const awards = await withOrganisation(deps.db, organisation.id, ({ trx }) =>
    trx.selectFrom('award').select(['id', 'person_id']).where('batch_id', '=', batchId).execute(),
  )
  const idOf = new Map(awards.map((award) => [award.person_id, award.id]))
  const awardIds = personIds.flatMap((personId) => idOf.get(personId) ?? [])
  return { batch: await getIssueBatch(deps, organisation.id, batchId), awardIds }
}
