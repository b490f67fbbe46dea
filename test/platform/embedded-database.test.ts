import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../../src/platform/embedded-database-node'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-embedded-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ask = async (database: EmbeddedDatabase, text: string, values: unknown[] = []) => {
  const client = new pg.Client(database.pool)
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

test('a second one of the same folder is a guest of the first, and what was written stays', async () => {
  const data = join(folder, 'shared')
  const owner = await openEmbeddedDatabase(data)
  const guest = await openEmbeddedDatabase(data)
  expect([owner.owned, guest.owned]).toEqual([true, false])
  await ask(guest, 'create table kept (value integer)')
  await ask(owner, 'insert into kept values ($1)', [42])
  expect(await ask(guest, 'select value from kept')).toEqual([{ value: 42 }])
  await guest.close()
  expect(await ask(owner, 'select value from kept')).toEqual([{ value: 42 }])
  await owner.close()

  const again = await openEmbeddedDatabase(data)
  expect(again.owned).toBe(true)
  expect(await ask(again, 'select value from kept')).toEqual([{ value: 42 }])
  await again.close()
}, 60_000)

test('many connections at once get their own answers, also after errors and from broken transactions', async () => {
  const database = await openEmbeddedDatabase(join(folder, 'busy'))
  const pool = new pg.Pool({ ...database.pool, max: 20 })
  const quitter = new pg.Client(database.pool)
  await quitter.connect()
  await quitter.query('begin')
  await quitter.end()
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      if (index % 10 === 0) {
        return pool.query('select 1 / ($1::integer - $1)', [index]).catch((error: Error) => error.message)
      }
      return (await pool.query('select $1::integer as value', [index])).rows[0]?.value
    }),
  )
  expect(answers).toEqual(
    Array.from({ length: 200 }, (_, index) => (index % 10 === 0 ? 'division by zero' : index)),
  )
  await pool.end()
  await database.close()
}, 60_000)

test('a folder with a long name and leftovers of a crash opens all the same', async () => {
  const data = join(folder, 'a-name-that-is-long-for-a-folder'.repeat(4))
  await mkdir(data, { recursive: true })
  await writeFile(join(data, 'database.place'), '{"host":"/nowhere","port":5432}')
  const database = await openEmbeddedDatabase(data)
  expect(database.pool.host?.length).toBeLessThan(90)
  expect(await ask(database, 'select 1 as value')).toEqual([{ value: 1 }])
  await database.close()
}, 60_000)
