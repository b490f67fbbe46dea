import type { EvidenceRow, SessionFlag } from '../../evidence/model'
import type { SessionFact } from '../../hours/model'
import type { Birth } from '../../people/holds/model'
import { ageOn } from '../../people/rules/age-on'
import { countSessions } from './count-sessions'
import type { ClaimFact, Facts, RecordFact, Standing } from './facts'
import { lastDayOf } from './recognise-record'

/** What the rooms know of one person. */
export type Known = {
  /** Approved sessions, in any order. */
  readonly sessions: readonly SessionFact[]
  readonly evidence: readonly EvidenceRow[]
  readonly claims: readonly ClaimFact[]
  readonly inducted: boolean
  readonly trainings: Facts['trainings']
  /** Decisions that another room keeps. */
  readonly decisions: readonly RecordFact[]
  readonly age: Facts['age']
  readonly openDisputes: number
  readonly standing: Standing
}

/** What they know of the service. */
export type KnownOfService = {
  readonly codeOf: (roleId: string) => string | undefined
  readonly boundaries: readonly string[]
  /** Today, YYYY-MM-DD. */
  readonly today: string
}

const flagOf = { 'session-intergenerational': 'intergenerational', 'session-welsh': 'welsh' } as const

/** Everything that the rules of badges may ask about one person; `badge` is what reflections may be bound to. */
export const buildFacts = (known: Known, service: KnownOfService): Facts => {
  const flags = new Map<string, SessionFlag[]>()
  const records = [...known.decisions]
  const trainings = [...known.trainings]
  let { inducted } = known
  for (const { kind, onDay, module, score, count, faults, area, badgeCode } of known.evidence) {
    if (onDay > service.today) continue
    if (kind === 'induction') inducted = true
    else if (kind === 'training') {
      if (module !== null) trainings.push({ module, on: onDay, score, validUntil: lastDayOf(module, onDay) })
    } else if (kind === 'session-intergenerational' || kind === 'session-welsh')
      flags.set(onDay, [...(flags.get(onDay) ?? []), flagOf[kind]])
    else records.push({ kind, count, faults, area, badgeCode })
  }
  return {
    sessions: countSessions(known.sessions, service.codeOf, (day) => flags.get(day) ?? none),
    trainings,
    inducted,
    claims: known.claims,
    records,
    age: known.age,
    boundaries: service.boundaries,
    openDisputes: known.openDisputes,
    standing: known.standing,
    today: service.today,
  }
}

const none: readonly SessionFlag[] = []

/** The ages that somebody may have on a day: two where only the year of their birth is known. */
export const agesOf = (birth: Birth, today: string): Facts['age'] => {
  const least = ageOn(birth, today)
  if (least === undefined) return undefined
  const most = birth.date === null ? Number(today.slice(0, 4)) - (birth.year ?? 0) : least
  return { least, most }
}
