import { expect, test } from 'vitest'
import { addDemoRoles } from '../../src/demo/roles'
import { addRole } from '../../src/roles/actions'
import { listOpportunities, listPublishedRoles } from '../../src/roles/opportunities/actions'
import { earnBadge } from '../support/awards'
import { openTestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

test('the roles of a made-up service are made by the real actions, once', async () => {
  const { deps, close } = await openTestDeps()
  try {
    const service = await makeService(deps)
    const people = await makePeople(deps, service, ['Ann', 'Bob', 'Cid'])
    await earnBadge(deps, service, people)
    await addRole(deps, service.id, {
      ...{ nationalCode: 'RO-03', titleEn: 'Digital champion', titleCy: null, boundaryClass: 'value-added' },
    })
    for (const _ of [1, 2]) await addDemoRoles(deps, service, 'coordinator@example.org')
    // What somebody may apply for comes first.
    expect((await listPublishedRoles(deps, service.id)).map(({ role }) => role.nationalCode)).toEqual([
      'RO-03',
      'RO-02',
    ])
    const { rows } = await listOpportunities(deps, service.id, { limit: 9 })
    expect(rows.map(({ waiting }) => waiting)).toEqual([2])
  } finally {
    await close()
  }
}, 60_000)
