import type { EditionLanguage } from '../../achievements/model'
import { breakLines, fitLine } from '../../documents/rules/break-lines'
import type { Role } from '../../documents/rules/open-book'
import { canDraw, type ShapedText, shapeText, type TextStyle } from '../../documents/rules/shape-text'
import { isTallScript } from '../../documents/rules/typefaces'
import { type CertificateInput, editionsOf } from '../model'
import { certificateText, writeDay } from './certificate-text'
import { composeFacts } from './compose-facts'
import { type Block, facesOf, type Setting } from './page-setting'

type Paragraph = {
  readonly lines: readonly ShapedText[]
  readonly leading: number
  readonly colour: string
  readonly language: EditionLanguage
  readonly role: Role
  readonly actualText?: string
}

/** Centred paragraphs, one beneath the other. */
const centred = (
  { canvas }: Setting,
  paragraphs: readonly Paragraph[],
  space: { readonly above: number; readonly stretch: number; readonly between?: number },
): Block => {
  const between = space.between ?? 0
  const heights = paragraphs.map(({ lines, leading }) => lines.length * leading)
  return {
    ...space,
    height: heights.reduce((sum, height) => sum + height, 0) + between * Math.max(0, paragraphs.length - 1),
    draw: (top) => {
      let at = top
      for (const { lines, leading, colour, language, role, actualText } of paragraphs) {
        const options = { role, language, ...(actualText === undefined ? {} : { text: actualText }) }
        canvas.part(options, () => {
          for (const line of lines) {
            canvas.text(line, (canvas.width - line.width) / 2, at - leading * 0.74, colour)
            at -= leading
          }
        })
        at -= between
      }
    },
  }
}

const composeHeader = (setting: Setting, input: CertificateInput): Block => {
  const { faces, colours, scale, measure } = setting
  const paragraphs = editionsOf(input.language).flatMap((language, index): Paragraph[] => {
    const name = input.service[language]
    if (index > 0 && name === input.service[editionsOf(input.language)[0] ?? language]) return []
    const isSecond = index > 0
    const style: TextStyle = { faces: isSecond ? faces.italic : faces.medium, size: 17 * scale }
    return [
      {
        lines: breakLines(name, style, measure),
        leading: 21 * scale,
        colour: colours.ink,
        language,
        role: 'P',
      },
    ]
  })
  const networks = editionsOf(input.language).map((language) => input.network?.[language] ?? '')
  const network = [...new Set(networks)].filter((name) => name !== '').join(' · ')
  if (network !== '') {
    paragraphs.push({
      lines: breakLines(network, { faces: faces.sans, size: 8.5 * scale }, measure),
      leading: 14 * scale,
      colour: colours.quiet,
      language: editionsOf(input.language)[0] ?? 'en',
      role: 'P',
    })
  }
  return centred(setting, paragraphs, { above: 0, stretch: 0 })
}

const composeTitle = (setting: Setting, input: CertificateInput): Block => {
  const { faces, colours, scale } = setting
  const paragraphs = editionsOf(input.language).map((language): Paragraph => {
    const size = (input.language === 'cy-en' ? 20 : 23) * scale
    const style: TextStyle = { faces: faces.roman, size, features: ['smcp'], tracking: 70 }
    return {
      lines: [shapeText(certificateText[language].title, style)],
      leading: size * 1.25,
      colour: colours.text,
      language,
      role: 'H1',
    }
  })
  const samples = input.credential === undefined ? editionsOf(input.language) : []
  const marks = samples.map((language): Paragraph => {
    const style: TextStyle = { faces: faces.sansBold, size: 12 * scale }
    return {
      lines: breakLines(certificateText[language].sample, style, setting.measure),
      leading: 18 * scale,
      colour: '#b3261e',
      language,
      role: 'P',
    }
  })
  return centred(setting, [...paragraphs, ...marks], { above: 16 * scale, stretch: 2 })
}

/** The name as large as one line allows; beyond that on two. A line to write on where no font has its letters. */
const composeName = (setting: Setting, input: CertificateInput): Block => {
  const { canvas, faces, colours, scale, measure } = setting
  const name = input.holderName.trim().replace(/\s+/g, ' ')
  const language = editionsOf(input.language)[0] ?? 'en'
  const space = { above: 4 * scale, stretch: 0 }
  const full = shapeText(name, { faces: faces.medium, size: 40 * scale })
  if (full.glyphs.length === 0 || !canDraw(name, faces.medium)) {
    const half = measure * 0.36
    return {
      ...space,
      height: 50 * scale,
      draw: (top) =>
        canvas.part({ role: 'P', language, text: name }, () =>
          canvas.rule(
            [canvas.width / 2 - half, top - 40 * scale],
            [canvas.width / 2 + half, top - 40 * scale],
            0.75,
            colours.text,
          ),
        ),
    }
  }
  const fitting = full.size * Math.min(1, measure / full.width)
  const size = Math.max(24 * scale, fitting)
  const style: TextStyle = { faces: faces.medium, size }
  const lines = breakLines(name, style, measure).map(({ text }) => fitLine(text, style, measure))
  const leading = size * (isTallScript(name) ? 1.55 : 1.22)
  return centred(
    setting,
    [{ lines, leading, colour: colours.ink, language, role: 'P', actualText: name }],
    space,
  )
}

const composeAwardedTo = (setting: Setting, input: CertificateInput): Block => {
  const { faces, colours, scale, measure } = setting
  const words = editionsOf(input.language).map((language) => certificateText[language].awardedTo)
  const style: TextStyle = { faces: faces.italic, size: 14 * scale }
  const [language = 'en'] = editionsOf(input.language)
  return centred(
    setting,
    [
      {
        lines: breakLines(words.join(' · '), style, measure),
        leading: 18 * scale,
        colour: colours.quiet,
        language,
        role: 'P',
      },
    ],
    { above: 12 * scale, stretch: 2 },
  )
}

const composeBadgeName = (setting: Setting, input: CertificateInput): Block => {
  const { faces, colours, scale, measure } = setting
  const paragraphs = editionsOf(input.language).map((language): Paragraph => {
    const size = (input.language === 'cy-en' ? 20 : 23) * scale
    const lines = breakLines(
      input.badgeName[language],
      { faces: facesOf(faces, input, language), size },
      measure * 0.9,
    )
    return { lines, leading: size * 1.22, colour: colours.text, language, role: 'H2' }
  })
  return centred(setting, paragraphs, { above: 10 * scale, stretch: 1 })
}

const composeOrnament = ({ canvas, faces, colours, scale }: Setting): Block => {
  const leaf = shapeText('❦', { faces: faces.roman, size: 17 * scale })
  return {
    above: 6 * scale,
    stretch: 1,
    height: 18 * scale,
    draw: (top) => {
      const [middle, level] = [canvas.width / 2, top - 9 * scale]
      canvas.decoration(() => {
        canvas.text(leaf, middle - leaf.width / 2, top - 14 * scale, colours.ink)
        for (const side of [-1, 1])
          canvas.rule(
            [middle + side * 18 * scale, level],
            [middle + side * 74 * scale, level],
            0.5,
            colours.line,
          )
      })
    },
  }
}

const composeMeaning = (setting: Setting, input: CertificateInput): Block => {
  const { faces, colours, scale, measure } = setting
  const paragraphs = editionsOf(input.language).map((language): Paragraph => {
    const style: TextStyle = {
      faces: facesOf(faces, input, language),
      size: 14 * scale,
    }
    const lines = breakLines(input.meaning[language], style, measure * 0.84)
    return { lines, leading: 18.5 * scale, colour: colours.text, language, role: 'P' }
  })
  return centred(setting, paragraphs, { above: 6 * scale, stretch: 1, between: 4 * scale })
}

/** What it gave practice in, small: the sentence names every item of a framework. */
const composePractice = (setting: Setting, input: CertificateInput): Block[] => {
  const { faces, colours, scale, measure } = setting
  const { practice } = input
  if (practice === undefined) return []
  const paragraphs = editionsOf(input.language).map((language): Paragraph => {
    const style: TextStyle = { faces: facesOf(faces, input, language), size: 10.5 * scale }
    const lines = breakLines(practice[language], style, measure * 0.9)
    return { lines, leading: 13.5 * scale, colour: colours.quiet, language, role: 'P' }
  })
  return [centred(setting, paragraphs, { above: 8 * scale, stretch: 0, between: 2 * scale })]
}

/** What supervisors say, between quotation marks, and who they are. */
const composeWords = (setting: Setting, input: CertificateInput): Block[] => {
  const { faces, colours, scale, measure } = setting
  const [language = 'en'] = editionsOf(input.language)
  const paragraphs = (input.words ?? []).flatMap(({ text, by }): Paragraph[] => {
    const said: TextStyle = { faces: faces.italic, size: 11.5 * scale }
    const signed: TextStyle = { faces: faces.roman, size: 10 * scale }
    const flat = text.replace(/\s+/g, ' ')
    return [
      {
        lines: breakLines(`“${flat}”`, said, measure * 0.84),
        leading: 15 * scale,
        ...{ colour: colours.text, language, role: 'P' },
      },
      {
        lines: breakLines(by, signed, measure * 0.84),
        leading: 13 * scale,
        ...{ colour: colours.quiet, language, role: 'P' },
      },
    ]
  })
  if (paragraphs.length === 0) return []
  return [centred(setting, paragraphs, { above: 10 * scale, stretch: 1, between: 2 * scale })]
}

const composeImprint = (setting: Setting, input: CertificateInput): Block => {
  const { faces, colours, scale, measure } = setting
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(input.issuedAt)
  const paragraphs = editionsOf(input.language).map((language): Paragraph => {
    const words = certificateText[language].issued(input.service[language], writeDay(day, language))
    const style: TextStyle = {
      faces: facesOf(faces, input, language),
      size: 11 * scale,
    }
    return {
      lines: breakLines(words, style, measure * 0.9),
      leading: 14.5 * scale,
      colour: colours.text,
      language,
      role: 'P',
    }
  })
  return centred(setting, paragraphs, { above: 12 * scale, stretch: 1, between: 2 * scale })
}

/** Everything above the part that says how to check, in the order of reading. */
export const composeAward = (
  setting: Setting,
  input: CertificateInput,
  badge: (size: number, top: number) => void,
): Block[] => {
  const size = (input.language === 'cy-en' ? 104 : 132) * setting.scale
  return [
    composeHeader(setting, input),
    { above: 12 * setting.scale, stretch: 2, height: size, draw: (top) => badge(size, top) },
    composeTitle(setting, input),
    composeAwardedTo(setting, input),
    composeName(setting, input),
    composeBadgeName(setting, input),
    composeOrnament(setting),
    composeMeaning(setting, input),
    ...composePractice(setting, input),
    ...composeWords(setting, input),
    composeFacts(setting, input),
    composeImprint(setting, input),
  ]
}
