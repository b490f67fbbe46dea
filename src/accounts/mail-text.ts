type MailWords = { readonly subject: string; readonly text: string }

/** The mail that brings a sign-in link; lines end where a plain mail reader should break them. */
export const signInMail: Readonly<Record<'en' | 'cy', (link: string) => MailWords>> = {
  en: (link) => ({
    subject: 'Your link to sign in to Colophon',
    text: [
      'Hello,',
      '',
      'Open this link to sign in. It works once, for the next 15 minutes:',
      '',
      link,
      '',
      'If you did not ask for it, you can ignore this message. Nobody can sign in without the link.',
      '',
      'Colophon',
    ].join('\n'),
  }),
  cy: (link) => ({
    subject: 'Eich dolen i fewngofnodi i Colophon',
    text: [
      'Helo,',
      '',
      'Agorwch y ddolen hon i fewngofnodi. Mae’n gweithio unwaith, am y 15 munud nesaf:',
      '',
      link,
      '',
      'Os na wnaethoch chi ofyn amdani, gallwch anwybyddu’r neges hon. Ni all neb fewngofnodi heb y ddolen.',
      '',
      'Colophon',
    ].join('\n'),
  }),
}
