import type { Report, ReportBlock } from '../../documents/model'
import type { FoundItem } from '../../frameworks/model'
import { describeAlignment } from '../../frameworks/rules/describe-alignment'
import { inLanguage, titleOfFramework } from '../../frameworks/rules/name-item'
import type { ClaimDetails, ItemLink } from '../model'

/** A claim as the record shows it: with the role in words and what it is aligned to. */
export type RecordedSkill = Omit<ClaimDetails, 'alignments'> & {
  readonly role: string | undefined
  readonly alignments: readonly (ItemLink & { readonly found: FoundItem })[]
}

const text = {
  en: {
    title: 'Skills record',
    note: 'The volunteer’s own words. Confirmed means that somebody of the library service saw it. No entry is a qualification.',
    none: 'No skill is recorded.',
    statuses: { self: 'Own words', confirmed: 'Confirmed', assessed: 'Assessed' },
    status: 'Status',
    role: 'Role',
    context: 'Where and how',
    hours: 'Approved hours behind it',
    evidence: 'Evidence',
    seen: 'What was seen',
    assessment: 'Assessment',
    pieces: (count: number) => (count === 1 ? '1 piece' : `${count} pieces`),
    foot: 'This record is of volunteering. It is not a qualification.',
  },
  cy: {
    title: 'Cofnod sgiliau',
    note: 'Geiriau’r gwirfoddolwr ei hun. Mae wedi’i gadarnhau yn golygu bod rhywun o’r gwasanaeth llyfrgell wedi’i weld. Nid yw’r un cofnod yn gymhwyster.',
    none: 'Nid oes sgil wedi’i chofnodi.',
    statuses: { self: 'Ei eiriau ei hun', confirmed: 'Wedi’i gadarnhau', assessed: 'Wedi’i asesu' },
    status: 'Statws',
    role: 'Rôl',
    context: 'Ble a sut',
    hours: 'Oriau cymeradwy y tu ôl iddo',
    evidence: 'Tystiolaeth',
    seen: 'Beth a welwyd',
    assessment: 'Asesiad',
    pieces: (count: number) => `${count} darn`,
    foot: 'Cofnod o wirfoddoli yw hwn. Nid cymhwyster yw.',
  },
} as const

const hoursOf = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100)

/** A person's skills as pages to print: what stands on the record and nothing of who confirmed it but their words. */
export const composeSkillsRecord = (given: {
  readonly skills: readonly RecordedSkill[]
  readonly language: 'en' | 'cy'
  readonly holderName: string
  readonly service: string
  readonly themeColour: string
  readonly at: Date
}): Report => {
  const { skills, language, holderName, service, themeColour, at } = given
  const t = text[language]
  return {
    ...{
      paper: 'a4',
      language,
      themeColour,
      title: t.title,
      subtitle: holderName,
      service,
      foot: t.foot,
      at,
    },
    blocks: [
      { kind: 'paragraph', text: t.note },
      ...(skills.length === 0 ? [{ kind: 'paragraph' as const, text: t.none }] : []),
      ...skills.flatMap((skill) => blocksOf(skill, language)),
    ],
  }
}

const blocksOf = (skill: RecordedSkill, language: 'en' | 'cy'): ReportBlock[] => {
  const t = text[language]
  const settled = skill.events.findLast(({ kind }) => kind === 'confirmed')
  const assessed = skill.events.findLast(({ kind }) => kind === 'assessed')?.detail
  const row = (label: string, value: string | null | undefined) =>
    value === null || value === undefined || value === '' ? [] : [{ label, value }]
  const assessment =
    assessed && ['assessor', 'scheme', 'result', 'assessedOn'].map((part) => assessed[part]).join(', ')
  return [
    { kind: 'heading', level: 2, text: skill.title },
    {
      kind: 'facts',
      rows: [
        ...row(t.status, t.statuses[skill.status]),
        ...row(t.context, skill.context),
        ...row(t.role, skill.role),
        ...row(t.hours, skill.minutes === 0 ? '' : hoursOf(skill.minutes)),
        ...row(t.evidence, skill.evidence.length === 0 ? '' : t.pieces(skill.evidence.length)),
        ...row(t.seen, settled?.words),
        ...row(t.assessment, assessment),
      ],
    },
    ...(skill.alignments.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: skill.alignments.map(
              ({ found, strength }) =>
                `${titleOfFramework(found.framework, language)}: ${describeAlignment(inLanguage(found.item.name, language), strength, language)}`,
            ),
          },
        ]),
  ]
}
