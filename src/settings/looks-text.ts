const en = {
  title: 'Colours and logo',
  intro:
    'They are on your pages, on the public pages of your badges, and on certificates. People see them by day and in dark mode.',
  colour: 'Main colour',
  colourHint: 'Such as #1d4f5c. White words stand on it.',
  accent: 'Second colour (optional)',
  accentHint: 'For lines and marks. Leave it empty to use the main colour.',
  logo: 'Logo (optional)',
  logoHint: 'A PNG or SVG file of up to 200 kB. It stands on white, 36 pixels high.',
  hasLogo: 'You have a logo now.',
  removeLogo: 'Take the logo off',
  preview: 'Show me first',
  save: 'Save',
  try: 'This is how it will look',
  tryNight: 'In dark mode the lines and marks become lighter by themselves.',
  tryBadge: 'A badge for a volunteer',
  tryText: 'Words stand on the page as they always do.',
  noColour: 'Enter a colour of six figures or letters, such as #1d4f5c',
  tooLight: (typed: string, nearest: string) =>
    `${typed} is too light to read. The nearest colour that works is ${nearest}`,
  logoUnsafe:
    'This file cannot be shown safely. Use a plain PNG or SVG picture without scripts, links or movement.',
  logoLarge: 'Use a logo of up to 200 kB.',
}

/** What the page says on which a service sets its looks. */
export const looksText: Readonly<Record<'en' | 'cy', typeof en>> = {
  en,
  cy: {
    title: 'Lliwiau a logo',
    intro:
      'Maent ar eich tudalennau, ar dudalennau cyhoeddus eich bathodynnau, ac ar dystysgrifau. Mae pobl yn eu gweld wrth olau dydd ac yn y modd tywyll.',
    colour: 'Prif liw',
    colourHint: 'Megis #1d4f5c. Mae geiriau gwyn yn sefyll arno.',
    accent: 'Ail liw (dewisol)',
    accentHint: 'Ar gyfer llinellau a marciau. Gadewch ef yn wag i ddefnyddio’r prif liw.',
    logo: 'Logo (dewisol)',
    logoHint: 'Ffeil PNG neu SVG hyd at 200 kB. Mae’n sefyll ar wyn, 36 picsel o uchder.',
    hasLogo: 'Mae gennych logo nawr.',
    removeLogo: 'Tynnu’r logo',
    preview: 'Dangoswch i mi’n gyntaf',
    save: 'Cadw',
    try: 'Fel hyn y bydd yn edrych',
    tryNight: 'Yn y modd tywyll mae’r llinellau a’r marciau’n mynd yn oleuach ohonynt eu hunain.',
    tryBadge: 'Bathodyn i wirfoddolwr',
    tryText: 'Mae geiriau’n sefyll ar y dudalen fel arfer.',
    noColour: 'Rhowch liw o chwe rhif neu lythyren, megis #1d4f5c',
    tooLight: (typed: string, nearest: string) =>
      `Mae ${typed} yn rhy olau i’w ddarllen. Y lliw agosaf sy’n gweithio yw ${nearest}`,
    logoUnsafe:
      'Ni ellir dangos y ffeil hon yn ddiogel. Defnyddiwch lun PNG neu SVG plaen heb sgriptiau, dolenni na symudiad.',
    logoLarge: 'Defnyddiwch logo hyd at 200 kB.',
  },
}
