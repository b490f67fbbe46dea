import { getAchievementDocument } from '../achievements/actions'
import { definitionGiven } from '../achievements/definitions'
import { pictureGiven } from '../achievements/images/actions'
import type { BadgeDefinition } from '../achievements/model'
import { writePractice } from '../achievements/practice'
import { getCredentialText } from '../awards/actions'
import type { Award } from '../awards/model'
import type { Deps } from '../deps'
import type { Paper } from '../documents/model'
import { wordsOfAward } from '../endorsements/actions'
import type { WordsOfAward } from '../endorsements/model'
import { getOrganisation } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { nameOf } from '../organisations/rules/name-organisation'
import { path } from '../paths'
import { getPerson } from '../people/actions'
import { ProblemError } from '../problems'
import { listRoles } from '../roles/actions'
import type { Role } from '../roles/model'
import { drawCertificate } from './draw-certificate'
import type { CertificateInput, CertificateLanguage } from './model'
import { type NamedTarget, readMeaning, readResultTargets } from './rules/read-meaning'

export type CertificateOptions = {
  /** A4 where nothing is said. */
  readonly paper?: Paper | undefined
  /** Where nothing is said: Welsh and English from a service that writes Welsh first, else English. */
  readonly language?: CertificateLanguage | undefined
}

/** The name of an organisation in both languages. */
export const namesOf = (organisation: Organisation) => ({
  en: nameOf(organisation, 'en'),
  cy: nameOf(organisation, 'cy'),
})

/** What the certificates of one organisation have in common, each looked up once. */
export type CertificateSetting = {
  readonly organisation: Organisation
  readonly network: Organisation | undefined
  readonly roles: readonly Role[]
  readonly badges: Map<string, Badge>
}

export const openSetting = async (deps: Deps, organisation: Organisation): Promise<CertificateSetting> => ({
  organisation,
  network: organisation.parentId === null ? undefined : await getOrganisation(deps, organisation.parentId),
  roles: await listRoles(deps, organisation.id),
  badges: new Map(),
})

const roleNamesOf = (roles: readonly Role[], title: string | null) => {
  if (title === null) return undefined
  const inWelsh = (one: string) => roles.find(({ titleEn }) => titleEn === one)?.titleCy ?? one
  return { en: title, cy: title.split(', ').map(inWelsh).join(', ') }
}

type Badge = Pick<CertificateInput, 'badgeName' | 'meaning' | 'badgeImage' | 'badgeImageDescription'> & {
  readonly alignments: readonly NamedTarget[]
  /** The definition that it was given under. */
  readonly definition: BadgeDefinition
}

/** What the award's badge is called and stands for in both languages, and the picture in the award's own. */
const readBadge = async (deps: Deps, organisationId: string, award: Award): Promise<Badge> => {
  const own = readMeaning(await getAchievementDocument(deps, award.achievementId))
  const other = readMeaning(await getAchievementDocument(deps, own.otherId))
  const [en, cy] = own.language === 'en' ? [own, other] : [other, own]
  const { language } = own
  const picture = await pictureGiven(deps, organisationId, award, { language, format: 'svg' })
  return {
    badgeName: { en: en.name, cy: cy.name },
    meaning: { en: en.meaning, cy: cy.meaning },
    badgeImage: new TextDecoder().decode(picture),
    badgeImageDescription: { en: en.imageDescription, cy: cy.imageDescription },
    alignments: own.alignments,
    definition: await definitionGiven(deps, organisationId, award),
  }
}

const badgeOf = async (
  deps: Deps,
  { badges, organisation }: CertificateSetting,
  award: Award,
): Promise<Badge> => {
  const known = badges.get(award.achievementId)
  if (known !== undefined) return known
  const badge = await readBadge(deps, organisation.id, award)
  badges.set(award.achievementId, badge)
  return badge
}

/** Characters of supervisors' words that a page has room for. */
const MOST_QUOTED = 700

/** The first words, as many as a page has room for: the others are on the page behind the code. */
const quote = (all: readonly WordsOfAward[]): { text: string; by: string }[] => {
  let left = MOST_QUOTED
  return all.flatMap(({ words, writerName, writerRole }) => {
    left -= words.length
    return left < 0 ? [] : [{ text: words, by: `${writerName}, ${writerRole}` }]
  })
}

/** What the certificate of an award says; `credential` is what is attached to it. */
export const writeCertificate = async (
  deps: Deps,
  setting: CertificateSetting,
  award: Award,
  said: CertificateOptions & { readonly holderName: string; readonly credential: string },
): Promise<CertificateInput> => {
  const { organisation, network, roles } = setting
  const { alignments, definition, ...badge } = await badgeOf(deps, setting, award)
  const targets = [...alignments, ...readResultTargets(said.credential)]
  const words = quote(await wordsOfAward(deps, organisation.id, award.id))
  const practice = {
    en: writePractice(targets, 'en', [definition]),
    cy: writePractice(targets, 'cy', [definition]),
  }
  return {
    paper: said.paper ?? 'a4',
    language: said.language ?? (organisation.welshFirst ? 'cy-en' : 'en'),
    themeColour: organisation.themeColour,
    holderName: said.holderName,
    ...badge,
    practice: targets.length === 0 ? undefined : practice,
    words,
    minutes: award.minutes,
    firstDate: award.firstDate,
    lastDate: award.lastDate,
    role: roleNamesOf(roles, award.roleTitle),
    service: namesOf(organisation),
    network: network && namesOf(network),
    issuedAt: award.issuedAt,
    address: deps.config.origin + path('certificate', { key: award.certificateKey }),
    credential: said.credential,
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
  const setting = await openSetting(deps, organisation)
  const said = { ...options, holderName: person.preferredName, credential }
  return drawCertificate(await writeCertificate(deps, setting, award, said), deps.assets)
}
