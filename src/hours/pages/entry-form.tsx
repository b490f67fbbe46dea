import type { Branch } from '../../organisations/model'
import type { FieldProblem } from '../../problems'
import type { Role } from '../../roles/model'
import type { Language } from '../../web/app-env'
import { Details, Radios, Select, Textarea, TextInput } from '../../web/components'
import { beneficiaryBands, deliveryModes, type SessionEntry, timeCredits } from '../sessions/model'
import { entryPageText } from './entry-page-text'

type Props = {
  readonly entry: SessionEntry
  readonly errors: readonly FieldProblem[]
  readonly roles: readonly Role[]
  readonly branches: readonly Branch[]
  readonly language: Language
}

/** The fields of one session: role, library, day, times; everything else is folded away. */
export const EntryFields = (props: Props) => (
  <>
    <PlaceFields {...props} />
    <TimeFields {...props} />
    <MoreFields {...props} />
  </>
)

const errorOf = (errors: readonly FieldProblem[], field: string) => {
  const error = errors.find((one) => one.field === field)?.message
  return error === undefined ? {} : { error }
}

export const PlaceFields = ({ entry, errors, roles, branches, language }: Props) => {
  const t = entryPageText[language]
  const titleOf = ({ titleEn, titleCy }: Role) => (language === 'cy' ? (titleCy ?? titleEn) : titleEn)
  return (
    <>
      <Select
        id="roleId"
        label={t.role}
        language={language}
        {...errorOf(errors, 'roleId')}
        items={[
          { value: '', text: t.choose },
          ...roles.map((role) => ({
            value: role.id,
            text: titleOf(role),
            selected: role.id === entry.roleId,
          })),
        ]}
      />
      <Select
        id="branchId"
        label={t.branch}
        language={language}
        {...errorOf(errors, 'branchId')}
        items={[
          { value: '', text: t.noBranch },
          ...branches.map(({ id, name }) => ({ value: id, text: name, selected: id === entry.branchId })),
        ]}
      />
    </>
  )
}

export const TimeFields = ({ entry, errors, language }: Omit<Props, 'roles' | 'branches'>) => {
  const t = entryPageText[language]
  const twice = entry.reading !== '' || errors.some(({ field }) => field === 'reading')
  const readings = (['first', 'second'] as const).map((value) => ({
    ...{ value, text: t.readings[value], checked: entry.reading === value },
  }))
  return (
    <>
      <TextInput
        id="date"
        type="date"
        label={t.date}
        value={entry.date}
        width={10}
        language={language}
        {...errorOf(errors, 'date')}
      />
      <div class="app-beside">
        <TextInput
          id="start"
          type="time"
          label={t.start}
          value={entry.start}
          width={5}
          language={language}
          {...errorOf(errors, 'start')}
        />
        <TextInput
          id="end"
          type="time"
          label={t.end}
          value={entry.end}
          width={5}
          language={language}
          {...errorOf(errors, 'end')}
        />
      </div>
      {twice ? (
        <Radios
          name="reading"
          legend={t.reading}
          items={readings}
          language={language}
          {...errorOf(errors, 'reading')}
        />
      ) : null}
      <TextInput
        id="hours"
        label={t.hours}
        hint={t.hoursHint}
        inputmode="decimal"
        value={entry.hours}
        width={5}
        language={language}
        {...errorOf(errors, 'hours')}
      />
    </>
  )
}

const folded = [
  'activity',
  'deliveryMode',
  'trainingMinutes',
  'beneficiaries',
  'timeCredit',
  'dofeSection',
  'note',
]

const MoreFields = ({ entry, errors, language }: Props) => {
  const t = entryPageText[language]
  const choose = (
    id: 'deliveryMode' | 'beneficiaries' | 'timeCredit' | 'dofeSection',
    items: readonly { readonly value: string; readonly text: string }[],
  ) => (
    <Select
      id={id}
      label={t[id]}
      language={language}
      {...errorOf(errors, id)}
      items={items.map((item) => ({ ...item, selected: item.value === entry[id] }))}
    />
  )
  return (
    <Details summary={t.more} open={errors.some(({ field }) => folded.includes(field))}>
      <TextInput
        id="activity"
        label={t.activity}
        value={entry.activity}
        language={language}
        {...errorOf(errors, 'activity')}
      />
      {choose(
        'deliveryMode',
        deliveryModes.map((value) => ({ value, text: t.deliveryModes[value] })),
      )}
      <TextInput
        id="trainingMinutes"
        label={t.trainingMinutes}
        inputmode="numeric"
        value={entry.trainingMinutes}
        width={4}
        language={language}
        {...errorOf(errors, 'trainingMinutes')}
      />
      {choose('beneficiaries', [
        { value: '', text: t.notCounted },
        ...beneficiaryBands.map((value) => ({ value, text: value })),
      ])}
      {choose(
        'timeCredit',
        timeCredits.map((value) => ({ value, text: t.timeCredits[value] })),
      )}
      {choose('dofeSection', [
        { value: '', text: t.dofeSections.none },
        { value: 'volunteering', text: t.dofeSections.volunteering },
        { value: 'skills', text: t.dofeSections.skills },
      ])}
      <Textarea
        id="note"
        label={t.note}
        rows={3}
        value={entry.note}
        language={language}
        {...errorOf(errors, 'note')}
      />
    </Details>
  )
}
