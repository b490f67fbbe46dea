import { getIssueBatch, startIssueBatch } from '../../src/awards/actions'
import type { IssueBatch } from '../../src/awards/model'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import type { Organisation } from '../../src/organisations/model'
import { addRole, listRoles } from '../../src/roles/actions'

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
  await withOrganisation(deps.db, organisation.id, async ({ trx }) => {
    const sessions = personIds.flatMap((personId) =>
      days.map(([localDate, minutes]) => ({
        organisation_id: organisation.id,
        id: deps.random.uuid(),
        person_id: personId,
        role_id: roleId,
        branch_id: null,
        local_date: localDate,
        started_at: null,
        ended_at: null,
        time_zone: 'Europe/London',
        minutes,
        status: 'approved' as const,
        source: 'self' as const,
        import_id: null,
        note: null,
      })),
    )
    for (let from = 0; from < sessions.length; from += 1000) {
      await trx
        .insertInto('volunteering_session')
        .values(sessions.slice(from, from + 1000))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  })
}

/** Gives people the hours for LV-02 and issues it to them; the batch and the ids of the awards it made. */
export const issueBadge = async (
  deps: Deps,
  organisation: Organisation,
  personIds: readonly string[],
): Promise<{ batch: IssueBatch; awardIds: string[] }> => {
  await earnBadge(deps, organisation, personIds)
  const actor = 'coordinator@example.org'
  const { batchId } = await startIssueBatch(deps, organisation, { code: 'LV-02', actor, personIds })
  const awards = await withOrganisation(deps.db, organisation.id, ({ trx }) =>
    trx.selectFrom('award').select(['id', 'person_id']).where('batch_id', '=', batchId).execute(),
  )
  const idOf = new Map(awards.map((award) => [award.person_id, award.id]))
  const awardIds = personIds.flatMap((personId) => idOf.get(personId) ?? [])
  return { batch: await getIssueBatch(deps, organisation.id, batchId), awardIds }
}
