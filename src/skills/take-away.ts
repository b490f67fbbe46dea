import type { Deps } from '../deps'
import { drawReport } from '../documents/draw-report'
import type { Report } from '../documents/model'
import { getFrameworkItem } from '../frameworks/actions'
import { alignToItem } from '../frameworks/alignments'
import type { Organisation } from '../organisations/model'
import { nameOf } from '../organisations/rules/name-organisation'
import { getPerson } from '../people/actions'
import { listRoles } from '../roles/actions'
import { listClaims } from './record'
import { composeSkillsRecord, type RecordedSkill } from './rules/compose-skills-record'

const loadSkills = async (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  language: 'en' | 'cy',
): Promise<RecordedSkill[]> => {
  const claims = await listClaims(deps, organisation.id, personId)
  const roles = await listRoles(deps, organisation.id)
  return Promise.all(
    claims.map(async ({ alignments, ...claim }) => {
      const role = roles.find(({ id }) => id === claim.roleId)
      return {
        ...claim,
        role: role && ((language === 'cy' ? role.titleCy : null) ?? role.titleEn),
        alignments: await Promise.all(
          alignments.map(async (link) => ({ ...link, found: await getFrameworkItem(deps, link) })),
        ),
      }
    }),
  )
}

/** The skills of a person as pages to read and print. Throws `not-found`. */
export const writeSkillsRecord = async (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  language: 'en' | 'cy',
): Promise<Report> => {
  const person = await getPerson(deps, organisation.id, personId)
  return composeSkillsRecord({
    skills: await loadSkills(deps, organisation, personId, language),
    ...{ language, holderName: person.preferredName, service: nameOf(organisation, language) },
    ...{ themeColour: organisation.themeColour, at: deps.clock.now() },
  })
}

/** The same as a PDF. Throws as `writeSkillsRecord` does. */
export const drawSkillsRecord = async (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  language: 'en' | 'cy',
): Promise<Uint8Array> =>
  drawReport(await writeSkillsRecord(deps, organisation, personId, language), deps.assets)

/** The skills of a person as data of their own, to take along; who confirmed stays with the service. */
export const skillsAsData = async (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  language: 'en' | 'cy',
) => {
  const skills = await loadSkills(deps, organisation, personId, language)
  return {
    service: nameOf(organisation, language),
    writtenAt: deps.clock.now().toISOString(),
    note: 'A record of volunteering. No entry is a qualification.',
    skills: skills.map((skill) => ({
      ...{ title: skill.title, context: skill.context, role: skill.role ?? null, status: skill.status },
      ...{ state: skill.state, recordedAt: skill.createdAt.toISOString(), approvedMinutes: skill.minutes },
      evidence: skill.evidence.map(({ kind, words, url, fileName, mediaType, sha256 }) => ({
        ...{ kind, words, url, fileName, mediaType, sha256 },
      })),
      alignments: skill.alignments.map(({ found, strength, version }) => ({
        ...{ ...alignToItem(found, deps.config.origin, language), strength, frameworkVersion: version },
      })),
      history: skill.events.map(({ kind, at, words, detail }) => ({
        ...{ kind, at: at.toISOString(), words },
        ...(kind === 'assessed' ? { assessment: detail } : {}),
      })),
    })),
  }
}
