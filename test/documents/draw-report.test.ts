import { PDFiumLibrary } from '@hyzyla/pdfium'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { drawReport } from '../../src/documents/draw-report'
import type { Report, ReportBlock } from '../../src/documents/model'
import { extractCredential } from '../../src/openbadges/bake'
import { assets, credential, hasInk, readCode } from '../certificates/sample'

const pdfium = await PDFiumLibrary.init()

const pagesOf = async (pdf: Uint8Array) => {
  const document = await pdfium.loadDocument(pdf)
  try {
    const pages = []
    for (let index = 0; index < document.getPageCount(); index++) {
      const text = document.getPage(index).getText().replace(/\s+/g, ' ')
      const { width, height, data } = await document.getPage(index).render({ scale: 1.5, render: 'bitmap' })
      pages.push({ text, picture: { width, height, data: Uint8Array.from(data) } })
    }
    return pages
  } finally {
    document.destroy()
  }
}

const address = 'https://badges.example.org/c/0123456789abcdef'

const table = (count: number): ReportBlock => ({
  kind: 'table',
  caption: 'Sessions',
  columns: [
    { text: 'Date', share: 2 },
    { text: 'Role', share: 4 },
    { text: 'Hours', share: 1, numeric: true },
  ],
  rows: Array.from({ length: count }, (_, index) => [`Day ${index + 1}`, 'Home library service', '1.5']),
})

const report = (blocks: readonly ReportBlock[], changes: Partial<Report> = {}): Report => ({
  paper: 'a4',
  language: 'en',
  themeColour: '#1d4f5c',
  title: 'Record of volunteering',
  subtitle: 'Siân Wójcik',
  service: 'Ambershire Libraries',
  foot: 'Made on 1 June 2026. Hours approved by the library service.',
  blocks,
  at: new Date('2026-06-01T09:00:00Z'),
  ...changes,
})

const draw = (blocks: readonly ReportBlock[], changes: Partial<Report> = {}) =>
  drawReport(report(blocks, changes), assets)

describe('a report', () => {
  test('runs over as many pages as it needs, with every row once and the heading row on each', async () => {
    const pages = await pagesOf(await draw([{ kind: 'heading', level: 2, text: 'Hours' }, table(120)]))
    expect(pages.length).toBeGreaterThan(2)
    const text = pages.map((page) => page.text).join(' ')
    for (let day = 1; day <= 120; day++) expect(text.split(`Day ${day} Home`)).toHaveLength(2)
    for (const [index, page] of pages.entries()) {
      expect(page.text).toContain('Date Role Hours')
      expect(page.text).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(hasInk(page.picture, { left: 0, right: 0.05, top: 0, bottom: 1 })).toBe(false)
      expect(hasInk(page.picture, { left: 0.95, right: 1, top: 0, bottom: 1 })).toBe(false)
    }
  })

  test('is tagged: a table of rows and cells with their headings, and everything marked', async () => {
    const document = await PDFDocument.load(await draw([table(60)]))
    const kinds = new Map<string, number>()
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('StructElem'))
        continue
      const role = String(object.get(PDFName.of('S')))
      kinds.set(role, (kinds.get(role) ?? 0) + 1)
    }
    expect(kinds.get('/Table')).toBe(1)
    expect(kinds.get('/TR')).toBe(61)
    expect(kinds.get('/TH')).toBe(3 + 60)
    expect(kinds.get('/TD')).toBe(120)
    expect(kinds.get('/H1')).toBe(1)
    expect(document.catalog.get(PDFName.of('MarkInfo'))).toBeDefined()
    expect(document.catalog.get(PDFName.of('Outlines'))).toBeDefined()
    expect(document.catalog.get(PDFName.of('OutputIntents'))).toBeDefined()
    expect(document.context.trailerInfo.ID).toBeDefined()
  })

  test('has a code that scans and an address that can be pressed', async () => {
    const pdf = await draw([{ kind: 'code', address, description: 'A code', text: 'Check it.' }])
    const [page] = await pagesOf(pdf)
    expect(page && readCode(page.picture)).toBe(address)
    const document = await PDFDocument.load(pdf)
    const annotations = document.getPage(0).node.Annots()
    expect(String(annotations?.lookup(0, PDFDict).lookup(PDFName.of('A')))).toContain(address)
  })

  test('carries what is attached, which can be taken out again', async () => {
    const bytes = new TextEncoder().encode(credential)
    const pdf = await draw([], {
      attachments: [
        { name: 'credential.json', mimeType: 'application/vc+ld+json', description: 'Signed', bytes },
      ],
    })
    expect(extractCredential(pdf)).toEqual({ ok: true, format: 'pdf', text: credential })
  })

  test('of the same input has the same bytes', async () => {
    const blocks: ReportBlock[] = [table(3), { kind: 'paragraph', text: 'x'.repeat(400) }]
    expect(await draw(blocks)).toEqual(await draw(blocks))
  })

  test('begins a part on a page of its own, as the first page begins, with a larger code that scans', async () => {
    const code = { kind: 'code', address, description: 'A code', text: 'Check it.', large: true } as const
    const pages = await pagesOf(
      await draw([
        { kind: 'paragraph', text: 'On the first' },
        { kind: 'part', title: 'Rhan', subtitle: 'Slip 1', language: 'cy' },
        { kind: 'paragraph', text: 'Da iawn', large: true, language: 'cy' },
        code,
      ]),
    )
    expect(pages).toHaveLength(2)
    expect(pages[0]?.text).not.toContain('Rhan')
    for (const words of ['Ambershire Libraries', 'Rhan', 'Slip 1', 'Da iawn'])
      expect(pages[1]?.text).toContain(words)
    expect(pages[1] && readCode(pages[1].picture)).toBe(address)
  })

  test('breaks words that are wider than the page, and keeps lines of its own', async () => {
    const [page] = await pagesOf(await draw([{ kind: 'paragraph', text: `${'Q'.repeat(200)}\nlast line` }]))
    expect(page?.text.replace(/\s/g, '').match(/Q/g)).toHaveLength(200)
    expect(page?.text).toContain('last line')
  })

  test('shows bars, lists, facts and lines to sign on', async () => {
    const [page] = await pagesOf(
      await draw([
        { kind: 'facts', rows: [{ label: 'Role', value: 'Home library service' }] },
        { kind: 'list', items: ['one', 'two'] },
        {
          kind: 'bars',
          description: 'Hours',
          bars: [
            { label: 'Jan', value: 3 },
            { label: 'Feb', value: 9 },
          ],
        },
        { kind: 'signatures', labels: ['Signed', 'Date'] },
        { kind: 'page' },
        { kind: 'paragraph', text: 'On the next page', quiet: true },
      ]),
    )
    for (const words of ['Role', 'Home library service', 'one', 'two', 'Jan', 'Feb', 'Signed', 'Date'])
      expect(page?.text).toContain(words)
    expect(page?.text).not.toContain('On the next page')
  })
})
