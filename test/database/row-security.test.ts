import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem, withOrganisation, withPublicRead } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { openTestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

describe('row-level security', () => {
  let deps: Deps
  let close = async () => {}
  beforeAll(async () => {
    const opened = await openTestDeps()
    deps = opened.deps
    close = opened.close
  }, 60_000)
  afterAll(() => close())

  test('every table with an organisation_id forces it, and no application role can pass it by', async () => {
    const tables = await sql<{ name: string; enabled: boolean; forced: boolean }>`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(deps.db)
    expect(tables.rows.length).toBeGreaterThan(10)
    expect(tables.rows.filter((table) => !table.enabled || !table.forced)).toEqual([])
    const roles = await sql<{ name: string }>`
      select rolname as name from pg_roles where rolname like 'colophon\\_%' and (rolsuper or rolbypassrls)`.execute(
      deps.db,
    )
    expect(roles.rows).toEqual([])
  })

  test('a service sees its own people only, and cannot write into another', async () => {
    const [mine, other] = [await makeService(deps), await makeService(deps)]
    await makePeople(deps, mine, ['Mine'])
    const [theirs = ''] = await makePeople(deps, other, ['Theirs'])
    const seen = await withOrganisation(deps.db, mine.id, (scope) =>
      scope.trx.selectFrom('person').select('preferred_name').execute(),
    )
    expect(seen).toEqual([{ preferred_name: 'Mine' }])
    const changed = await withOrganisation(deps.db, mine.id, (scope) =>
      scope.trx
        .updateTable('person')
        .set({ preferred_name: 'Taken' })
        .where('id', '=', theirs)
        .executeTakeFirst(),
    )
    expect(Number(changed.numUpdatedRows)).toBe(0)
    await expect(
      withOrganisation(deps.db, mine.id, (scope) =>
        scope.trx
          .insertInto('branch')
          .values({ organisation_id: other.id, id: deps.random.uuid(), name: 'Planted', library_type: 'LAL' })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('a public reader sees no private key, nobody’s record and can write nothing', async () => {
    const service = await makeService(deps)
    await makePeople(deps, service, ['Hidden'])
    await expect(
      withPublicRead(deps.db, (scope) => scope.trx.selectFrom('person').select('preferred_name').execute()),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      withPublicRead(deps.db, (scope) =>
        scope.trx.selectFrom('signing_key').select('wrapped_private_key').execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      withPublicRead(deps.db, (scope) => scope.trx.updateTable('award').set({ status: 'valid' }).execute()),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('a consent can be added and never changed, and goes only with the person', async () => {
    const service = await makeService(deps)
    const [personId = ''] = await makePeople(deps, service, ['Young'])
    const inService = <T>(work: Parameters<typeof withOrganisation<T>>[2]) =>
      withOrganisation(deps.db, service.id, work)
    await inService((scope) =>
      scope.trx
        .insertInto('consent')
        .values({
          ...{ organisation_id: service.id, id: deps.random.uuid(), person_id: personId, sequence: 1 },
          ...{ purpose: 'role', decision: 'given', capacity: 'self', guardian_id: null, how: 'account' },
          ...{ text_version: '1', actor: 'a@example.org', at: deps.clock.now() },
        })
        .execute(),
    )
    for (const scoped of [
      () => inService((scope) => scope.trx.updateTable('consent').set({ decision: 'refused' }).execute()),
      () => inService((scope) => scope.trx.deleteFrom('consent').execute()),
      () => asSystem(deps.db, (scope) => scope.trx.deleteFrom('consent').execute()),
    ])
      await expect(scoped()).rejects.toMatchObject({ code: '42501' })
    await inService((scope) => scope.trx.deleteFrom('person').where('id', '=', personId).execute())
    expect(await inService((scope) => scope.trx.selectFrom('consent').select('id').execute())).toEqual([])
  })

  test('the audit trail cannot be changed, not even by the system', async () => {
    const service = await makeService(deps)
    await withOrganisation(deps.db, service.id, (scope) =>
      scope.trx
        .insertInto('audit_event')
        .values({
          organisation_id: service.id,
          id: deps.random.uuid(),
          actor: 'system',
          action: 'organisation.created',
          subject_type: 'organisation',
          subject_id: service.id,
          detail: '{}',
        })
        .execute(),
    )
    await expect(
      asSystem(deps.db, (scope) => scope.trx.deleteFrom('audit_event').execute()),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
