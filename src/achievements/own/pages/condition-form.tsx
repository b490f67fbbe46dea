import { recordKinds, sessionFlags, trainingModules } from '../../../evidence/model'
import type { FieldProblem } from '../../../problems'
import { nationalRoles } from '../../../roles/rules/find-national-role'
import type { Language } from '../../../web/app-env'
import { Checkboxes, TextInput } from '../../../web/components'
import {
  type ConditionField,
  type ConditionKind,
  fieldsOfCondition,
  type TypedCondition,
} from '../../rules/read-condition'
import { flagNames, recordNouns, trainingNames } from '../../rules/rule-text'
import { ownText } from '../page-text'
import { ChoiceSelect, errorFor } from './parts'

type Props = {
  readonly kind: ConditionKind
  readonly typed: TypedCondition
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}

const monthName = (month: number, language: Language) =>
  new Intl.DateTimeFormat(language === 'cy' ? 'cy' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, month - 1, 1)),
  )

const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What there is to choose from in the fields that are lists. */
const choicesOf = (field: ConditionField, language: Language) => {
  switch (field) {
    case 'fromMonth':
    case 'toMonth':
      return Array.from({ length: 12 }, (_, index) => ({
        ...{ value: String(index + 1), text: monthName(index + 1, language) },
      }))
    case 'flag':
      return sessionFlags.map((value) => {
        const { en, cy } = flagNames[value]
        return { value, text: asSentence(language === 'cy' ? cy : en.other) }
      })
    case 'module':
      return trainingModules.map((value) => ({ value, text: asSentence(trainingNames[value][language]) }))
    case 'record':
      return recordKinds
        .filter((value) => value !== 'award-decision')
        .map((value) => {
          const { en, cy } = recordNouns[value]
          return { value, text: asSentence(language === 'cy' ? cy : en.other) }
        })
    case 'role':
      return nationalRoles.map(({ code, title }) => ({ value: code, text: title[language] }))
    default:
      return undefined
  }
}

const Ticks = ({ field, typed, errors, language }: Omit<Props, 'kind'> & { field: ConditionField }) => {
  const { label, hint, tick } = fieldText(field, language)
  const isRoles = field === 'roles'
  const items = isRoles
    ? nationalRoles.map(({ code, title }) => ({
        ...{ value: code, text: title[language], checked: typed.roles.includes(code) },
      }))
    : [{ value: 'yes', text: tick ?? label, checked: typed[field] === 'yes' }]
  return (
    <Checkboxes
      name={field}
      legend={label}
      {...(hint === undefined ? {} : { hint })}
      items={items}
      language={language}
      small
      {...errorFor(errors)(field)}
    />
  )
}

const fieldText = (
  field: ConditionField,
  language: Language,
): { label: string; hint?: string; tick?: string } => ownText[language].fields[field]

/** The fields of a kind of condition. */
export const ConditionForm = ({ kind, typed, errors, language }: Props) => (
  <>
    {fieldsOfCondition[kind].map((field) => {
      const { label, hint } = fieldText(field, language)
      const common = { id: field, label, language, ...(hint === undefined ? {} : { hint }) }
      if (field === 'roles' || field === 'welsh' || field === 'exceptMicro')
        return <Ticks field={field} typed={typed} errors={errors} language={language} />
      const choices = choicesOf(field, language)
      if (choices !== undefined)
        return <ChoiceSelect {...common} choices={choices} value={typed[field]} errors={errors} />
      return (
        <TextInput
          {...common}
          value={typed[field]}
          width={5}
          inputmode={field === 'hours' ? 'decimal' : 'numeric'}
          {...errorFor(errors)(field)}
        />
      )
    })}
  </>
)
