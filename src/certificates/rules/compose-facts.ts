import type { EditionLanguage } from '../../achievements/model'
import { breakLines } from '../../documents/rules/break-lines'
import type { ShapedText } from '../../documents/rules/shape-text'
import { type CertificateInput, editionsOf } from '../model'
import { certificateText, writeDays, writeDuration } from './certificate-text'
import { type Block, facesOf, type Setting } from './page-setting'

type Fact = {
  readonly label: string
  readonly values: readonly { readonly language: EditionLanguage; readonly text: string }[]
}

const factsOf = (input: CertificateInput): Fact[] => {
  const languages = editionsOf(input.language)
  const fact = (label: 'hours' | 'dates' | 'role', write: (language: EditionLanguage) => string): Fact => {
    const values = languages.map((language) => ({ language, text: write(language) }))
    return {
      label: languages.map((language) => certificateText[language][label]).join(' · '),
      values: values.filter(({ text }, index) => values.findIndex((one) => one.text === text) === index),
    }
  }
  const { role } = input
  return [
    ...(input.minutes === 0 ? [] : [fact('hours', (language) => writeDuration(input.minutes, language))]),
    fact('dates', (language) => writeDays(input.firstDate, input.lastDate, language)),
    ...(role === undefined ? [] : [fact('role', (language) => role[language])]),
  ]
}

/** Hours, dates and role side by side between two hairlines. */
export const composeFacts = (setting: Setting, input: CertificateInput): Block => {
  const { canvas, faces, colours, scale, measure } = setting
  const facts = factsOf(input)
  const column = measure / facts.length
  const inside = column - 16
  const columns = facts.map(({ label, values }) => ({
    label: breakLines(label, { faces: faces.sans, size: 7.5 * scale }, inside),
    values: values.map(({ language, text }) => ({
      language,
      lines: breakLines(text, { faces: facesOf(faces, input, language), size: 13.5 * scale }, inside),
    })),
  }))
  const [labelLeading, valueLeading, padding] = [10 * scale, 16 * scale, 9 * scale]
  const labelHeight = Math.max(...columns.map(({ label }) => label.length)) * labelLeading
  const valueLines = columns.map(({ values }) => values.reduce((sum, { lines }) => sum + lines.length, 0))
  const height = 2 * padding + labelHeight + 3 * scale + Math.max(...valueLines) * valueLeading
  const left = (canvas.width - measure) / 2
  const draw = (top: number) => {
    canvas.decoration(() => {
      for (const level of [top, top - height])
        canvas.rule([left, level], [left + measure, level], 0.5, colours.line)
      for (let index = 1; index < facts.length; index++) {
        const x = left + index * column
        canvas.rule([x, top - padding], [x, top - height + padding], 0.5, colours.line)
      }
    })
    for (const [index, { label, values }] of columns.entries()) {
      const middle = left + (index + 0.5) * column
      const place = (line: ShapedText, y: number, colour: string) =>
        canvas.text(line, middle - line.width / 2, y, colour)
      let at = top - padding
      canvas.part({ role: 'P', language: editionsOf(input.language)[0] ?? 'en' }, () => {
        for (const [number, line] of label.entries())
          place(line, at - (number + 0.75) * labelLeading, colours.ink)
      })
      at -= labelHeight + 3 * scale
      for (const { language, lines } of values) {
        canvas.part({ role: 'P', language }, () => {
          for (const line of lines) {
            place(line, at - 0.75 * valueLeading, colours.text)
            at -= valueLeading
          }
        })
      }
    }
  }
  return { above: 14 * scale, stretch: 1, height, draw }
}
