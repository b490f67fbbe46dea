import type { EditionLanguage } from '../../achievements/model'
import type { Canvas } from '../../documents/rules/open-book'
import type { Typefaces } from '../../documents/rules/typefaces'
import type { CertificateInput } from '../model'

/** The colours of the page. */
export type Colours = {
  readonly ink: string
  readonly text: string
  readonly quiet: string
  readonly line: string
}

/** Something with a height, drawn from its top edge down. */
export type Block = {
  readonly height: number
  /** The least space above it, and its share of what is left over. */
  readonly above: number
  readonly stretch: number
  draw(top: number): void
}

export type Setting = {
  readonly canvas: Canvas
  readonly faces: Typefaces
  readonly colours: Colours
  /** From 1 downwards where the text is long. */
  readonly scale: number
  readonly measure: number
}

/** Welsh before English; English in italics where both are there. */
export const facesOf = (faces: Typefaces, input: CertificateInput, language: EditionLanguage) =>
  input.language === 'cy-en' && language === 'en' ? faces.italic : faces.roman
