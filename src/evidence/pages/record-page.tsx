import { localDateOf } from '../../hours/rules/local-date-of'
import { path } from '../../paths'
import { listActivePeople } from '../../people/actions'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, NotificationBanner, RowCheckbox, Table } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { recordEvidence } from '../actions'
import type { EvidenceEntry } from '../model'
import { evidenceText } from '../page-text'
import { RecordFields } from './record-fields'

type Typed = {
  readonly entry: EvidenceEntry
  readonly ticked: ReadonlySet<string>
  readonly requestId: string
  readonly errors: readonly FieldProblem[]
}

/** A form for what staff saw or decided, of one person or of many. `?kind=`, `?module=` and `?person=` fill it in. */
export const showRecordForm = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'evidence:record')
  const { deps } = c.var
  const entry = {
    kind: c.req.query('kind') ?? '',
    date: localDateOf(deps.clock.now()),
    count: '1',
    faults: '',
    area: '',
    module: c.req.query('module') ?? '',
    score: '',
    note: '',
  }
  const person = c.req.query('person')
  const ticked = new Set(person === undefined ? [] : [person])
  return renderForm(c, permitted, { entry, ticked, requestId: deps.random.uuid(), errors: [] })
}

const renderForm = async (c: AppContext, { organisation }: Permitted, typed: Typed) => {
  const { deps, language } = c.var
  const t = evidenceText[language]
  const { slug } = organisation
  const people = await listActivePeople(deps, organisation.id)
  const done = c.req.query('done')
  return renderPage(
    c,
    { title: t.title, organisation, current: 'badges', wide: true, errors: typed.errors },
    <>
      {done === undefined || !/^\d{1,5}$/.test(done) ? null : (
        <NotificationBanner success={done !== '0'} language={language}>
          <p class="govuk-notification-banner__heading">
            {done === '0' ? t.doneAlready : t.done(Number(done))}
          </p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.intro}</p>
      <form method="post" action={path('serviceEvidence', { slug })} novalidate>
        <input type="hidden" name="request" value={typed.requestId} />
        <RecordFields entry={typed.entry} errors={typed.errors} language={language} />
        <PeopleTable people={people} ticked={typed.ticked} language={language} errors={typed.errors} />
        <Button>{t.save}</Button>
      </form>
    </>,
  )
}

const PeopleTable = (props: {
  readonly people: readonly { readonly id: string; readonly preferredName: string }[]
  readonly ticked: ReadonlySet<string>
  readonly language: Language
  readonly errors: readonly FieldProblem[]
}) => {
  const { people, ticked, language, errors } = props
  const t = evidenceText[language]
  const error = errors.find(({ field }) => field.startsWith('person-'))
  // Those who are ticked come first, so that a form about one person needs no search.
  const ordered = [...people].sort((a, b) => Number(ticked.has(b.id)) - Number(ticked.has(a.id)))
  return (
    <>
      {error === undefined ? null : <p class="govuk-error-message">{error.message}</p>}
      <Table caption={t.people} head={[{ text: t.choose }, { text: t.person }]}>
        {ordered.map(({ id, preferredName }) => (
          <tr class="govuk-table__row">
            <Cell>
              <RowCheckbox
                name="person"
                value={id}
                label={t.ofPerson(preferredName)}
                checked={ticked.has(id)}
              />
            </Cell>
            <Cell header>
              <bdi>{preferredName}</bdi>
            </Cell>
          </tr>
        ))}
      </Table>
    </>
  )
}

const fields = ['kind', 'date', 'count', 'faults', 'area', 'module', 'score', 'note'] as const

/** Records it of everybody who is ticked, or shows the form again with what is wrong. */
export const postRecord = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'evidence:record')
  const { deps, language } = c.var
  const t = evidenceText[language]
  const form = await c.req.parseBody({ all: true })
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  // Every field of an entry is in the list.
  const entry = Object.fromEntries(fields.map((name) => [name, text(name)])) as EvidenceEntry
  const personIds = [form['person'] ?? []].flat().map(String)
  const requestId = text('request') || deps.random.uuid()
  const { organisation, actor } = permitted
  const again = (errors: readonly FieldProblem[]) =>
    renderForm(c, permitted, { entry, ticked: new Set(personIds), requestId, errors })
  if (personIds.length === 0) {
    const [first] = await listActivePeople(deps, organisation.id)
    return again([{ field: first === undefined ? 'kind' : `person-${first.id}`, message: t.chooseSomebody }])
  }
  const outcome = await recordEvidence(deps, organisation.id, entry, { personIds, requestId, actor })
  if (!outcome.ok)
    return again(outcome.reason.map(({ field, reason }) => ({ field, message: t.faultTexts[reason] })))
  const { recorded } = outcome.value
  return c.redirect(`${path('serviceEvidence', { slug: organisation.slug })}?done=${recorded}`, 303)
}
