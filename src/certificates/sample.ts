import { drawOwnBadge } from '../achievements/images/draw-own'
import type { BadgeDefinition } from '../achievements/model'
import { writePractice } from '../achievements/practice'
import type { Deps } from '../deps'
import { localDateOf } from '../hours/rules/local-date-of'
import type { Organisation } from '../organisations/model'
import { path } from '../paths'
import { namesOf, openSetting } from './actions'
import { drawCertificate } from './draw-certificate'
import type { CertificateLanguage } from './model'
import { firstSentence } from './rules/first-sentence'

/** Minutes that a sample states: 20 hours. */
const SAMPLE_MINUTES = 1200

/**
 * The certificate that a badge would have, for a made-up name: drawn by what draws real ones. It says that it is a
 * sample, and carries no credential.
 */
export const makeSample = async (
  deps: Deps,
  organisation: Organisation,
  definition: BadgeDefinition,
  said: { readonly language: CertificateLanguage; readonly holderName: string },
): Promise<Uint8Array> => {
  const { network } = await openSetting(deps, organisation)
  const now = deps.clock.now()
  const today = localDateOf(now)
  const targets = definition.alignments.map(({ targetName, targetUrl }) => ({
    name: targetName,
    url: targetUrl,
  }))
  const practice = (language: 'en' | 'cy') => writePractice(targets, language, [definition])
  const { criteria } = definition
  const input = {
    ...said,
    paper: 'a4' as const,
    themeColour: organisation.themeColour,
    badgeName: definition.name,
    meaning: { en: firstSentence(criteria.en), cy: firstSentence(criteria.cy) },
    practice: targets.length === 0 ? undefined : { en: practice('en'), cy: practice('cy') },
    badgeImage: await drawOwnBadge(deps.assets, definition, said.language === 'en' ? 'en' : 'cy'),
    badgeImageDescription: definition.image.alt,
    ...{ minutes: SAMPLE_MINUTES, firstDate: `${today.slice(0, 4)}-01-01`, lastDate: today, role: undefined },
    service: namesOf(organisation),
    network: network && namesOf(network),
    issuedAt: now,
    address: deps.config.origin + path('verify'),
    credential: undefined,
  }
  return drawCertificate(input, deps.assets)
}
