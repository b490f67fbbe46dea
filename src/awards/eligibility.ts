import { gatherFacts } from '../achievements/facts/actions'
import type { BadgeDefinition } from '../achievements/model'
import { asksForClaims } from '../achievements/rules/asks-for-claims'
import { type BadgeStanding, standForBadge } from '../achievements/rules/stand-for-badge'
import { sumForBadge } from '../achievements/rules/sum-for-badge'
import { getBadge } from '../achievements/settings/actions'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { getFrameworkItem } from '../frameworks/actions'
import { alignToItem } from '../frameworks/alignments'
import { strengths } from '../frameworks/model'
import { describeAlignment } from '../frameworks/rules/describe-alignment'
import { ledgerHeads } from '../hours/actions'
import { localDateOf } from '../hours/rules/local-date-of'
import { listActivePeople } from '../people/actions'
import { holdsOf } from '../people/holds/actions'
import type { Hold } from '../people/holds/model'
import type { ConfirmedClaim } from '../skills/actions'
import type { ItemLink } from '../skills/model'
import type { Candidate, ChosenSkills, Recipient, SkillAlignment } from './model'
import { selectHolders } from './store'

/** What one person's approved sessions come to for a badge: figures for lists. */
type SessionFigures = {
  readonly minutes: number
  /** First and last day, YYYY-MM-DD; undefined without a session. */
  readonly firstDate: string | undefined
  readonly lastDate: string | undefined
}

/** How each of some people stands for a badge at this moment; `personIds` left out stands for everybody. */
const standingsFor = async (
  deps: Deps,
  organisationId: string,
  definition: BadgeDefinition,
  personIds?: readonly string[],
) => {
  const gathered = await gatherFacts(deps, organisationId, personIds)
  return (personId: string) => {
    const facts = gathered.of(personId)
    const sum = sumForBadge(definition.rule, facts.sessions)
    const days = gathered.daysOf(personId)
    return {
      ...standForBadge(definition, facts),
      minutes: sum.minutes,
      firstDate: sum.firstDate ?? days.at(0),
      lastDate: sum.lastDate ?? days.at(-1),
      claims: asksForClaims(definition.rule) ? gathered.claimsOf(personId) : [],
      roles: sum.roleCodes.flatMap(
        (code) => [...gathered.roles.values()].find(({ nationalCode }) => nationalCode === code) ?? [],
      ),
    }
  }
}

type Eligibility = BadgeStanding &
  SessionFigures & {
    readonly personId: string
    readonly name: string
    readonly roleTitle: string | null
    /** Their confirmed skills, for a badge that names some. */
    readonly claims: readonly ConfirmedClaim[]
    /** Why the badge has to wait although it is earned: a consent is missing. */
    readonly hold?: Hold
  }

/**
 * How everyone who volunteers now stands for a badge, or those of some people who do, by name; nobody who holds it
 * already.
 */
export const badgeEligibility = async (
  deps: Deps,
  organisationId: string,
  code: string,
  personIds?: readonly string[],
): Promise<Eligibility[]> => {
  const standingOf = await standingsFor(
    deps,
    organisationId,
    (await getBadge(deps, organisationId, code)).definition,
    personIds,
  )
  const asked = personIds && new Set(personIds)
  const active = await listActivePeople(deps, organisationId)
  const people = active.filter(({ id }) => asked?.has(id) ?? true)
  const ids = people.map(({ id }) => id)
  const holders = await withOrganisation(deps.db, organisationId, (scope) =>
    selectHolders(scope, code, ids, deps.clock.now()),
  )
  const standings = people
    .filter(({ id }) => !holders.has(id))
    .map(({ id, preferredName }) => {
      const { roles, ...standing } = standingOf(id)
      const roleTitle = roles.length === 1 ? (roles[0]?.titleEn ?? null) : null
      return { ...standing, personId: id, name: preferredName, roleTitle }
    })
  const earned = standings.filter(({ eligible }) => eligible).map(({ personId }) => personId)
  const holds = await holdsOf(deps, organisationId, earned, 'role')
  return standings.map((standing) => {
    const hold = holds.get(standing.personId)?.hold
    return hold === undefined ? standing : { ...standing, hold }
  })
}

/** What confirmed skills are aligned to, each item once with the most that is said of it. */
const alignSkills = async (
  deps: Deps,
  claims: readonly ConfirmedClaim[],
  language: 'en' | 'cy',
): Promise<SkillAlignment[]> => {
  const links = new Map<string, ItemLink>()
  for (const link of claims.flatMap(({ alignments }) => alignments)) {
    const key = `${link.framework} ${link.version} ${link.code}`
    const known = links.get(key)
    if (known === undefined || strengths.indexOf(link.strength) > strengths.indexOf(known.strength))
      links.set(key, link)
  }
  return Promise.all(
    [...links.values()].map(async (link) => {
      const alignment = alignToItem(await getFrameworkItem(deps, link), deps.config.origin, language)
      const targetDescription = describeAlignment(alignment.targetName, link.strength, language)
      return { ...alignment, targetDescription }
    }),
  )
}

/** Those of the people who have earned a badge by what is approved at this moment, with the skills that it names. */
export const candidatesAmong = async (
  deps: Deps,
  organisationId: string,
  definition: BadgeDefinition,
  { people, skills }: { readonly people: readonly Recipient[]; readonly skills: ChosenSkills },
): Promise<Candidate[]> => {
  const ids = people.map(({ personId }) => personId)
  // Before the hours are counted: what changes in between is then found to be later.
  const ledgerOf = await ledgerHeads(deps, organisationId, ids)
  const standingOf = await standingsFor(deps, organisationId, definition, ids)
  const today = localDateOf(deps.clock.now())
  const earned = people.flatMap((person) => {
    const standing = standingOf(person.personId)
    return standing.eligible ? [{ person, standing }] : []
  })
  const candidateOf = async ({ person, standing }: (typeof earned)[number]): Promise<Candidate> => {
    const { minutes, roles, claims, firstDate = today, lastDate = today } = standing
    const chosen = skills[person.personId]
    const named = claims.filter(({ claimId }) => chosen?.includes(claimId) ?? true)
    const alignments = await alignSkills(deps, named, person.language)
    const titles = roles.map((role) => (person.language === 'cy' ? role.titleCy : null) ?? role.titleEn)
    const roleTitle = titles.length === 0 || titles.length > MOST_ROLES ? null : titles.join(', ')
    return {
      ...{ ...person, minutes, firstDate, lastDate, roleTitle, ledger: ledgerOf(person.personId) },
      ...(alignments.length === 0 ? {} : { skills: alignments }),
    }
  }
  return Promise.all(earned.map(candidateOf))
}

/** Roles that a badge names; where there were more it names none. */
const MOST_ROLES = 6
