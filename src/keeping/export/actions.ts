import { recordAudit } from '../../audit/actions'
import { type Scope, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { drawReport } from '../../documents/draw-report'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { getPerson } from '../../people/actions'
import type { Person } from '../../people/model'
import { exportText } from '../export-text'
import { composeRecord } from '../rules/compose-record'
import { redactThirdParties } from '../rules/redact-third-parties'
import { detailsOfOthers, tidyExport } from '../rules/tidy-export'
import type { ExportSection, RecordExport } from './model'
import * as store from './store'

/** Parts of a record that are not in the tables of the tenant; handed to the holder alone. */
export type OwnPart = (deps: Deps, organisationId: string, personId: string) => Promise<ExportSection>

/** What hangs on a person, and what leads to them by their address or within a batch alone. */
const readSections = async (scope: Scope, person: Person): Promise<ExportSection[]> => {
  const { id, email, preferredName: name } = person
  const words = { part: 'batch_words', rows: await store.selectBatchWords(scope, id) }
  const record = [...(await store.selectRecord(scope, id)), words]
  if (email === null) return record
  const refused = await store.selectApplications(scope, { email, name })
  const accepted = record.find(({ part }) => part === 'application')?.rows ?? []
  return [
    ...record.filter(({ part }) => part !== 'application'),
    { part: 'application', rows: [...accepted, ...refused] },
    { part: 'mails', rows: await store.selectMails(scope, email) },
  ]
}

type Asked = {
  readonly language: 'en' | 'cy'
  /** E-mail address of who takes it along, for the audit trail. */
  readonly actor: string
  /** What only the holder may see. */
  readonly ownParts: readonly OwnPart[]
}

/**
 * Everything that a service keeps of a person: profile, sessions, badges, consents, skills, training, programmes, what
 * the audit trail has of them, and whatever else hangs on their row. Names and addresses of others are withheld. Throws `not-found`.
 */
export const exportRecord = async (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  { language, actor, ownParts }: Asked,
): Promise<RecordExport> => {
  const person = await getPerson(deps, organisation.id, personId)
  const { withheld } = exportText[language]
  const own = await Promise.all(ownParts.map((read) => read(deps, organisation.id, personId)))
  const sections = await withOrganisation(deps.db, organisation.id, async (scope) => {
    const record = await readSections(scope, person)
    const subjects = record.flatMap(({ rows }) =>
      rows.flatMap((row) => (typeof row['id'] === 'string' ? [row['id']] : [])),
    )
    const trail = await store.selectTrail(scope, { email: person.email, subjects })
    const names = [...(await store.selectOtherNames(scope, personId)), ...detailsOfOthers(record)]
    await recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'record.exported' },
      ...{ subjectType: 'person', subjectId: personId },
    })
    const redact = redactThirdParties({
      ...{ names, withheld },
      own: [person.preferredName, ...(person.email === null ? [] : [person.email])],
    })
    return [...record, { part: 'trail', rows: trail }].map((section) => tidyExport(section, redact, withheld))
  })
  return {
    form: 'colophon-record-1',
    service: nameOf(organisation, language),
    name: person.preferredName,
    madeAt: deps.clock.now().toISOString(),
    sections: [...sections, ...own],
  }
}

export const exportFormats = ['json', 'pdf'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A record as a file: JSON with every field, or a document of pages. */
export const writeExport = async (
  deps: Deps,
  organisation: Organisation,
  record: RecordExport,
  { format, language }: { readonly format: ExportFormat; readonly language: 'en' | 'cy' },
): Promise<{ readonly bytes: Uint8Array; readonly contentType: string; readonly fileName: string }> => {
  if (format === 'json') {
    const bytes = new TextEncoder().encode(JSON.stringify(record, null, 2))
    return { bytes, contentType: 'application/json', fileName: `record-${organisation.slug}.json` }
  }
  const t = exportText[language]
  const bytes = await drawReport(
    {
      ...{
        paper: 'a4',
        language,
        title: t.title,
        subtitle: record.name,
        service: record.service,
        foot: t.foot,
      },
      ...{ themeColour: organisation.themeColour, blocks: composeRecord(record, t), at: deps.clock.now() },
    },
    deps.assets,
  )
  return { bytes, contentType: 'application/pdf', fileName: `record-${organisation.slug}.pdf` }
}
