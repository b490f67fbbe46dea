import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createDatabase, createPool } from '../../src/database/connect'
import { migrations } from '../../src/database/migrations'
import { checkLedger } from '../../src/hours/actions'
import { openTestDeps } from '../support/database'
import { servePglite } from '../support/pglite'

const service = '01890000-0000-7000-8000-000000000001'
const before = '20261124T0030'

test('entries from before there were chains are chained as new ones are', async () => {
  const pglite = new PGlite()
  const served = await servePglite(pglite)
  const db = createDatabase(createPool(served.pool))
  const opened = await openTestDeps('pglite')
  const names = Object.keys(migrations).sort()
  for (const name of names.filter((one) => one < before)) await migrations[name]?.up(db)
  await sql
    .raw(`
insert into organisation (id, kind, slug, name_en, nation, theme_colour)
  values ('${service}', 'network', 'old', 'Old', 'England', '#000000');
insert into role (organisation_id, id, national_code, title_en, boundary_class)
  values ('${service}', '${service}', 'RO-01', 'Reader', 'value-added');
insert into person (organisation_id, id, preferred_name, search_name, contact_language)
  select '${service}', gen_random_uuid(), 'P' || n, 'p' || n, 'en' from generate_series(1, 3) n;
insert into volunteering_session
  (organisation_id, id, person_id, role_id, local_date, started_at, ended_at, time_zone, minutes, source)
  select organisation_id, gen_random_uuid(), id, '${service}', date '2026-05-01' + n,
    case n % 2 when 0 then timestamptz '2026-05-01 09:00:00.123456+00' + n * interval '1 day' end,
    case n % 2 when 0 then timestamptz '2026-05-01 11:00:00.9996+00' + n * interval '1 day' end,
    'Europe/London', 120, 'import' from person, generate_series(1, 4) n;
insert into session_event (organisation_id, id, session_id, at, kind, actor, reason)
  select organisation_id, gen_random_uuid(), id, now() + n * interval '1.0009996 second', kind, 'a@example.org',
    case kind when 'disputed' then E'“Shut”, said\\t"he" \\\\ \\x01\\x1f /' end
  from volunteering_session, unnest(array['submitted', 'disputed', 'approved']) with ordinality as k (kind, n);
`)
    .execute(db)
  for (const name of names.filter((one) => one >= before)) await migrations[name]?.up(db)
  expect(await checkLedger({ ...opened.deps, db }, service)).toEqual({
    ...{ people: 3, entries: 36, broken: [] },
    erased: { people: 0, entries: 0, minutes: 0 },
  })
  await db.destroy()
  await served.stop()
  await pglite.close()
  await opened.close()
}, 60_000)
