/** A statement as headings with paragraphs under them. */
export type Statement = {
  readonly title: string
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
}

type Statements = Readonly<Record<'en' | 'cy', Statement>>

export const privacyStatement: Statements = {
  en: {
    title: 'Privacy',
    sections: [
      {
        heading: 'Who looks after your data',
        paragraphs: [
          'The library service that you volunteer for decides what is kept about you and why. It is the controller. We keep it safe on its behalf.',
          'Questions, or a wish to see, mend or erase your data? Ask your volunteer coordinator.',
        ],
      },
      {
        heading: 'What is kept',
        paragraphs: [
          'Your name, your e-mail address if you gave one, the times you volunteered, your roles, and the badges you earned.',
          'When somebody approves, disputes or takes back something, we keep who did it and when.',
        ],
      },
      {
        heading: 'What others can see',
        paragraphs: [
          'Nothing, until you choose. A badge is private at first. You can switch on a page for it, and choose if the page shows your name. You can switch it off again at any time.',
          'Your signed badge does not hold your name. Your PDF certificate shows it, because you hand that over yourself. The code on the certificate leads to a page about the badge. That page shows your name only if you say so.',
          'A badge that was taken back shows that it was taken back, so that nobody relies on it.',
        ],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'One cookie keeps you signed in, and one remembers your language. There are no others: nobody follows you here, and no page asks another site for anything.',
        ],
      },
      {
        heading: 'When you check a badge',
        paragraphs: [
          'We do not keep the badge that you check, nor a record of who checked which badge. To stop abuse we count checks by address for up to a day, in a form that we cannot turn back into the address.',
        ],
      },
    ],
  },
  cy: {
    title: 'Preifatrwydd',
    sections: [
      {
        heading: 'Pwy sy’n gofalu am eich data',
        paragraphs: [
          'Y gwasanaeth llyfrgell yr ydych yn gwirfoddoli iddo sy’n penderfynu beth sy’n cael ei gadw amdanoch a pham. Y gwasanaeth yw’r rheolydd. Rydym ni’n ei gadw’n ddiogel ar ei ran.',
          'Oes gennych gwestiwn, neu hoffech weld, cywiro neu ddileu eich data? Gofynnwch i’ch cydlynydd gwirfoddolwyr.',
        ],
      },
      {
        heading: 'Beth sy’n cael ei gadw',
        paragraphs: [
          'Eich enw, eich cyfeiriad e-bost os rhoesoch un, yr amseroedd y buoch yn gwirfoddoli, eich rolau, a’r bathodynnau a enilloch.',
          'Pan fydd rhywun yn cymeradwyo, yn herio neu’n tynnu rhywbeth yn ôl, rydym yn cadw pwy wnaeth hynny a phryd.',
        ],
      },
      {
        heading: 'Beth gall eraill ei weld',
        paragraphs: [
          'Dim byd, nes i chi ddewis. Mae bathodyn yn breifat i ddechrau. Gallwch droi tudalen ymlaen ar ei gyfer, a dewis a yw’n dangos eich enw. Gallwch ei diffodd eto unrhyw bryd.',
          'Nid yw eich bathodyn wedi’i lofnodi yn cynnwys eich enw. Mae eich tystysgrif PDF yn ei ddangos, gan mai chi sy’n ei rhoi i rywun. Mae’r cod ar y dystysgrif yn arwain at dudalen am y bathodyn. Dim ond os dywedwch chi hynny y mae’r dudalen yn dangos eich enw.',
          'Mae bathodyn a dynnwyd yn ôl yn dangos hynny, fel na fydd neb yn dibynnu arno.',
        ],
      },
      {
        heading: 'Cwcis',
        paragraphs: [
          'Mae un cwci’n eich cadw wedi mewngofnodi, ac un yn cofio eich iaith. Nid oes rhai eraill: does neb yn eich dilyn yma, ac nid oes tudalen yn gofyn am ddim gan safle arall.',
        ],
      },
      {
        heading: 'Pan fyddwch yn gwirio bathodyn',
        paragraphs: [
          'Nid ydym yn cadw’r bathodyn yr ydych yn ei wirio, na chofnod o bwy wiriodd ba fathodyn. I atal camddefnydd rydym yn cyfrif gwiriadau yn ôl cyfeiriad am hyd at ddiwrnod, mewn ffurf na allwn ei throi’n ôl yn gyfeiriad.',
        ],
      },
    ],
  },
}

export const accessibilityStatement: Statements = {
  en: {
    title: 'Accessibility',
    sections: [
      {
        heading: 'What you can expect',
        paragraphs: [
          'We build these pages to meet the Web Content Accessibility Guidelines 2.2 at level AA. You should be able to use every page with a keyboard alone, with a screen reader, without JavaScript, at 400% zoom and on a narrow phone, in English and in Welsh.',
        ],
      },
      {
        heading: 'How we check',
        paragraphs: [
          'Pages are checked by a program (axe) in a real browser each time the service is changed. A program finds only some of what can be wrong. The pages have not been tested yet by people who use assistive technology every day.',
        ],
      },
      {
        heading: 'What is not right yet',
        paragraphs: [
          'The PDF certificates carry their text and language, but have not been checked against PDF/UA. The same facts are on the page of the badge.',
        ],
      },
      {
        heading: 'Tell us',
        paragraphs: [
          'If something does not work for you, tell your library service. It will pass it on, and can give you the information another way.',
        ],
      },
    ],
  },
  cy: {
    title: 'Hygyrchedd',
    sections: [
      {
        heading: 'Beth i’w ddisgwyl',
        paragraphs: [
          'Rydym yn adeiladu’r tudalennau hyn i gyrraedd lefel AA o Ganllawiau Hygyrchedd Cynnwys y We 2.2. Dylech allu defnyddio pob tudalen â bysellfwrdd yn unig, â darllenydd sgrin, heb JavaScript, wedi’i chwyddo i 400% ac ar ffôn cul, yn Gymraeg ac yn Saesneg.',
        ],
      },
      {
        heading: 'Sut rydym yn gwirio',
        paragraphs: [
          'Mae rhaglen (axe) yn gwirio’r tudalennau mewn porwr go iawn bob tro y caiff y gwasanaeth ei newid. Dim ond rhai o’r problemau y gall rhaglen eu canfod. Nid yw’r tudalennau wedi’u profi eto gan bobl sy’n defnyddio technoleg gynorthwyol bob dydd.',
        ],
      },
      {
        heading: 'Beth sydd heb fod yn iawn eto',
        paragraphs: [
          'Mae’r tystysgrifau PDF yn cynnwys eu testun a’u hiaith, ond nid ydynt wedi’u gwirio yn erbyn PDF/UA. Mae’r un ffeithiau ar dudalen y bathodyn.',
        ],
      },
      {
        heading: 'Rhoi gwybod i ni',
        paragraphs: [
          'Os nad yw rhywbeth yn gweithio i chi, dywedwch wrth eich gwasanaeth llyfrgell. Bydd yn ei basio ymlaen, ac yn gallu rhoi’r wybodaeth i chi mewn ffordd arall.',
        ],
      },
    ],
  },
}
