type ClaimWords = {
  readonly firstName: string
  readonly badge: string
  readonly service: string
  readonly link: string
}

type MailWords = { readonly subject: string; readonly text: string }

/** The mail that brings somebody the link to their new badge; it says no more of them than a first name. */
export const claimMail: Readonly<Record<'en' | 'cy', (words: ClaimWords) => MailWords>> = {
  en: ({ firstName, badge, service, link }) => ({
    subject: `Your badge: ${badge}`,
    text: [
      `Hello ${firstName},`,
      '',
      `Well done! ${service} has given you a badge for your volunteering:`,
      '',
      badge,
      '',
      'Open this link to see it. You can then keep it, print it or show it to other people:',
      '',
      link,
      '',
      'The link works once, for the next 30 days. After that, sign in with your e-mail address.',
      'Nobody else can see your badge unless you choose to share it.',
      '',
      'Thank you for the time you give.',
      '',
      service,
    ].join('\n'),
  }),
  cy: ({ firstName, badge, service, link }) => ({
    subject: `Eich bathodyn: ${badge}`,
    text: [
      `Helo ${firstName},`,
      '',
      `Da iawn chi! Mae ${service} wedi rhoi bathodyn i chi am eich gwirfoddoli:`,
      '',
      badge,
      '',
      'Agorwch y ddolen hon i’w weld. Yna gallwch ei gadw, ei argraffu neu ei ddangos i bobl eraill:',
      '',
      link,
      '',
      'Mae’r ddolen yn gweithio unwaith, am y 30 diwrnod nesaf. Ar ôl hynny, mewngofnodwch â’ch cyfeiriad e-bost.',
      'Ni all neb arall weld eich bathodyn oni bai eich bod chi’n dewis ei rannu.',
      '',
      'Diolch am yr amser rydych chi’n ei roi.',
      '',
      service,
    ].join('\n'),
  }),
}
