import { expect, test } from 'vitest'
import { asSystem } from '../../src/database/scope'
import { seedDemo } from '../../src/demo/actions'
import { openTestDeps } from '../support/database'

test('the demonstration is made by the real actions, once', async () => {
  const { deps, close } = await openTestDeps('pglite')
  try {
    const said: string[] = []
    await seedDemo(deps, (sentence) => said.push(sentence))
    await seedDemo(deps, (sentence) => said.push(sentence))
    expect(said).toHaveLength(4)
    const count = (table: 'person' | 'award' | 'volunteering_session') =>
      asSystem(deps.db, async (scope) => {
        const { n } = await scope.trx
          .selectFrom(table)
          .select((select) => select.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
        return n
      })
    expect(await count('person')).toBe(300)
    expect(await count('volunteering_session')).toBeGreaterThan(2500)
    expect(await count('award')).toBeGreaterThan(20)
  } finally {
    await close()
  }
}, 60_000)
