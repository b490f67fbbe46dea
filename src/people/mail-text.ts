import { firstNameOf } from '../awards/rules/first-name-of'
import type { Organisation } from '../organisations/model'
import { nameOf } from '../organisations/rules/name-organisation'
import { path } from '../paths'
import { lettersFor } from './rules/contact-language'
import { joinLetters } from './rules/join-letters'

type Words = {
  readonly guardian: string
  readonly child: string
  readonly service: string
  readonly link: string
}

type MailWords = { readonly subject: string; readonly text: string }

const letters: Readonly<Record<'en' | 'cy', (words: Words) => MailWords>> = {
  en: ({ guardian, child, service, link }) => ({
    subject: `${service}: we need your answer`,
    text: [
      `Hello ${guardian},`,
      '',
      `${child} would like to volunteer with ${service}. Because of ${child}’s age we need the answer of a parent or guardian.`,
      '',
      'Open this link to say yes or no. You do not need an account:',
      '',
      link,
      '',
      'The link works once, for the next 7 days. You can change your mind later at any time.',
      `Until you answer, ${child}’s hours are not approved, no badge is issued and nothing is shown to anybody.`,
      '',
      `If you do not know ${child}, do nothing, and tell us.`,
      '',
      service,
    ].join('\n'),
  }),
  cy: ({ guardian, child, service, link }) => ({
    subject: `${service}: mae angen eich ateb arnom`,
    text: [
      `Helo ${guardian},`,
      '',
      `Hoffai ${child} wirfoddoli gyda ${service}. Oherwydd oedran ${child} mae angen ateb rhiant neu warcheidwad arnom.`,
      '',
      'Agorwch y ddolen hon i ddweud ie neu na. Nid oes angen cyfrif arnoch:',
      '',
      link,
      '',
      'Mae’r ddolen yn gweithio unwaith, am y 7 diwrnod nesaf. Gallwch newid eich meddwl unrhyw bryd wedyn.',
      `Nes i chi ateb, ni chaiff oriau ${child} eu cymeradwyo, ni roddir bathodyn ac ni ddangosir dim i neb.`,
      '',
      `Os nad ydych yn adnabod ${child}, peidiwch â gwneud dim, a dywedwch wrthym.`,
      '',
      service,
    ].join('\n'),
  }),
}

/**
 * The mail that asks a guardian; of the young person it says no more than a first name. A Welsh service writes in Welsh
 * and English, for nobody knows which the guardian reads.
 */
export const guardianMail = (
  origin: string,
  organisation: Organisation,
  about: {
    readonly guardian: string
    readonly name: string
    readonly token: string
  },
): MailWords => {
  const mails = lettersFor('unknown', organisation).map((language) =>
    letters[language]({
      guardian: about.guardian,
      child: firstNameOf(about.name),
      service: nameOf(organisation, language),
      link: origin + path('guardianLink', { token: about.token }),
    }),
  )
  return joinLetters(mails)
}
