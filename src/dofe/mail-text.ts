type MailWords = { readonly subject: string; readonly text: string }
type Words = { readonly service: string; readonly firstName: string; readonly link: string }

/** The mail that invites an assessor; it names the young person by the first name alone. */
export const invitationMail: Readonly<Record<'en' | 'cy', (words: Words) => MailWords>> = {
  en: ({ service, firstName, link }) => ({
    subject: `${firstName} asks you to be their assessor`,
    text: [
      'Hello,',
      '',
      `${firstName} volunteers with ${service} and would like you to be the assessor of one section of a youth award.`,
      '',
      'Open this link to say who you are, to see what they did, and to write a short report:',
      '',
      link,
      '',
      'The link works once, for the next 21 days. You need no account: we can mail you a code to come back.',
      'If you do not know this young person, do nothing. The link then runs out.',
      '',
      service,
    ].join('\n'),
  }),
  cy: ({ service, firstName, link }) => ({
    subject: `Mae ${firstName} yn gofyn i chi fod yn asesydd`,
    text: [
      'Helo,',
      '',
      `Mae ${firstName} yn gwirfoddoli gyda ${service} a hoffai i chi fod yn asesydd ar un adran o wobr ieuenctid.`,
      '',
      'Agorwch y ddolen hon i ddweud pwy ydych chi, i weld beth a wnaed, ac i ysgrifennu adroddiad byr:',
      '',
      link,
      '',
      'Mae’r ddolen yn gweithio unwaith, am y 21 diwrnod nesaf. Does dim angen cyfrif: gallwn e-bostio cod i chi ddod yn ôl.',
      'Os nad ydych chi’n adnabod y person ifanc hwn, peidiwch â gwneud dim. Bydd y ddolen yn dod i ben.',
      '',
      service,
    ].join('\n'),
  }),
}

/** The mail with the code that lets an assessor in again. */
export const codeMail: Readonly<Record<'en' | 'cy', (code: string, service: string) => MailWords>> = {
  en: (code, service) => ({
    subject: `Your code is ${code}`,
    text: [
      `Type this code on the page that asks for it: ${code}`,
      '',
      'It works once, for the next 15 minutes. If you did not ask for it, do nothing.',
      '',
      service,
    ].join('\n'),
  }),
  cy: (code, service) => ({
    subject: `Eich cod yw ${code}`,
    text: [
      `Teipiwch y cod hwn ar y dudalen sy’n gofyn amdano: ${code}`,
      '',
      'Mae’n gweithio unwaith, am y 15 munud nesaf. Os na wnaethoch chi ofyn amdano, peidiwch â gwneud dim.',
      '',
      service,
    ].join('\n'),
  }),
}

/** The mail that brings a report back to its assessor, with what the coordinator asks. */
export const returnedMail: Readonly<
  Record<'en' | 'cy', (words: { readonly link: string; readonly service: string }) => MailWords>
> = {
  en: ({ link, service }) => ({
    subject: 'Please look at your report again',
    text: [
      'Hello,',
      '',
      'Thank you for your report. The coordinator asks you to look at it once more. Open this page to see why:',
      '',
      link,
      '',
      service,
    ].join('\n'),
  }),
  cy: ({ link, service }) => ({
    subject: 'Edrychwch ar eich adroddiad eto, os gwelwch yn dda',
    text: [
      'Helo,',
      '',
      'Diolch am eich adroddiad. Mae’r cydlynydd yn gofyn i chi edrych arno unwaith eto. Agorwch y dudalen hon i weld pam:',
      '',
      link,
      '',
      service,
    ].join('\n'),
  }),
}
