import type { EditionLanguage } from '../../achievements/model'

export const evidenceName: Readonly<Record<EditionLanguage, string>> = {
  en: 'Record of approved hours',
  cy: 'Cofnod o oriau a gymeradwywyd',
}

const texts: Readonly<Record<EditionLanguage, (sequence: string, root: string) => string>> = {
  en: (sequence, root) =>
    `The record of these hours when the badge was given: entry ${sequence}, SHA-256 ${root}. A later change of the record does not change this.`,
  cy: (sequence, root) =>
    `Cofnod yr oriau hyn pan roddwyd y bathodyn: cofnod ${sequence}, SHA-256 ${root}. Nid yw newid diweddarach i’r cofnod yn newid hyn.`,
}

/** Where the record of somebody's hours stood, so that whoever has the record can tell that it is the same. */
export const describeLedger = (
  { sequence, root }: { readonly sequence: number; readonly root: string },
  language: EditionLanguage,
): string => texts[language](String(sequence), root)
