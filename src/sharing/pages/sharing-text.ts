import type { LinkLife, ShareItem } from '../model'

const en = {
  title: 'Who can see this badge',
  on: 'This badge has a public page. Anyone with your link can open it.',
  choose: 'Choose what others see',
  change: 'Change what others see, or switch it off',
  page: 'Public page',
  show: 'What it says',
  showHint: 'The badge, the library that issued it and if it is still valid are always on the page.',
  items: {
    hours: 'How many hours, and when',
    role: 'What I was there for',
    skills: 'The skills, and what they mean at work',
    criteria: 'How the badge is earned',
    file: 'The signed badge to download',
  } satisfies Record<ShareItem, string>,
  fileHint: 'The file says all of this. It is on the page only while everything above it is.',
  life: 'How long is the link good for?',
  lives: {
    open: 'Until I switch it off',
    '7': 'For a week from now',
    '30': 'For 30 days from now',
    '90': 'For 90 days from now',
  } satisfies Record<LinkLife, string>,
  ends: (day: string) => `Now it ends on ${day}.`,
  views: (count: string, one: boolean) =>
    `Your link was opened ${count} ${one ? 'time' : 'times'}. We count, and keep nothing of who it was.`,
  preview: 'Show me how it looks',
  previewTitle: 'How others will see it',
  previewOff: 'Nobody but you and your library service sees anything.',
  off: 'Switch it off now',
}

/** What the page says on which a holder chooses what others see of a badge. */
export const sharingText: Readonly<Record<'en' | 'cy', typeof en>> = {
  en,
  cy: {
    title: 'Pwy sy’n cael gweld y bathodyn hwn',
    on: 'Mae gan y bathodyn hwn dudalen gyhoeddus. Gall unrhyw un sydd â’ch dolen ei hagor.',
    choose: 'Dewis beth mae eraill yn ei weld',
    change: 'Newid beth mae eraill yn ei weld, neu ei ddiffodd',
    page: 'Tudalen gyhoeddus',
    show: 'Beth mae’n ei ddweud',
    showHint: 'Mae’r bathodyn, y llyfrgell a’i cyhoeddodd ac a yw’n dal yn ddilys bob amser ar y dudalen.',
    items: {
      hours: 'Faint o oriau, a phryd',
      role: 'Beth roeddwn i yno i’w wneud',
      skills: 'Y sgiliau, a’r hyn maent yn ei olygu yn y gwaith',
      criteria: 'Sut mae ennill y bathodyn',
      file: 'Y bathodyn wedi’i lofnodi i’w lawrlwytho',
    },
    fileHint: 'Mae’r ffeil yn dweud hyn i gyd. Mae ar y dudalen dim ond tra bo popeth uwch ei phen yno.',
    life: 'Am ba hyd mae’r ddolen yn gweithio?',
    lives: {
      open: 'Nes i mi ei diffodd',
      '7': 'Am wythnos o nawr',
      '30': 'Am 30 diwrnod o nawr',
      '90': 'Am 90 diwrnod o nawr',
    },
    ends: (day) => `Ar hyn o bryd mae’n dod i ben ar ${day}.`,
    views: (count) =>
      `Sawl gwaith yr agorwyd eich dolen: ${count}. Rydym yn cyfrif, heb gadw dim o bwy oedd yno.`,
    preview: 'Dangoswch i mi sut mae’n edrych',
    previewTitle: 'Sut bydd eraill yn ei weld',
    previewOff: 'Nid oes neb ond chi a’ch gwasanaeth llyfrgell yn gweld dim.',
    off: 'Ei diffodd nawr',
  },
}
