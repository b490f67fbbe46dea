import { getAchievementDocument } from '../achievements/actions'
import { nameBadgeImage } from '../achievements/rules/name-badge-image'
import { getCredentialText } from '../awards/actions'
import type { Award } from '../awards/model'
import type { Deps } from '../deps'
import type { Paper } from '../documents/model'
import { getOrganisation } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { nameOf } from '../organisations/rules/name-organisation'
import { path } from '../paths'
import { getPerson } from '../people/actions'
import { ProblemError } from '../problems'
import { listRoles } from '../roles/actions'
import { drawCertificate } from './draw-certificate'
import type { CertificateLanguage } from './model'
import { readMeaning } from './rules/read-meaning'

export type CertificateOptions = {
  /** A4 where nothing is said. */
  readonly paper?: Paper | undefined
  /** Where nothing is said: Welsh and English from a service that writes Welsh first, else English. */
  readonly language?: CertificateLanguage | undefined
}

const namesOf = (organisation: Organisation) => ({
  en: nameOf(organisation, 'en'),
  cy: nameOf(organisation, 'cy'),
})

const roleNamesOf = async (deps: Deps, organisationId: string, title: string | null) => {
  if (title === null) return undefined
  const role = (await listRoles(deps, organisationId)).find(({ titleEn }) => titleEn === title)
  return { en: title, cy: role?.titleCy ?? title }
}

/** What the award's badge is called and stands for in both languages, and the picture in the award's own. */
const badgeOf = async (deps: Deps, award: Award) => {
  const own = readMeaning(await getAchievementDocument(deps, award.achievementId))
  const other = readMeaning(await getAchievementDocument(deps, own.otherId))
  const [en, cy] = own.language === 'en' ? [own, other] : [other, own]
  return {
    badgeName: { en: en.name, cy: cy.name },
    meaning: { en: en.meaning, cy: cy.meaning },
    badgeImage: nameBadgeImage(award.definitionCode, own.language, 'svg'),
    badgeImageDescription: { en: en.imageDescription, cy: cy.imageDescription },
  }
}

/**
 * The certificate of an award as a PDF. Throws `conflict` for an award that is suspended or was taken back, and `not-found` for one of
 * another organisation.
 */
export const makeCertificate = async (
  deps: Deps,
  organisation: Organisation,
  award: Award,
  options: CertificateOptions = {},
): Promise<Uint8Array> => {
  if (award.status !== 'valid') {
    throw new ProblemError('conflict', {
      detail: 'This badge is suspended or was taken back, so no certificate can be made of it.',
    })
  }
  const credential = await getCredentialText(deps, organisation.id, award.id)
  const person = await getPerson(deps, organisation.id, award.personId)
  const network =
    organisation.parentId === null ? undefined : await getOrganisation(deps, organisation.parentId)
  return drawCertificate(
    {
      paper: options.paper ?? 'a4',
      language: options.language ?? (organisation.welshFirst ? 'cy-en' : 'en'),
      themeColour: organisation.themeColour,
      holderName: person.preferredName,
      ...(await badgeOf(deps, award)),
      minutes: award.minutes,
      firstDate: award.firstDate,
      lastDate: award.lastDate,
      role: await roleNamesOf(deps, organisation.id, award.roleTitle),
      service: namesOf(organisation),
      network: network && namesOf(network),
      issuedAt: award.issuedAt,
      address: deps.config.origin + path('certificate', { key: award.certificateKey }),
      credential,
    },
    deps.assets,
  )
}
