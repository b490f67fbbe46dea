const parsingError = 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR'

/** The problems of files that a badge may come in, as `problemTexts` holds them. */
export const fileProblemTexts = {
  'png-truncated': {
    type: parsingError,
    en: 'This PNG image is cut off. Ask for the file again.',
    cy: "Mae'r ddelwedd PNG hon wedi'i thorri'n fyr. Gofynnwch am y ffeil eto.",
  },
  'png-header': {
    type: parsingError,
    en: 'This PNG image does not begin as a PNG must, so it is damaged.',
    cy: "Nid yw'r ddelwedd PNG hon yn dechrau fel y mae'n rhaid i PNG ddechrau, felly mae wedi'i difrodi.",
  },
  'png-checksum': {
    type: parsingError,
    en: 'This PNG image is damaged: part of it was changed after it was made.',
    cy: "Mae'r ddelwedd PNG hon wedi'i difrodi: newidiwyd rhan ohoni ar ôl iddi gael ei gwneud.",
  },
  'png-chunks': {
    type: parsingError,
    en: 'This PNG image is damaged: its parts are not in order.',
    cy: "Mae'r ddelwedd PNG hon wedi'i difrodi: nid yw ei rhannau mewn trefn.",
  },
  'png-no-image': {
    type: parsingError,
    en: 'This PNG file has no picture in it.',
    cy: 'Nid oes llun yn y ffeil PNG hon.',
  },
  'png-no-end': {
    type: parsingError,
    en: 'This PNG image has no proper end, so it is damaged.',
    cy: "Nid oes diwedd cywir i'r ddelwedd PNG hon, felly mae wedi'i difrodi.",
  },
  'png-text': {
    type: parsingError,
    en: 'The place for the badge inside this PNG image is damaged.',
    cy: "Mae'r lle ar gyfer y bathodyn yn y ddelwedd PNG hon wedi'i ddifrodi.",
  },
  'svg-entities': {
    type: parsingError,
    en: 'This SVG image spells its badge with shortcuts that other programs may read differently, so we did not read it.',
    cy: "Mae'r ddelwedd SVG hon yn ysgrifennu ei bathodyn â llwybrau byr y gallai rhaglenni eraill eu darllen yn wahanol, felly ni wnaethom ei ddarllen.",
  },
  'open-badges-2': {
    type: parsingError,
    en: 'This is an Open Badges 2.0 badge, or an older one. We check Open Badges 3.0. Ask its issuer to check it.',
    cy: "Bathodyn Open Badges 2.0 yw hwn, neu un hŷn. Rydym yn gwirio Open Badges 3.0. Gofynnwch i'w gyhoeddwr ei wirio.",
  },
  'open-badges-2-address': {
    type: parsingError,
    en: 'This is an Open Badges 2.0 badge, or an older one. It holds only a web address, where its issuer says if it is real. We check Open Badges 3.0.',
    cy: "Bathodyn Open Badges 2.0 yw hwn, neu un hŷn. Dim ond cyfeiriad gwe sydd ynddo, lle mae ei gyhoeddwr yn dweud a yw'n ddilys. Rydym yn gwirio Open Badges 3.0.",
  },
  'repeated-member': {
    type: parsingError,
    en: 'The badge says the same thing twice, in two ways, so programs could read it differently.',
    cy: "Mae'r bathodyn yn dweud yr un peth ddwywaith, mewn dwy ffordd, felly gallai rhaglenni ei ddarllen yn wahanol.",
  },
  'hidden-member': {
    type: parsingError,
    en: 'The badge writes something ({name}) in a way that many programs would overlook, although its signature covers it. Real badges do not.',
    cy: "Mae'r bathodyn yn ysgrifennu rhywbeth ({name}) mewn ffordd y byddai llawer o raglenni yn ei methu, er bod ei lofnod yn ei gwmpasu. Nid yw bathodynnau go iawn yn gwneud hynny.",
  },
  'long-number': {
    type: parsingError,
    en: 'The badge holds a number with more digits than its signature covers.',
    cy: "Mae'r bathodyn yn cynnwys rhif â mwy o ddigidau nag y mae ei lofnod yn eu cwmpasu.",
  },
}
