import { sha256 } from '@noble/hashes/sha2.js'
import { type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { writeSrgbProfile } from './srgb-profile'

export type DocumentFacts = {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly at: Date
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;'))

const writeXmp = ({ title, author, language, at }: DocumentFacts): string => {
  const instant = at.toISOString().replace(/\.\d+Z$/, 'Z')
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Colophon</xmp:CreatorTool><xmp:CreateDate>${instant}</xmp:CreateDate><xmp:ModifyDate>${instant}</xmp:ModifyDate>
<pdf:Producer>Colophon</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

/**
 * Names the document and its making, in the entries for readers and in XMP, with what an archive asks for beside: the
 * colour space of its colours and an identifier. The same document gives the same bytes.
 *
 * @see ISO 19005-3 (PDF/A-3), 6.2.3 Output intent, 6.6 Metadata
 */
export const writeArchiveMarks = (document: PDFDocument, facts: DocumentFacts, content: Uint8Array): void => {
  const { context, catalog } = document
  document.setTitle(facts.title)
  document.setAuthor(facts.author)
  document.setCreator('Colophon')
  document.setProducer('Colophon')
  document.setCreationDate(facts.at)
  document.setModificationDate(facts.at)
  const metadata = context.stream(new TextEncoder().encode(writeXmp(facts)), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  catalog.set(PDFName.of('Metadata'), context.register(metadata))
  const profile = context.register(context.flateStream(writeSrgbProfile(), { N: 3, Alternate: 'DeviceRGB' }))
  const intent = context.register(
    context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: PDFString.of('sRGB'),
      Info: PDFString.of('sRGB'),
      DestOutputProfile: profile,
    }),
  )
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
  const digest = sha256(content).subarray(0, 16)
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  context.trailerInfo.ID = context.obj([PDFHexString.of(hex), PDFHexString.of(hex)])
}
