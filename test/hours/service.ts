import { readFileSync } from 'node:fs'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { previewImport, startImport, uploadImport } from '../../src/hours/actions'
import { makeService } from '../support/organisation'

export const coordinator = 'coordinator@example.org'

const roles = [
  ['RO-01', 'Summer Reading Challenge volunteer', 'Gwirfoddolwr Sialens Ddarllen yr Haf'],
  ['RO-02', 'Home library service', 'Gwasanaeth llyfrgell gartref'],
  ['RO-03', 'Digital champion', null],
  ['RO-05', 'Rhyme time', 'Amser rhigwm'],
  ['RO-07', 'Reading group', null],
  ['RO-08', 'Local history', null],
  ['RO-11', 'Garden', null],
  ['RO-17', 'Events', null],
] as const

/** A service with the roles and libraries that the example files name. */
export const makeServiceWithRoles = async (deps: Deps): Promise<string> => {
  const { id } = await makeService(deps)
  await withOrganisation(deps.db, id, async (scope) => {
    await scope.trx
      .insertInto('role')
      .values(
        roles.map(([code, titleEn, titleCy]) => ({
          organisation_id: id,
          id: deps.random.uuid(),
          national_code: code,
          title_en: titleEn,
          title_cy: titleCy,
          boundary_class: 'value-added' as const,
        })),
      )
      .execute()
    await scope.trx
      .insertInto('branch')
      .values(
        ['Central Library', 'Riverside Library'].map((name) => ({
          organisation_id: id,
          id: deps.random.uuid(),
          name,
          library_type: 'LAL' as const,
        })),
      )
      .execute()
  })
  return id
}

export const bytesOf = (lines: string | readonly string[]) =>
  new TextEncoder().encode(typeof lines === 'string' ? lines : lines.join('\r\n'))

export const exampleFile = (name: string) => new Uint8Array(readFileSync(`examples/${name}`))

/** Uploads a file and returns its id and preview. */
export const upload = async (deps: Deps, organisationId: string, bytes: Uint8Array) => {
  const { importId } = await uploadImport(deps, organisationId, {
    fileName: 'sessions.csv',
    bytes,
    actor: coordinator,
  })
  return { importId, preview: await previewImport(deps, organisationId, importId) }
}

/** Uploads a file and starts it with the mapping that was guessed. */
export const importFile = async (deps: Deps, organisationId: string, bytes: Uint8Array) => {
  const { importId, preview } = await upload(deps, organisationId, bytes)
  const { finished } = await startImport(deps, organisationId, importId, preview.mapping, coordinator)
  return { importId, preview, finished }
}

/** Everything of a service in the tables that an import writes. */
export const contentsOf = (deps: Deps, organisationId: string) =>
  withOrganisation(deps.db, organisationId, async ({ trx }) => ({
    people: await trx.selectFrom('person').selectAll().orderBy('preferred_name').execute(),
    members: await trx.selectFrom('membership').selectAll().where('role', '=', 'volunteer').execute(),
    sessions: await trx
      .selectFrom('volunteering_session')
      .selectAll()
      .orderBy('local_date')
      .orderBy('id')
      .execute(),
    events: await trx.selectFrom('session_event').selectAll().execute(),
    faults: await trx
      .selectFrom('import_fault')
      .selectAll()
      .orderBy('row_number')
      .orderBy('column_name')
      .execute(),
    audit: await trx.selectFrom('audit_event').selectAll().orderBy('id').execute(),
  }))
