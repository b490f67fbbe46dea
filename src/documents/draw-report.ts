import { AFRelationship, PDFDocument } from 'pdf-lib'
import type { Assets } from '../deps'
import type { Attachment, Report, ReportBlock } from './model'
import { openTypefaces } from './open-typefaces'
import { fitLine } from './rules/break-lines'
import { openBook } from './rules/open-book'
import { type Flow, linesOf, makeRoom, openFlow, setText, turnPage } from './rules/report-page'
import { setBars, setCode, setSignatures } from './rules/set-figures'
import { setTable } from './rules/set-table'
import { writeArchiveMarks } from './rules/write-archive-marks'
import { toInk, toTint } from './rules/write-colour'

type Heading = Pick<Report, 'service' | 'title'> & {
  readonly subtitle?: string | undefined
  readonly language?: string | undefined
}

const setHeader = (
  flow: Flow,
  { service, title, subtitle, language = flow.language }: Heading,
  role: 'H1' | 'H2',
): void => {
  const { faces, colours } = flow
  setText(flow, service, {
    ...{ style: { faces: faces.medium, size: 12.5 }, leading: 17, colour: colours.ink, role: 'P', language },
  })
  flow.canvas.bookmark(title, flow.at)
  setText(flow, title, {
    ...{
      style: { faces: faces.roman, size: 25 },
      leading: 31,
      colour: colours.text,
      role,
      above: 8,
      language,
    },
  })
  if (subtitle !== undefined) {
    setText(flow, subtitle, {
      ...{ style: { faces: faces.medium, size: 14 }, leading: 19, colour: colours.text, role: 'P', language },
    })
  }
  const { canvas, left, width } = flow
  canvas.decoration(() => canvas.rule([left, flow.at - 7], [left + width, flow.at - 7], 1.2, colours.ink))
  flow.at -= 17
}

const setFacts = (flow: Flow, { rows }: Extract<ReportBlock, { kind: 'facts' }>): void => {
  const { faces, colours, language } = flow
  const indent = Math.min(170, flow.width * 0.36)
  for (const { label, value } of rows) {
    const leading = 13.6
    const heads = linesOf(label, { faces: faces.sansBold, size: 9.5 }, indent - 12)
    const lines = linesOf(value, { faces: faces.sans, size: 9.5 }, flow.width - indent)
    makeRoom(flow, Math.max(heads.length, lines.length) * leading + 4)
    const { canvas, left, at } = flow
    flow.book.within({ role: 'L', language }, () => {
      canvas.part({ role: 'LI', language, text: `${label}: ${value}` }, () => {
        for (const [index, line] of heads.entries())
          canvas.text(line, left, at - 10 - index * leading, colours.text)
        for (const [index, line] of lines.entries())
          canvas.text(line, left + indent, at - 10 - index * leading, colours.text)
      })
    })
    flow.at -= Math.max(heads.length, lines.length) * leading + 4
  }
  flow.at -= 4
}

const setParagraph = (flow: Flow, block: Extract<ReportBlock, { kind: 'paragraph' }>): void => {
  const { faces, colours } = flow
  const { text, quiet = false, large = false, language = flow.language } = block
  const [size, leading, space] = large ? [13, 18.5, 5] : [quiet ? 8.8 : 9.8, 14, 3]
  setText(flow, text, {
    ...{ style: { faces: faces.sans, size }, leading, role: 'P', language },
    ...{ colour: quiet ? colours.quiet : colours.text, above: space },
  })
  flow.at -= space
}

const setList = (flow: Flow, { items }: Extract<ReportBlock, { kind: 'list' }>): void => {
  const { faces, colours, language } = flow
  const style = { faces: faces.sans, size: 9.8 }
  flow.book.within({ role: 'L', language }, () => {
    for (const item of items)
      setText(flow, `•  ${item}`, {
        ...{ style, leading: 14, colour: colours.text, role: 'LI', indent: 8, above: 1.5 },
      })
  })
  flow.at -= 5
}

const setBlock = (flow: Flow, block: ReportBlock, service: string): void => {
  const { faces, colours } = flow
  switch (block.kind) {
    case 'heading': {
      const [size, leading] = block.level === 2 ? [15.5, 20] : [12, 16]
      const role = block.level === 2 ? 'H2' : 'H3'
      makeRoom(flow, 60)
      if (block.level === 2) flow.canvas.bookmark(block.text, flow.at)
      setText(flow, block.text, {
        ...{ style: { faces: faces.medium, size }, leading, colour: colours.ink, role, above: 12 },
        language: block.language ?? flow.language,
      })
      flow.at -= 3
      return
    }
    case 'paragraph':
      setParagraph(flow, block)
      return
    case 'list':
      setList(flow, block)
      return
    case 'facts':
      setFacts(flow, block)
      return
    case 'table':
      setTable(flow, block)
      return
    case 'bars':
      setBars(flow, block)
      return
    case 'code':
      setCode(flow, block)
      return
    case 'signatures':
      setSignatures(flow, block)
      return
    case 'page':
      turnPage(flow)
      return
    case 'part':
      turnPage(flow)
      setHeader(flow, { service, ...block }, 'H2')
      return
  }
}

const pageOf = {
  en: (page: number, all: number) => `Page ${page} of ${all}`,
  cy: (page: number, all: number) => `Tudalen ${page} o ${all}`,
}

const setFeet = (flow: Flow, { foot, language }: Report): void => {
  const style = { faces: flow.faces.sans, size: 7.8 }
  for (const [index, canvas] of flow.pages.entries()) {
    canvas.decoration(() => {
      const number = fitLine(pageOf[language](index + 1, flow.pages.length), style, 120)
      const words = fitLine(foot, style, flow.width - 130)
      canvas.rule([flow.left, 48], [flow.left + flow.width, 48], 0.4, flow.colours.line)
      canvas.text(words, flow.left, 36, flow.colours.quiet)
      canvas.text(number, flow.left + flow.width - number.width, 36, flow.colours.quiet)
    })
  }
}

/** Everything that a report says, to see which scripts it needs. */
const wordsOf = (report: Report): string[] => [JSON.stringify([report.subtitle, report.title, report.blocks])]

export const attachTo = async (
  document: PDFDocument,
  { bytes, name, mimeType, description }: Attachment,
  at: Date,
): Promise<void> =>
  document.attach(bytes, name, {
    ...{ mimeType, description, creationDate: at, modificationDate: at },
    afRelationship: AFRelationship.Data,
  })

/**
 * Sets a report as a tagged PDF of as many pages as it needs, with headings, tables, bookmarks and what is attached. The
 * same report gives the same bytes. Throws when a font is missing.
 */
export const drawReport = async (report: Report, assets: Assets): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const book = openBook(document)
  const faces = await openTypefaces(book, assets, wordsOf(report))
  const ink = toInk(report.themeColour)
  const colours = { ink, text: '#1c1b19', quiet: '#55524c', line: toTint(ink, 0.45) }
  const flow = openFlow(book, report.paper, { faces, colours, language: report.language })
  setHeader(flow, report, 'H1')
  for (const block of report.blocks) setBlock(flow, block, report.service)
  setFeet(flow, report)
  for (const attachment of report.attachments ?? []) await attachTo(document, attachment, report.at)
  book.finish(report.language)
  const { title, service: author, language, at } = report
  writeArchiveMarks(
    document,
    { title, author, language, at },
    new TextEncoder().encode(JSON.stringify(report)),
  )
  return document.save({ useObjectStreams: false, addDefaultPage: false })
}
