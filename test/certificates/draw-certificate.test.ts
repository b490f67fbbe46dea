import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { drawCertificate } from '../../src/certificates/draw-certificate'
import { certificateLanguages } from '../../src/certificates/model'
import { papers } from '../../src/documents/model'
import { extractCredential } from '../../src/openbadges/bake'
import { verifyCredential } from '../../src/openbadges/verify'
import { fetchFrom, makeWeb, now } from '../openbadges/verify/sample'
import { assets, credential, hasInk, readCode, render, sample, sizeOf, textOf } from './sample'

const draw = (changes: Partial<typeof sample> = {}) => drawCertificate({ ...sample, ...changes }, assets)

const kinds = papers.flatMap((paper) => certificateLanguages.map((language) => ({ paper, language })))

describe.each(kinds)('a certificate on $paper in $language', ({ paper, language }) => {
  test('is one page of that size with name, badge, hours, dates and address, and nothing on its edge', async () => {
    const pdf = await draw({ paper, language })
    const { width, height } = await sizeOf(pdf)
    expect([Math.round(width), Math.round(height)]).toEqual(paper === 'a4' ? [595, 842] : [612, 792])
    const text = await textOf(pdf)
    expect(text).toContain('Siân Wójcik')
    expect(text).toContain(sample.address)
    if (language !== 'cy') {
      for (const words of ['Regular Library Volunteer', '21 hours 15 minutes', '5 January to 20 May 2026'])
        expect(text).toContain(words)
      expect(text).toContain('Hours approved by the library service.')
    }
    if (language !== 'en') {
      for (const words of ['Gwirfoddolwr Llyfrgell Rheolaidd', '21 awr 15 munud', '5 Ionawr i 20 Mai 2026'])
        expect(text).toContain(words)
      expect(text).toContain('Cymeradwywyd yr oriau gan y gwasanaeth llyfrgell.')
    }
    if (language === 'cy-en')
      expect(text.indexOf('Tystysgrif')).toBeLessThan(text.indexOf('Certificate of volunteering'))
    const picture = await render(pdf, 1)
    expect(hasInk(picture, { left: 0, right: 1, top: 0, bottom: 0.03 })).toBe(false)
    expect(hasInk(picture, { left: 0, right: 0.04, top: 0, bottom: 1 })).toBe(false)
    expect(pdf.length).toBeLessThan(200_000)
  })

  test.each([100 / 72, 3])('has a code that a phone reads at scale %d', async (scale) => {
    expect(readCode(await render(await draw({ paper, language }), scale))).toBe(sample.address)
  })

  test('carries the signed credential, which verifies', async () => {
    const extracted = extractCredential(await draw({ paper, language }))
    expect(extracted).toEqual({ ok: true, format: 'pdf', text: credential })
    const report = await verifyCredential(
      { text: extracted.ok ? extracted.text : '' },
      { now, fetchDocument: fetchFrom(await makeWeb()) },
    )
    expect(report.verdict).toBe('verified')
  })
})

describe('names', () => {
  test.each([
    ['Greek', 'Ελένη Παπαδοπούλου'],
    ['Cyrillic', 'Оксана Їжакевич'],
    ['Polish', 'Łucja Brzęczyszczykiewicz-Żółć'],
    ['Vietnamese', 'Nguyễn Thị Ánh Ngọc'],
    ['Welsh', 'Gŵenllian Ŷstwyth'],
    ['decomposed accents', 'Gŵenllian'.normalize('NFD')],
    ['one word', 'Sukarno'],
    ['80 characters', 'Maximiliana Featherstonehaugh-Cholmondeley van der Bellen y Fernández de Córdoba'],
    ['Arabic', 'محمد عبد الرحمن الشريف'],
    ['Arabic and Latin', 'Fatima فاطمة Al-Masri'],
  ])('%s', async (_, holderName) => {
    const pdf = await draw({ holderName, paper: 'letter', language: 'cy-en' })
    const text = await textOf(pdf)
    for (const word of holderName.normalize('NFC').split(' ')) expect(text).toContain(word)
    const picture = await render(pdf, 1)
    expect(hasInk(picture, { left: 0, right: 0.04, top: 0.2, bottom: 0.8 })).toBe(false)
    expect(pdf.length).toBeLessThan(200_000)
  })

  // Marks that stand before their letter are drawn there, so that the order of what is drawn is another.
  test.each([
    ['Hebrew', 'אסתר בן־דוד'],
    ['Devanagari', 'प्रिया शर्मा'],
    ['Bengali', 'রবীন্দ্রনাথ ঠাকুর'],
    ['Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ'],
    ['Tamil', 'கார்த்திகேயன்'],
    ['Chinese', '王小明'],
    ['Japanese', 'さくら 山田'],
    ['Korean', '김민준'],
    ['Chinese and Latin', 'Wang 小明'],
  ])('%s', async (_, holderName) => {
    const pdf = await draw({ holderName })
    const letters = (text: string) => [...text.replace(/[\s\u200b]/g, '')].sort().join('')
    const named = /Awarded to (.*) Regular/.exec(await textOf(pdf))?.[1] ?? ''
    expect(letters(named)).toBe(letters(holderName))
    expect(pdf.length).toBeLessThan(200_000)
  })

  test('an emoji is left out, the rest of the name is there', async () => {
    const text = await textOf(await draw({ holderName: 'Jo 🎉 Smith 👩‍🚀' }))
    expect(text).toMatch(/Awarded to Jo Smith Regular/)
  })

  test.each(['សុខា ចាន់', 'ሰላም', 'Wang សុខា', '🎉', ''])(
    'a line to write on stands where "%s" cannot be set in full',
    async (holderName) => {
      expect(await textOf(await draw({ holderName }))).toMatch(/Awarded to Regular/)
    },
  )

  test('80 letters without a space stay between the margins', async () => {
    const picture = await render(await draw({ holderName: 'W'.repeat(80) }), 1)
    expect(hasInk(picture, { left: 0.066, right: 0.11, top: 0.2, bottom: 0.8 })).toBe(false)
    expect(hasInk(picture, { left: 0.89, right: 0.934, top: 0.2, bottom: 0.8 })).toBe(false)
  })
})

describe('the document', () => {
  test('is the same bytes for the same input', async () => {
    expect(await draw({ language: 'cy-en' })).toEqual(await draw({ language: 'cy-en' }))
  })

  test('says its title and language, is tagged, and does not name the holder outside the page', async () => {
    const document = await PDFDocument.load(await draw({ language: 'cy' }), { updateMetadata: false })
    expect(document.getTitle()).toBe(
      'Tystysgrif gwirfoddoli: Gwirfoddolwr Llyfrgell Rheolaidd, Llyfrgelloedd Ambershire',
    )
    expect(document.getCreationDate()).toEqual(sample.issuedAt)
    expect(document.catalog.lookup(PDFName.of('Lang'), PDFString).asString()).toBe('cy')
    expect(document.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true)
    expect(document.catalog.lookup(PDFName.of('AF'))).toBeDefined()
    expect(`${document.getTitle()}${document.getSubject()}${document.getKeywords()}`).not.toContain('Siân')
  })

  test('claims no qualification, no post and no youth award', async () => {
    const text = await textOf(await draw({ language: 'cy-en' }))
    expect(text).toContain('It is not a qualification or a job title.')
    expect(text).toContain('managing time and working in a team; this is not a qualification.')
    expect(text).toContain('rheoli amser, gweithio mewn tîm; nid cymhwyster yw hwn.')
    expect(text.replaceAll(/(It|this) is not a qualification/g, '')).not.toMatch(
      /qualif|DofE|Duke of Edinburgh|librarian/i,
    )
  })

  test('leaves out the role and the network where there is none', async () => {
    const text = await textOf(await draw({ role: undefined, network: undefined }))
    expect(text).not.toMatch(/Role|Network/)
  })

  test('a pale theme colour still gives text that can be read', async () => {
    const text = await textOf(await draw({ themeColour: '#ffee88' }))
    expect(text).toContain('Siân Wójcik')
  })
})
