import { path, paths } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { App, AppContext, Language } from '../../web/app-env'
import { Button, Checkboxes, NotificationBanner } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { consentStateOf } from '../consents/actions'
import { addPerson, getRecord, type Namesake, updatePerson } from '../record/actions'
import { type KeptRecord, recordFields, type TypedRecord } from '../record/model'
import { recordText } from '../record-text'
import { typedRecord } from '../rules/typed-record'
import {
  ContactFields,
  describeFaults,
  EmergencyFields,
  NameFields,
  readRecordForm,
  ServiceFields,
} from './record-form'

type Shown = {
  readonly typed: TypedRecord
  readonly errors: readonly FieldProblem[]
  /** Absent for somebody new. */
  readonly personId?: string
  readonly hidden: Readonly<Record<string, string>>
  readonly namesakes?: readonly Namesake[]
  /** The record as somebody else changed it in the meantime. */
  readonly changed?: KeptRecord
}

const renderForm = (c: AppContext, { organisation }: Permitted, shown: Shown) => {
  const { language } = c.var
  const { typed, errors, personId, hidden } = shown
  const t = recordText[language]
  const { slug } = organisation
  const fields = { typed, errors, language }
  const title = personId === undefined ? t.add : t.edit
  const back =
    personId === undefined
      ? path('serviceVolunteers', { slug })
      : path('serviceVolunteer', { slug, personId })
  return renderPage(
    c,
    { title, organisation, current: 'volunteers', errors, back: { href: back, text: t.record } },
    <>
      {shown.changed === undefined ? null : (
        <ChangedNotice kept={shown.changed} typed={typed} language={language} />
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" novalidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {shown.namesakes === undefined ? null : (
          <Namesakes people={shown.namesakes} slug={slug} language={language} />
        )}
        <NameFields {...fields} />
        <ContactFields {...fields} />
        <ServiceFields {...fields} />
        <EmergencyFields {...fields} />
        <Button>{t.save}</Button>
      </form>
    </>,
  )
}

/** The fields that have another value in the record now than in the form. */
export const ChangedNotice = (props: {
  readonly kept: KeptRecord
  readonly typed: TypedRecord
  readonly language: Language
}) => {
  const { kept, typed, language } = props
  const t = recordText[language]
  const now = typedRecord(kept)
  const differing = recordFields.filter(
    (field) => field !== 'youthAward' && now[field] !== typed[field].trim(),
  )
  const wordsOf = (field: (typeof recordFields)[number]) => {
    if (field === 'languageWish') return t.wishes[kept.languageWish]
    if (field === 'status') return t.statuses[kept.status]
    return now[field] || t.empty
  }
  return (
    <NotificationBanner language={language}>
      <p class="govuk-notification-banner__heading">{t.changedTitle}</p>
      <p class="govuk-body">{differing.length === 0 ? t.changedNothing : t.changedHelp}</p>
      <ul class="govuk-list govuk-list--bullet">
        {differing.map((field) => (
          <li>{`${t.labels[field].replace(/ \(.*\)$/, '')}: ${wordsOf(field)}`}</li>
        ))}
      </ul>
      <p class="govuk-body">{t.saveAnyway}</p>
    </NotificationBanner>
  )
}

const Namesakes = (props: {
  readonly people: readonly Namesake[]
  readonly slug: string
  readonly language: Language
}) => {
  const { people, slug, language } = props
  const t = recordText[language]
  return (
    <>
      <h2 class="govuk-heading-m">{t.known}</h2>
      <p class="govuk-body">{t.knownHelp}</p>
      <ul class="govuk-list govuk-list--bullet">
        {people.map(({ id, name, externalReference }) => (
          <li>
            <a class="govuk-link" href={path('serviceVolunteer', { slug, personId: id })}>
              {name}
            </a>
            {externalReference === null ? '' : ` (${externalReference})`}
          </li>
        ))}
      </ul>
      <Checkboxes
        name="isAnother"
        legend={t.known}
        small
        items={[{ value: 'yes', text: t.isAnother }]}
        error={t.known}
        language={language}
      />
    </>
  )
}

const emptyRecord = (): TypedRecord => ({
  ...readRecordForm({}),
  languageWish: 'unknown',
  status: 'active',
})

const showAdd = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:edit')
  const hidden = { id: c.var.deps.random.uuid() }
  return renderForm(c, permitted, { typed: emptyRecord(), errors: [], hidden })
}

const postAdd = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:edit')
  const { organisation, actor } = permitted
  const form = await c.req.parseBody()
  const typed = readRecordForm(form)
  const id = String(form['id'] ?? '')
  const isAnother = form['isAnother'] === 'yes'
  const outcome = await addPerson(c.var.deps, organisation, { id, typed, isAnother, actor })
  if (outcome.kind === 'faults') {
    const errors = describeFaults(outcome.faults, c.var.language)
    return renderForm(c, permitted, {
      typed,
      errors,
      hidden: { id, ...(isAnother ? { isAnother: 'yes' } : {}) },
    })
  }
  if (outcome.kind === 'namesakes') {
    const errors = [{ field: 'isAnother', message: recordText[c.var.language].known }]
    return renderForm(c, permitted, { typed, errors, hidden: { id }, namesakes: outcome.people })
  }
  const there = path('serviceVolunteer', { slug: organisation.slug, personId: id })
  return c.redirect(`${there}?done=added`, 303)
}

const showEdit = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:edit')
  const personId = c.req.param('personId') ?? ''
  const record = await getRecord(c.var.deps, permitted.organisation.id, personId)
  const { stage } = await consentStateOf(c.var.deps, permitted.organisation.id, personId)
  const typed = typedRecord(record)
  return renderForm(c, permitted, {
    typed: stage === 'adult' ? typed : { ...typed, youthAward: '' },
    ...{ personId, errors: [], hidden: { revision: String(record.revision) } },
  })
}

const postEdit = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'people:edit')
  const { organisation, actor } = permitted
  const personId = c.req.param('personId') ?? ''
  const form = await c.req.parseBody()
  const typed = readRecordForm(form)
  const revision = Number(form['revision'])
  const outcome = await updatePerson(c.var.deps, organisation, personId, { typed, revision, actor })
  if (outcome.kind === 'faults') {
    const errors = describeFaults(outcome.faults, c.var.language)
    return renderForm(c, permitted, { typed, errors, personId, hidden: { revision: String(revision) } })
  }
  if (outcome.kind === 'changed') {
    const hidden = { revision: String(outcome.record.revision) }
    return renderForm(c, permitted, { typed, errors: [], personId, hidden, changed: outcome.record })
  }
  return c.redirect(`${path('serviceVolunteer', { slug: organisation.slug, personId })}?done=saved`, 303)
}

/** The forms that add a volunteer and change a record, for coordinators. */
export const editPages = (app: App): void => {
  app.get(paths.serviceVolunteerAdd, showAdd)
  app.post(paths.serviceVolunteerAdd, postAdd)
  app.get(paths.serviceVolunteerEdit, showEdit)
  app.post(paths.serviceVolunteerEdit, postEdit)
}
