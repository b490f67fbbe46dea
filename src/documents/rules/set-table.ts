import type { ReportBlock, ReportColumn } from '../model'
import type { PartOptions } from './open-book'
import { type Flow, hasRoom, linesOf, makeRoom, setText, spoken, turnPage } from './report-page'
import type { ShapedText } from './shape-text'
import { toTint, writeColour } from './write-colour'
import { writeNumbers } from './write-number'

type Cell = { readonly lines: readonly ShapedText[]; readonly numeric: boolean; readonly role: PartOptions }

const size = 9
const leading = 12.2
const padding = { side: 5, top: 3.6 }

const widthsOf = (columns: readonly ReportColumn[], width: number): number[] => {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  return columns.map(({ share }) => (share / all) * width)
}

const heightOf = (cells: readonly Cell[]) =>
  Math.max(1, ...cells.map(({ lines }) => lines.length)) * leading + 2 * padding.top

const drawCells = (flow: Flow, cells: readonly Cell[], widths: readonly number[], colour: string): void => {
  const top = flow.at
  let left = flow.left
  for (const [index, { lines, numeric, role }] of cells.entries()) {
    const width = widths[index] ?? 0
    const draw = () => {
      for (const [number, line] of lines.entries()) {
        const x = numeric ? left + width - padding.side - line.width : left + padding.side
        flow.canvas.text(line, x, top - padding.top - number * leading - leading * 0.78, colour)
      }
    }
    flow.canvas.part(role, draw)
    left += width
  }
}

const drawRow = (flow: Flow, cells: readonly Cell[], widths: readonly number[]): void => {
  const height = heightOf(cells)
  flow.book.within({ role: 'TR', language: flow.language }, () =>
    drawCells(flow, cells, widths, flow.colours.text),
  )
  flow.at -= height
  const { canvas, left, width, at } = flow
  canvas.decoration(() => canvas.rule([left, at], [left + width, at], 0.4, flow.colours.line))
}

/** The heading row: once as part of the table, on later pages for the eye alone. */
const drawHead = (flow: Flow, cells: readonly Cell[], widths: readonly number[], first: boolean): void => {
  const height = heightOf(cells)
  const { canvas, left, width, at } = flow
  canvas.decoration(() =>
    canvas.add(
      `${writeColour(toTint(flow.colours.ink, 0.1))} rg ${writeNumbers(left, at - height, width, height)} re f`,
    ),
  )
  if (first) {
    flow.book.within({ role: 'TR', language: flow.language }, () =>
      drawCells(flow, cells, widths, flow.colours.ink),
    )
  } else {
    let x = left
    canvas.decoration(() => {
      for (const [index, { lines, numeric }] of cells.entries()) {
        const column = widths[index] ?? 0
        for (const [number, line] of lines.entries())
          canvas.text(
            line,
            numeric ? x + column - padding.side - line.width : x + padding.side,
            at - padding.top - number * leading - leading * 0.78,
            flow.colours.ink,
          )
        x += column
      }
    })
  }
  flow.at -= height
}

/** A table with its caption; rows stay whole, and the heading row is repeated on each page. */
export const setTable = (flow: Flow, table: Extract<ReportBlock, { kind: 'table' }>): void => {
  const { faces, language } = flow
  const widths = widthsOf(table.columns, flow.width)
  const inside = (index: number) => (widths[index] ?? 0) - 2 * padding.side
  const heads = table.columns.map(({ text, numeric = false }, index): Cell => {
    const role = { role: 'TH', language, scope: 'Column' } as const
    return { lines: linesOf(text, { faces: faces.sansBold, size }, inside(index)), numeric, role }
  })
  setText(flow, table.caption, {
    ...{ style: { faces: faces.sansBold, size: 10.5 }, leading: 15, colour: flow.colours.text, role: 'P' },
    ...{ above: 10, keep: heightOf(heads) + 2 * leading },
  })
  flow.at -= 2
  makeRoom(flow, heightOf(heads) + leading + 2 * padding.top)
  flow.book.within({ role: 'Table', language }, () => {
    drawHead(flow, heads, widths, true)
    for (const row of table.rows) {
      const cells = table.columns.map(({ numeric = false }, index): Cell => {
        const text = row[index] ?? ''
        const kind = index === 0 ? ({ role: 'TH', scope: 'Row' } as const) : ({ role: 'TD' } as const)
        const role = { ...kind, language, ...spoken(text) }
        return { lines: linesOf(text, { faces: faces.sans, size }, inside(index)), numeric, role }
      })
      if (!hasRoom(flow, heightOf(cells))) {
        turnPage(flow)
        drawHead(flow, heads, widths, false)
      }
      drawRow(flow, cells, widths)
    }
  })
  flow.at -= 8
}
