import type { FieldProblem } from '../../problems'
import type { Language } from '../../web/app-env'
import { Radios, Select, Textarea, TextInput } from '../../web/components'
import { dofeFrequencies, dofeLevels, dofeNations, dofeSections } from '../model'
import { outputText } from '../rules/output-text'
import { errorOf, Ticks } from './form-parts'
import { dofePageText } from './page-text'
import type { TypedDetails } from './read-details'

type Props = {
  readonly typed: TypedDetails
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}

/** The fields of the plan. */
export const DetailsFields = (props: Props) => (
  <>
    <LevelFields {...props} />
    <DayFields {...props} />
    <ActivityFields {...props} />
    <LeaderFields {...props} />
  </>
)

const LevelFields = ({ typed, errors, language }: Props) => {
  const [t, o] = [dofePageText[language], outputText[language]]
  const radios = <T extends string>(name: string, values: readonly T[], words: Record<T, string>) =>
    values.map((value) => ({ value, text: words[value], checked: typed[name] === value }))
  const tick = (name: 'directEntrant' | 'extraMonths' | 'longerSection') => ({
    ...{ name, text: t[name], checked: typed[name] === 'yes' },
  })
  return (
    <>
      <Radios
        name="level"
        legend={t.level}
        language={language}
        items={radios('level', dofeLevels, o.levels)}
        small
        {...errorOf(errors, 'level')}
      />
      <Radios
        name="section"
        legend={t.section}
        language={language}
        items={radios('section', dofeSections, o.sections)}
        small
        {...errorOf(errors, 'section')}
      />
      <Ticks legend={t.choices} items={[tick('directEntrant'), tick('extraMonths'), tick('longerSection')]} />
      <Select
        id="agreedMonths"
        label={t.agreedMonths}
        hint={t.agreedMonthsHint}
        language={language}
        items={['', '3', '6', '12', '18'].map((value) => ({
          ...{ value, text: value === '' ? '–' : value, selected: (typed['agreedMonths'] ?? '') === value },
        }))}
        {...errorOf(errors, 'agreedMonths')}
      />
      <Select
        id="nation"
        label={t.nation}
        language={language}
        items={dofeNations.map((value) => ({
          ...{ value, text: t.nations[value], selected: typed['nation'] === value },
        }))}
        {...errorOf(errors, 'nation')}
      />
    </>
  )
}

const dayFields = [
  'dateOfBirth',
  'enrolledOn',
  'lowerLevelOn',
  'plannedFirst',
  'plannedLast',
  'finalTalkOn',
] as const

const DayFields = ({ typed, errors, language }: Props) => {
  const t = dofePageText[language]
  const hints: Readonly<Record<string, string>> = {
    dateOfBirth: t.dateOfBirthHint,
    lowerLevelOn: t.lowerHint,
    plannedFirst: t.plannedFirstHint,
    finalTalkOn: t.optional,
  }
  return (
    <>
      {dayFields.map((field) => (
        <TextInput
          id={field}
          type="date"
          label={t[field]}
          value={typed[field] ?? ''}
          width={10}
          language={language}
          {...(hints[field] === undefined ? {} : { hint: hints[field] })}
          {...errorOf(errors, field)}
        />
      ))}
    </>
  )
}

const ActivityFields = ({ typed, errors, language }: Props) => {
  const [t, o] = [dofePageText[language], outputText[language]]
  const tick = (name: 'unpaid' | 'notCommercial') => ({
    ...{ name, text: t[name], checked: typed[name] === 'yes' },
  })
  return (
    <>
      <Textarea
        id="activity"
        label={t.activity}
        hint={t.activityHint}
        rows={2}
        value={typed['activity'] ?? ''}
        language={language}
        {...errorOf(errors, 'activity')}
      />
      <Select
        id="frequency"
        label={t.frequency}
        language={language}
        items={dofeFrequencies.map((value) => ({
          ...{ value, text: o.frequencies[value], selected: typed['frequency'] === value },
        }))}
        {...errorOf(errors, 'frequency')}
      />
      <Ticks legend={t.terms} items={[tick('unpaid'), tick('notCommercial')]} />
    </>
  )
}

const LeaderFields = ({ typed, errors, language }: Props) => {
  const t = dofePageText[language]
  const fields = [
    { id: 'edofeId', hint: t.edofeIdHint, type: 'text' },
    { id: 'leaderName', hint: t.optional, type: 'text' },
    { id: 'leaderEmail', hint: t.optional, type: 'email' },
  ] as const
  return (
    <>
      {fields.map(({ id, hint, type }) => (
        <TextInput
          id={id}
          type={type}
          label={t[id]}
          hint={hint}
          value={typed[id] ?? ''}
          autocomplete="off"
          language={language}
          {...errorOf(errors, id)}
        />
      ))}
    </>
  )
}
