import { expect, onTestFinished, test } from 'vitest'
import { withOrganisation } from '../../src/database/scope'
import { factsFor, hoursOverview, minutesFor } from '../../src/hours/actions'
import { addRole } from '../../src/roles/actions'
import { openTestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

test('approved sessions come out as they went in, and nobody else’s with them', async () => {
  const { deps, close } = await openTestDeps()
  onTestFinished(close)
  const service = await makeService(deps)
  const [ana = '', ben = ''] = await makePeople(deps, service, ['Ana', 'Ben'])
  const role = {
    nationalCode: 'RO-11',
    titleEn: 'Garden',
    titleCy: null,
    boundaryClass: 'value-added',
  } as const
  const roleId = await addRole(deps, service.id, role)
  const at = (clock: string) => new Date(`2026-05-04T${clock}Z`)
  const given = [
    { personId: ana, localDate: '1999-12-31', startedAt: null, endedAt: null, minutes: 1440, micro: false },
    { personId: ana, localDate: '2026-05-04', startedAt: null, endedAt: null, minutes: 1, micro: true },
    {
      personId: ana,
      localDate: '2026-05-04',
      startedAt: at('09:00:00.123'),
      endedAt: at('10:00:00'),
      minutes: 60,
      micro: false,
    },
    {
      personId: ana,
      localDate: '2026-05-04',
      startedAt: at('09:30'),
      endedAt: at('10:30'),
      minutes: 60,
      micro: false,
    },
    { personId: ben, localDate: '2026-05-04', startedAt: null, endedAt: null, minutes: 45, micro: false },
  ]
  const rowOf = ({ personId, localDate, startedAt, endedAt, minutes, micro }: (typeof given)[number]) => ({
    ...{ organisation_id: service.id, id: deps.random.uuid(), person_id: personId, role_id: roleId },
    ...{ local_date: localDate, started_at: startedAt, ended_at: endedAt, minutes, micro },
    ...{ time_zone: 'Europe/London', source: 'self' as const },
  })
  await withOrganisation(deps.db, service.id, async ({ trx }) => {
    const rows = given.map((one) => ({ ...rowOf(one), status: 'approved' as const }))
    await trx.insertInto('volunteering_session').values(rows).execute()
    const waiting = { ...given[4], personId: ben, localDate: '2026-05-05' } as (typeof given)[number]
    await trx
      .insertInto('volunteering_session')
      .values({ ...rowOf(waiting), status: 'submitted' })
      .execute()
  })

  const facts = await factsFor(deps, service.id)
  const ofAna = given.slice(0, 4).map((one) => ({ ...one, roleId }))
  expect(facts.get(ana)).toHaveLength(4)
  expect(facts.get(ana)).toEqual(expect.arrayContaining(ofAna))
  expect([...(await factsFor(deps, service.id, [ben])).keys()]).toEqual([ben])
  expect((await minutesFor(deps, service.id, [ana, ben])).get(ben)).toEqual({ approved: 45, waiting: 45 })
  // 09:00:00.123 to 10:30 are 89 whole minutes.
  expect((await minutesFor(deps, service.id, [ana])).get(ana)?.approved).toBe(1440 + 1 + 89)
  expect(await hoursOverview(deps, service.id)).toMatchObject({ volunteers: 2, approvedMinutes: 1 + 89 + 45 })
})
