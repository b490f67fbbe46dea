import { trainingNames } from '../../achievements/rules/rule-text'
import type { FieldProblem } from '../../problems'
import type { Language } from '../../web/app-env'
import { Select, Textarea, TextInput } from '../../web/components'
import { type EvidenceEntry, helpAreas, staffKinds, trainingModules } from '../model'
import { evidenceText } from '../page-text'
import { nameKind } from './name-kind'

type Props = {
  readonly entry: EvidenceEntry
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}

/** What happened, when, how often, and a note: the fields of a record. */
export const RecordFields = ({ entry, errors, language }: Props) => {
  const t = evidenceText[language]
  const field = (id: keyof EvidenceEntry) => {
    const message = errors.find((error) => error.field === id)?.message
    return { id, language, ...(message === undefined ? {} : { error: message }) }
  }
  const choice = (values: readonly { value: string; text: string }[], chosen: string) => [
    { value: '', text: t.none },
    ...values.map((item) => ({ ...item, selected: item.value === chosen })),
  ]
  const kinds = staffKinds.map((value) => ({ value, text: nameKind(value, language) }))
  const modules = trainingModules.map((value) => ({ value, text: trainingNames[value][language] }))
  const areas = helpAreas.map((value) => ({ value, text: t.areas[value] ?? value }))
  const number = { width: 4, inputmode: 'numeric' } as const
  return (
    <>
      <Select {...field('kind')} label={t.kind} hint={t.kindHint} items={choice(kinds, entry.kind)} />
      <TextInput {...field('date')} label={t.date} hint={t.dateHint} value={entry.date} width={10} />
      <TextInput {...field('count')} label={t.count} hint={t.countHint} value={entry.count} {...number} />
      <TextInput {...field('faults')} label={t.faults} value={entry.faults} {...number} />
      <Select {...field('area')} label={t.area} items={choice(areas, entry.area)} />
      <Select {...field('module')} label={t.module} items={choice(modules, entry.module)} />
      <TextInput {...field('score')} label={t.score} value={entry.score} {...number} />
      <Textarea {...field('note')} label={t.note} hint={t.noteHint} value={entry.note} rows={3} />
    </>
  )
}
