import { withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { orderOf, weighDate } from '../rules/find-date-order'
import { type Identity, identityKey } from '../rules/match-people'
import { dateCellOf, openSessions, type SessionReader } from '../rules/read-sessions'
import { type ImportRecord, loadService } from './store'
import { findEncoding, streamRows } from './stream-rows'

/** What has to be known of a whole file before its rows can go in, whatever their number. */
export type ScannedFile = {
  readonly columns: readonly string[]
  readonly reader: SessionReader
  /** Everybody whom a good row is about, as each row says it, once. */
  readonly identities: readonly Identity[]
  readonly contactLanguage: 'en' | 'cy'
  readonly rows: () => ReturnType<typeof streamRows>
}

/** Reads an uploaded file twice, from its start: first for the order of its dates, then for whom it is about. */
export const scanFile = async (
  deps: Deps,
  organisationId: string,
  record: ImportRecord,
): Promise<ScannedFile> => {
  const { fileKey, mapping, columns } = record
  const service = await withOrganisation(deps.db, organisationId, loadService)
  const encoding = await findEncoding(deps.files, fileKey)
  const rows = () => streamRows(deps.files, fileKey, encoding)
  let balance = 0
  for await (const piece of rows())
    for (const row of piece.rows) balance += weighDate(dateCellOf(row, mapping))
  const context = { columns, mapping, dateOrder: orderOf(balance), now: deps.clock.now() }
  const reader = openSessions(context, service)
  const identities = new Map<string, Identity>()
  for await (const piece of rows()) {
    for (const row of piece.rows) {
      const { session } = reader.read(row)
      if (session === undefined) continue
      const key = identityKey(session)
      const { externalReference, name, email } = session
      if (!identities.has(key)) identities.set(key, { externalReference, name, email })
    }
  }
  return {
    ...{ columns, reader, rows, contactLanguage: service.contactLanguage },
    identities: [...identities.values()],
  }
}
