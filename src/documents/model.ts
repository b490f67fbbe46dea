export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

/** Width and height in points. */
export const paperSizes: Readonly<Record<Paper, readonly [number, number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
}

/** A column of a table; `share` is its part of the width beside those of the others. */
export type ReportColumn = { readonly text: string; readonly share: number; readonly numeric?: boolean }

/** One thing on the pages of a report, in the order of reading. */
export type ReportBlock =
  | {
      readonly kind: 'heading'
      readonly level: 2 | 3
      readonly text: string
      readonly language?: 'en' | 'cy'
    }
  /** A paragraph in the language of the document unless it names another; a large one is for handing out. */
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly quiet?: boolean
      readonly large?: boolean
      readonly language?: 'en' | 'cy'
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Labels with what is to be said of each. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  /** The first cell of a row names it. The heading row comes again on each page. */
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly ReportColumn[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Upright bars; `description` says what they show to those who do not see them. */
  | {
      readonly kind: 'bars'
      readonly description: string
      readonly bars: readonly { readonly label: string; readonly value: number }[]
    }
  /** A code to scan beside its address in letters. */
  | {
      readonly kind: 'code'
      readonly address: string
      readonly description: string
      readonly text: string
      readonly large?: boolean
    }
  /** Lines to write on, each above its label. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] }
  | { readonly kind: 'page' }
  /** A page that begins like the first, for whoever is handed that page alone. */
  | {
      readonly kind: 'part'
      readonly title: string
      readonly subtitle?: string
      readonly language?: 'en' | 'cy'
    }

/** A file that a PDF carries along. */
export type Attachment = {
  readonly name: string
  readonly mimeType: string
  readonly description: string
  readonly bytes: Uint8Array
}

/** A document of some pages; nothing else is looked up while it is drawn. */
export type Report = {
  readonly paper: Paper
  readonly language: 'en' | 'cy'
  /** CSS hex colour of the library service. */
  readonly themeColour: string
  readonly title: string
  /** One line beneath the title, such as whom it is about. */
  readonly subtitle?: string
  /** Who gives it out. */
  readonly service: string
  /** One line at the foot of each page. */
  readonly foot: string
  readonly blocks: readonly ReportBlock[]
  readonly at: Date
  readonly attachments?: readonly Attachment[]
}
