import { type BuiltCredential, buildEndorsementCredential, type IssuerProfile } from '../../openbadges/build'
import type { AgreedWords } from '../model'

const text = {
  en: {
    name: 'Words of a supervisor',
    by: (name: string, role: string, service: string) =>
      `Words of ${name}, ${role}. ${service} signed them on their behalf, and the volunteer agreed.`,
  },
  cy: {
    name: 'Geiriau goruchwyliwr',
    by: (name: string, role: string, service: string) =>
      `Geiriau ${name}, ${role}. Llofnododd ${service} nhw ar eu rhan, a chytunodd y gwirfoddolwr.`,
  },
}

/**
 * The unsigned endorsement of a badge by who supervised: the words, and who speaks, whom the service signs for.
 *
 * @see Open Badges 3.0, EndorsementCredential; EndorsementSubject: `id`, `endorsementComment`
 */
export const buildWords = (
  { words, language, writerName, writerRole }: AgreedWords,
  about: {
    readonly id: string
    /** The id of the credential that is endorsed. */
    readonly endorsedId: string
    readonly issuer: IssuerProfile
    readonly service: string
    readonly at: Date
  },
): BuiltCredential =>
  buildEndorsementCredential({
    id: about.id,
    issuer: about.issuer,
    name: text[language].name,
    description: text[language].by(writerName, writerRole, about.service),
    endorsedId: about.endorsedId,
    comment: words,
    validFrom: about.at,
    awardedDate: about.at,
  })
