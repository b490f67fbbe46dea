import { PDFiumLibrary } from '@hyzyla/pdfium'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { drawCohort } from '../../src/certificates/draw-certificate'
import { assets, hasInk, readCode, sample } from './sample'

const cohort = Array.from({ length: 3 }, (_, index) => ({
  ...sample,
  holderName: ['Siân Wójcik', '김민준', 'محمد عبد الرحمن'][index] ?? '',
  address: `https://badges.example.org/c/${String(index).repeat(32)}`,
}))

test('a cohort is one file, a sheet for each, with marks to cut by and a code of its own', async () => {
  const done: number[] = []
  const at = new Date('2026-06-01T09:00:00Z')
  const pdf = await drawCohort(cohort, assets, { at, onPage: (count) => void done.push(count) })
  expect(done).toEqual([1, 2, 3])
  const document = await PDFDocument.load(pdf)
  const { width, height } = document.getPage(0).getTrimBox()
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  expect(document.getPage(0).getWidth()).toBeGreaterThan(width + 40)
  const pdfium = await (await PDFiumLibrary.init()).loadDocument(pdf)
  for (const [index, { address, holderName }] of cohort.entries()) {
    const { data, ...size } = await pdfium.getPage(index).render({ scale: 2, render: 'bitmap' })
    const picture = { ...size, data: Uint8Array.from(data) }
    expect(readCode(picture)).toBe(address)
    // The marks are in the corners, and nothing is between them on the edge.
    expect(hasInk(picture, { left: 0.005, right: 0.032, top: 0, bottom: 0.05 })).toBe(true)
    expect(hasInk(picture, { left: 0, right: 0.03, top: 0.2, bottom: 0.8 })).toBe(false)
    expect(pdfium.getPage(index).getText()).toContain(holderName.split(' ')[0] ?? '')
  }
  pdfium.destroy()
})
