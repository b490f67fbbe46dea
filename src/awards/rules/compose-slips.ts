import type { BadgeDefinition } from '../../achievements/model'
import type { Report, ReportBlock } from '../../documents/model'
import { firstNameOf } from './first-name-of'
import { slipText } from './slip-text'

/** A slip for one person. */
export type Slip = {
  readonly name: string
  readonly badge: BadgeDefinition['name']
  /** The languages that the person is written to in, the first to be read first. */
  readonly languages: readonly ('en' | 'cy')[]
  /** Where the slip leads. */
  readonly address: string
  readonly expiresAt: Date
}

export type SlipSheets = {
  readonly slips: readonly Slip[]
  /** That of the service, for whoever hands the slips out. */
  readonly language: 'en' | 'cy'
  readonly service: string
  readonly themeColour: string
  readonly at: Date
}

const firstLanguage = (slip: Slip) => slip.languages[0] ?? 'en'

const formatDay = (at: Date, language: 'en' | 'cy'): string =>
  new Intl.DateTimeFormat(language === 'cy' ? 'cy' : 'en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' },
  }).format(at)

const titleOf = (slip: Slip): string => slipText[firstLanguage(slip)].title(firstNameOf(slip.name))

const blocksOf = (slip: Slip): ReportBlock[] => [
  ...slip.languages.flatMap((language, index): ReportBlock[] => {
    const t = slipText[language]
    const say = (text: string): ReportBlock => ({ kind: 'paragraph', text, language, large: true })
    const title = t.title(firstNameOf(slip.name))
    const heading: ReportBlock = { kind: 'heading', level: 2, text: title, language }
    const words = [t.badge(slip.badge[language]), t.todo, t.until(formatDay(slip.expiresAt, language))].map(
      say,
    )
    return index === 0 ? words : [heading, ...words]
  }),
  {
    kind: 'code',
    address: slip.address,
    description: slip.languages.map((language) => slipText[language].codeDescription).join('\n'),
    text: slip.languages.map((language) => slipText[language].code).join('\n'),
    large: true,
  },
]

/**
 * Slips as pages to hand out, one to a person, with the first name alone. On top of several is a sheet for the service:
 * which slip is for whom.
 */
export const composeSlips = ({ slips, language, ...setting }: SlipSheets): Report => {
  const t = slipText[language]
  const [only, ...more] = slips
  if (only !== undefined && more.length === 0) {
    const own = firstLanguage(only)
    const head = { language: own, title: titleOf(only), foot: slipText[own].foot }
    return { ...setting, ...head, paper: 'a4', blocks: blocksOf(only) }
  }
  const until = slips.reduce((last, { expiresAt }) => (expiresAt > last ? expiresAt : last), setting.at)
  const cover: ReportBlock[] = [
    { kind: 'paragraph', text: t.coverHelp(formatDay(until, language)) },
    {
      kind: 'table',
      caption: t.list,
      columns: [
        { text: t.name, share: 5 },
        { text: t.slip, share: 1, numeric: true },
      ],
      rows: slips.map(({ name }, index) => [name, String(index + 1)]),
    },
  ]
  return {
    ...setting,
    language,
    paper: 'a4',
    title: t.cover,
    foot: t.foot,
    blocks: [...cover, ...slips.flatMap(toPart)],
  }
}

const toPart = (slip: Slip, index: number): ReportBlock[] => [
  {
    kind: 'part',
    title: titleOf(slip),
    subtitle: `${slipText[firstLanguage(slip)].slip} ${index + 1}`,
    language: firstLanguage(slip),
  },
  ...blocksOf(slip),
]
