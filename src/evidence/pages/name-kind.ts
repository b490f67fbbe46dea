import { recordNouns, trainingNames } from '../../achievements/rules/rule-text'
import type { Language } from '../../web/app-env'
import type { EvidenceKind, EvidenceRow } from '../model'
import { evidenceText } from '../page-text'

const asSentence = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1)

/** What a kind of record is called where it stands alone. */
export const nameKind = (kind: EvidenceKind, language: Language): string => {
  switch (kind) {
    case 'induction':
    case 'training':
    case 'session-intergenerational':
    case 'session-welsh':
      return evidenceText[language].kinds[kind]
    default:
      return asSentence(language === 'cy' ? recordNouns[kind].cy : recordNouns[kind].en.one)
  }
}

/** A record in words: what it was, how many, which training, with which score. */
export const describeRecord = (record: EvidenceRow, language: Language): string => {
  const t = evidenceText[language]
  const parts = [
    record.module === null
      ? nameKind(record.kind, language)
      : asSentence(trainingNames[record.module][language]),
    record.count > 1 ? `× ${record.count}` : '',
    record.area === null ? '' : (t.areas[record.area] ?? record.area),
    record.faults > 0 ? t.faulty(record.faults) : '',
    record.score === null ? '' : t.scored(record.score),
  ]
  return parts.filter((part) => part !== '').join(', ')
}
