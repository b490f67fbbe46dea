import { z } from 'zod'
import sflUk from '../../../frameworks/bundle-sfl-uk-1.json'
import dofe from '../../../frameworks/dofe-2026.json'
import eds from '../../../frameworks/eds-2018.json'
import edsStandards from '../../../frameworks/eds-standards-2019.json'
import esco from '../../../frameworks/esco-1.1-era.json'
import functionalSkillsEnglish from '../../../frameworks/functional-skills-english-2024.json'
import libraryOutcomes from '../../../frameworks/library-outcomes-2016.json'
import libraryVolunteering from '../../../frameworks/library-volunteering-1.0.json'
import skillsBuilder from '../../../frameworks/skills-builder-1.0.json'
import universalLibraryOffers from '../../../frameworks/universal-library-offers-2.json'
import { nameNationalRole } from '../../roles/rules/name-national-role'
import { type Bundle, type Framework, type OwnFramework, zBundle, zFramework, zOwnFramework } from '../model'

/** The roles and skills of library volunteers, which this service publishes. */
export const ownFramework: OwnFramework = zOwnFramework.parse(libraryVolunteering)

const own = ({ skills, roles, ...document }: OwnFramework): Framework => ({
  ...{ id: document.id, version: document.version, name: document.name, publisher: document.publisher },
  ...{ sourceUrl: document.licence.url, published: document.changed.slice(0, 10), language: 'en' },
  checked: document.changed.slice(0, 10),
  nations: [],
  licence: {
    text: {
      en: `Free to use: ${document.licence.name}.`,
      cy: `Am ddim i’w ddefnyddio: ${document.licence.name}.`,
    },
    url: document.licence.url,
  },
  ids: {
    scheme: 'publisher',
    text: {
      en: 'This service is the publisher. Each entry has an identifier in a CASE package.',
      cy: 'Y gwasanaeth hwn yw’r cyhoeddwr. Mae gan bob cofnod ddynodwr mewn pecyn CASE.',
    },
  },
  note: document.description,
  items: [
    ...skills.map((skill) => ({ ...skill, kind: 'skill' as const, targetType: 'CFItem' as const })),
    ...roles.map(({ code, guid, skills: related }) => ({
      ...{ code, guid, related, kind: 'role' as const, targetType: 'CFItem' as const },
      name: { en: nameNationalRole(code, 'en'), cy: nameNationalRole(code, 'cy') },
    })),
  ],
})

/** Every framework that comes with the service, in the order in which lists show them; of one id the newest first. */
export const nationalFrameworks: readonly Framework[] = [
  own(ownFramework),
  ...z
    .array(zFramework)
    .parse([
      esco,
      skillsBuilder,
      eds,
      edsStandards,
      functionalSkillsEnglish,
      universalLibraryOffers,
      libraryOutcomes,
      dofe,
    ]),
]

export const bundles: readonly Bundle[] = z.array(zBundle).parse([sflUk])
