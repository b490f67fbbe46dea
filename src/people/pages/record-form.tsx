import type { Child } from 'hono/jsx'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { Language } from '../../web/app-env'
import { Checkboxes, Radios, Select, Textarea, TextInput } from '../../web/components'
import { personStatuses } from '../model'
import {
  languageWishes,
  type RecordFaults,
  type RecordField,
  recordFields,
  type TypedRecord,
} from '../record/model'
import { recordText } from '../record-text'

/** What was sent of a record; a field that the form did not have is empty. */
export const readRecordForm = (form: Readonly<Record<string, unknown>>): TypedRecord => {
  const text = (field: RecordField) => {
    const value = form[field]
    return typeof value === 'string' ? value : ''
  }
  // Every field is filled in the line above.
  return Object.fromEntries(recordFields.map((field) => [field, text(field)])) as TypedRecord
}

/** What is wrong with a record, as an error summary lists it, in the order of the form. */
export const describeFaults = (faults: RecordFaults, language: Language): FieldProblem[] => {
  const t = recordText[language]
  return recordFields.flatMap((field) => {
    const fault = faults[field]
    if (fault === undefined) return []
    return [{ field, message: `${t.labels[field].replace(/ \(.*\)$/, '')}: ${t.faults[fault]}` }]
  })
}

type Fields = {
  readonly typed: TypedRecord
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}

const partsOf = ({ typed, errors, language }: Fields) => {
  const t = recordText[language]
  return (field: RecordField) => {
    const error = errors.find((one) => one.field === field)?.message
    const hint = (t.hints as Readonly<Partial<Record<RecordField, string>>>)[field]
    return {
      id: field,
      label: t.labels[field],
      value: typed[field],
      language,
      ...(hint ? { hint } : {}),
      ...(error === undefined ? {} : { error }),
    }
  }
}

const Group = ({ title, children }: { readonly title: string; readonly children?: Child }) => (
  <fieldset class="govuk-fieldset app-group">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{title}</legend>
    {children}
  </fieldset>
)

/** The names of somebody. */
export const NameFields = (fields: Fields) => {
  const part = partsOf(fields)
  return (
    <Group title={recordText[fields.language].names}>
      <TextInput {...part('preferredName')} spellcheck={false} autocomplete="off" />
      <TextInput {...part('romanisedName')} spellcheck={false} autocomplete="off" />
      <TextInput {...part('nameLanguage')} spellcheck={false} width={10} />
      <TextInput {...part('legalName')} spellcheck={false} autocomplete="off" />
    </Group>
  )
}

/** How somebody is reached; without e-mail where that is not theirs to change. */
export const ContactFields = (fields: Fields & { readonly own?: boolean }) => {
  const t = recordText[fields.language]
  const part = partsOf(fields)
  const { error } = part('languageWish')
  return (
    <Group title={fields.own ? t.reachMe : t.reach}>
      {fields.own ? (
        <p class="govuk-body">
          <a class="govuk-link" href={path('accountEmail')}>
            {t.emailChange}
          </a>
        </p>
      ) : (
        <TextInput {...part('email')} type="email" spellcheck={false} autocomplete="off" />
      )}
      <TextInput {...part('phone')} type="tel" width={20} />
      <Textarea {...part('postalAddress')} rows={4} />
      <Radios
        name="languageWish"
        legend={t.labels.languageWish}
        hint={fields.own ? t.myWishHint : t.wishHint}
        small
        items={languageWishes.map((value) => ({
          value,
          text: t.wishes[value],
          checked: fields.typed.languageWish === value,
        }))}
        {...(error === undefined ? {} : { error })}
      />
    </Group>
  )
}

export const EmergencyFields = (fields: Fields) => {
  const part = partsOf(fields)
  return (
    <Group title={recordText[fields.language].emergency}>
      <TextInput {...part('emergencyName')} spellcheck={false} autocomplete="off" />
      <TextInput {...part('emergencyPhone')} type="tel" width={20} autocomplete="off" />
      <TextInput {...part('emergencyRelationship')} width={20} />
    </Group>
  )
}

/** What the service alone says: the birth, the status and where somebody comes from. */
export const ServiceFields = (fields: Fields) => {
  const { typed, language } = fields
  const t = recordText[language]
  const part = partsOf(fields)
  return (
    <>
      <Group title={t.age}>
        <TextInput {...part('birthDate')} width={20} inputmode="text" />
        <Checkboxes
          name="youthAward"
          legend={t.labels.youthAward}
          small
          items={[{ value: 'yes', text: t.youthAward, checked: typed.youthAward === 'yes' }]}
        />
        <TextInput {...part('birthYear')} width={4} inputmode="numeric" />
      </Group>
      <Group title={t.rest}>
        <Select
          {...part('status')}
          items={personStatuses.map((value) => ({
            value,
            text: t.statuses[value],
            selected: typed.status === value,
          }))}
        />
        <TextInput {...part('externalReference')} width={10} />
        <TextInput {...part('referralSource')} />
        <TextInput {...part('pilot')} />
      </Group>
    </>
  )
}
