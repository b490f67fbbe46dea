import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsQR from 'jsqr'
import { badgeDefinitions } from '../../src/achievements/catalogue'
import { writePractice } from '../../src/achievements/practice'
import type { CertificateInput } from '../../src/certificates/model'
import { firstSentence } from '../../src/certificates/rules/first-sentence'
import type { Assets } from '../../src/deps'
import { sign, unsigned } from '../openbadges/verify/sample'

/** The files of the release, as they were built. */
export const assets: Assets = {
  read: async (name) => new Uint8Array(await readFile(resolve('dist/public/assets', name))),
}

const badge = badgeDefinitions.find(({ id }) => id === 'LV-02')
if (badge === undefined) throw new Error('The catalogue is empty.')

const targets = badge.alignments.map(({ targetName, targetUrl }) => ({ name: targetName, url: targetUrl }))

export const credential = JSON.stringify(await sign(unsigned))

/** A certificate of a made-up service; a test changes what it is about. */
export const sample: CertificateInput = {
  paper: 'a4',
  language: 'en',
  themeColour: '#1d4f5c',
  holderName: 'Siân Wójcik',
  badgeName: badge.name,
  meaning: { en: firstSentence(badge.criteria.en), cy: firstSentence(badge.criteria.cy) },
  practice: {
    en: writePractice(targets, 'en'),
    cy: writePractice(targets, 'cy'),
  },
  badgeImage: new TextDecoder().decode(await assets.read(`badges/${badge.id}.svg`)),
  badgeImageDescription: badge.image.alt,
  minutes: 1275,
  firstDate: '2026-01-05',
  lastDate: '2026-05-20',
  role: { en: 'Home library service', cy: 'Gwasanaeth llyfrgell gartref' },
  service: { en: 'Ambershire Libraries', cy: 'Llyfrgelloedd Ambershire' },
  network: { en: 'Network of Examples', cy: 'Rhwydwaith yr Enghreifftiau' },
  issuedAt: new Date('2026-06-01T09:00:00Z'),
  address: 'https://badges.example.org/c/0123456789abcdef0123456789abcdef',
  credential,
}

const pdfium = await PDFiumLibrary.init()

export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array }

const open = async <T>(
  pdf: Uint8Array,
  look: (page: ReturnType<Awaited<ReturnType<typeof pdfium.loadDocument>>['getPage']>) => T | Promise<T>,
): Promise<T> => {
  const document = await pdfium.loadDocument(pdf)
  try {
    return await look(document.getPage(0))
  } finally {
    document.destroy()
  }
}

/** The page as pixels, RGBA; `scale` 1 is 72 to the inch. */
export const render = (pdf: Uint8Array, scale: number): Promise<Picture> =>
  open(pdf, async (page) => {
    const { width, height, data } = await page.render({ scale, render: 'bitmap' })
    return { width, height, data: Uint8Array.from(data) }
  })

/** The text of the page in its order, with single spaces. */
export const textOf = (pdf: Uint8Array): Promise<string> =>
  open(pdf, (page) => page.getText().replace(/\s+/g, ' '))

export const sizeOf = (pdf: Uint8Array): Promise<{ width: number; height: number }> =>
  open(pdf, (page) => {
    const { originalWidth, originalHeight } = page.getOriginalSize()
    return { width: originalWidth, height: originalHeight }
  })

export const readCode = ({ data, width, height }: Picture): string | undefined =>
  jsQR(new Uint8ClampedArray(data), width, height)?.data

/** Whether any pixel of a part of the page, in parts of its width and height from the top left, is not white. */
export const hasInk = (
  { data, width, height }: Picture,
  part: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): boolean => {
  for (let y = Math.floor(part.top * height); y < part.bottom * height; y++) {
    for (let x = Math.floor(part.left * width); x < part.right * width; x++) {
      const at = (y * width + x) * 4
      if ((data[at] ?? 255) < 250 || (data[at + 1] ?? 255) < 250 || (data[at + 2] ?? 255) < 250) return true
    }
  }
  return false
}
