import type { FieldProblem } from '../../problems'
import type { Language } from '../../web/app-env'
import { Button, Checkboxes, Radios, Textarea, TextInput } from '../../web/components'
import { type NewMatter, zNewMatter } from '../matters/actions'
import { keepingText } from '../page-text'

export type TypedMatter = {
  readonly kind: string
  readonly reference: string
  readonly reason: string
  readonly needs: readonly string[]
  readonly firstDate: string
  readonly lastDate: string
}

export const typedMatter = (form: Readonly<Record<string, unknown>>): TypedMatter => {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
  return {
    kind: text('kind'),
    reference: text('reference'),
    reason: text('reason'),
    needs: [form['needs'] ?? []].flat().map(String),
    firstDate: text('firstDate'),
    lastDate: text('lastDate'),
  }
}

export const readMatter = (
  typed: TypedMatter,
  language: Language,
): { readonly matter?: NewMatter; readonly errors: readonly FieldProblem[] } => {
  const sessions = typed.needs.includes('sessions')
  const day = (text: string) => (sessions && text !== '' ? text : null)
  const read = zNewMatter.safeParse({
    ...{ kind: typed.kind, reference: typed.reference, reason: typed.reason },
    ...{ needsName: typed.needs.includes('name'), needsContact: typed.needs.includes('contact') },
    ...{ needsSessions: sessions, firstDate: day(typed.firstDate), lastDate: day(typed.lastDate) },
  })
  if (read.success) return { matter: read.data, errors: [] }
  const words = keepingText[language].matterProblems
  const fields = [...new Set(read.error.issues.map(({ path: [field] }) => String(field)))]
  return { errors: fields.map((field) => ({ field, message: words[field] ?? '' })) }
}

/** The form that keeps part of a record for a complaint or an accident. */
export const MatterForm = (props: {
  readonly typed: TypedMatter
  readonly errors: readonly FieldProblem[]
  readonly action: string
  readonly language: Language
}) => {
  const { typed, errors, action, language } = props
  const t = keepingText[language]
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)?.message
    return { language, ...(error === undefined ? {} : { error }) }
  }
  const needs = (value: string, text: string) => ({ value, text, checked: typed.needs.includes(value) })
  const kind = (value: string, text: string) => ({ value, text, checked: typed.kind === value })
  return (
    <form method="post" action={action} novalidate>
      <h2 class="govuk-heading-m">{t.addMatter}</h2>
      <Radios
        name="kind"
        legend={t.matterKind}
        items={[kind('complaint', t.complaintItem), kind('accident', t.accidentItem)]}
        {...errorOf('kind')}
      />
      <TextInput
        id="reference"
        label={t.referenceLabel}
        hint={t.referenceHint}
        width={20}
        value={typed.reference}
        {...errorOf('reference')}
      />
      <Textarea
        id="reason"
        label={t.reasonLabel}
        hint={t.reasonHint}
        rows={3}
        value={typed.reason}
        {...errorOf('reason')}
      />
      <Checkboxes
        name="needs"
        legend={t.needs}
        items={[
          needs('name', t.needsName),
          needs('contact', t.needsContact),
          needs('sessions', t.needsSessions),
        ]}
        {...errorOf('needs')}
      />
      <TextInput
        id="firstDate"
        label={t.firstDate}
        type="date"
        width={10}
        value={typed.firstDate}
        {...errorOf('firstDate')}
      />
      <TextInput
        id="lastDate"
        label={t.lastDate}
        type="date"
        width={10}
        value={typed.lastDate}
        {...errorOf('lastDate')}
      />
      <Button>{t.saveMatter}</Button>
    </form>
  )
}
