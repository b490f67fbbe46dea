import type { RuleCondition } from '../model'
import { zRuleCondition } from '../model'

export type ConditionKind = RuleCondition['kind']

/** A condition as somebody fills it in: text as it was typed, empty for nothing. */
export type TypedCondition = {
  readonly kind: string
  readonly hours: string
  readonly number: string
  /** Codes of national roles; none stands for any role. */
  readonly roles: readonly string[]
  readonly welsh: string
  readonly exceptMicro: string
  readonly fromDay: string
  readonly fromMonth: string
  readonly toDay: string
  readonly toMonth: string
  readonly flag: string
  readonly module: string
  readonly minScore: string
  readonly withinMonths: string
  readonly roleCount: string
  readonly record: string
  readonly areas: string
  readonly faults: string
  readonly ageFrom: string
  readonly ageTo: string
  readonly role: string
}
export type ConditionField = Exclude<keyof TypedCondition, 'kind'>

export const emptyCondition: TypedCondition = {
  ...{ kind: '', hours: '', number: '', roles: [], welsh: '', exceptMicro: '', fromDay: '', fromMonth: '' },
  ...{ toDay: '', toMonth: '', flag: '', module: '', minScore: '', withinMonths: '', roleCount: '' },
  ...{ record: '', areas: '', faults: '', ageFrom: '', ageTo: '', role: '' },
}

const season = ['fromDay', 'fromMonth', 'toDay', 'toMonth'] as const

/** What each kind of condition asks to be filled in, in the order of the form. */
export const fieldsOfCondition: Readonly<Record<ConditionKind, readonly ConditionField[]>> = {
  'approved-minutes': ['hours', 'welsh', 'roles'],
  'months-with-sessions': ['number', 'roles'],
  sessions: ['number', 'exceptMicro', 'roles'],
  role: ['roles'],
  'approved-minutes-in-season': ['hours', ...season, 'roles'],
  'sessions-in-season': ['number', ...season, 'exceptMicro', 'roles'],
  'flagged-sessions': ['flag', 'number', 'roles'],
  induction: [],
  training: ['module', 'minScore', 'withinMonths'],
  claims: ['number', 'roleCount'],
  records: ['record', 'number', 'areas'],
  'error-rate': ['number', 'faults'],
  age: ['ageFrom', 'ageTo'],
  boundary: ['role'],
}
export const conditionKinds = Object.keys(fieldsOfCondition) as readonly ConditionKind[]

export type ConditionFault = 'hours' | 'number' | 'role' | 'day' | 'choice' | 'range'

type Read =
  | { readonly ok: true; readonly condition: RuleCondition }
  | {
      readonly ok: false
      readonly faults: readonly { readonly field: ConditionField; readonly fault: ConditionFault }[]
    }

/** A whole number; NaN for what is none. */
const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN)

/** Hours such as 12, 2.5 or 2,5 as whole minutes; NaN for what is none. */
const minutesOf = (text: string): number => {
  const tidy = text.trim().replace(',', '.')
  return /^\d{1,4}(\.\d{1,2})?$/.test(tidy) ? Math.round(Number(tidy) * 60) : Number.NaN
}

const optional = (text: string): number | undefined => (text.trim() === '' ? undefined : whole(text))
const two = (text: string) => text.trim().padStart(2, '0')

/** Whether every year, a leap year too, may have this day. */
const isDay = (month: string, day: string): boolean => {
  const [m, d] = [whole(month), whole(day)]
  return m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(2024, m, 0)).getUTCDate()
}

const without = <T extends object>(value: T): T =>
  // Only keys whose value is undefined are left out.
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T

/** The condition as data, before it is looked at. */
const shapeOf = (typed: TypedCondition): unknown => {
  const roles = typed.roles.length === 0 ? undefined : typed.roles
  const within = {
    from: `${two(typed.fromMonth)}-${two(typed.fromDay)}`,
    to: `${two(typed.toMonth)}-${two(typed.toDay)}`,
  }
  const [hours, number] = [minutesOf(typed.hours), whole(typed.number)]
  const exceptMicro = typed.exceptMicro === 'yes' ? true : undefined
  const shapes: Readonly<Record<ConditionKind, object>> = {
    'approved-minutes': { atLeast: hours, roles, language: typed.welsh === 'yes' ? 'cy' : undefined },
    'months-with-sessions': { atLeast: number, roles },
    sessions: { atLeast: number, roles, exceptMicro },
    role: { anyOf: typed.roles },
    'approved-minutes-in-season': { season: within, atLeast: hours, roles },
    'sessions-in-season': { season: within, atLeast: number, roles, exceptMicro },
    'flagged-sessions': { flag: typed.flag, atLeast: number, roles },
    induction: {},
    training: {
      module: typed.module,
      minScore: optional(typed.minScore),
      withinMonths: optional(typed.withinMonths),
    },
    claims: { atLeast: number, roles: whole(typed.roleCount) },
    records: { record: typed.record, atLeast: number, areas: optional(typed.areas) },
    'error-rate': { record: 'items-checked', atLeast: number, mostPerHundred: whole(typed.faults) },
    age: { from: whole(typed.ageFrom), to: whole(typed.ageTo) },
    boundary: { role: typed.role },
  }
  const shape = conditionKinds.find((kind) => kind === typed.kind)
  return shape && without({ kind: shape, ...shapes[shape] })
}

/** The field and the fault that a part of a condition stands for. */
const faultAt = (at: PropertyKey | undefined, kind: string): [ConditionField, ConditionFault] => {
  switch (at) {
    case 'atLeast':
      return kind.startsWith('approved-minutes') ? ['hours', 'hours'] : ['number', 'number']
    case 'anyOf':
      return ['roles', 'role']
    case 'roles':
      return kind === 'claims' ? ['roleCount', 'number'] : ['roles', 'role']
    case 'mostPerHundred':
      return ['faults', 'number']
    case 'minScore':
    case 'withinMonths':
    case 'areas':
      return [at, 'number']
    case 'from':
      return ['ageFrom', 'number']
    case 'to':
      return ['ageTo', 'number']
    case 'flag':
    case 'module':
    case 'record':
    case 'role':
      return [at, 'choice']
    default:
      return ['number', 'number']
  }
}

/** Reads a condition that somebody filled in. Every field at fault is named; a kind that there is none of has none. */
export const readCondition = (typed: TypedCondition): Read => {
  const days = typed.kind.endsWith('-in-season')
    ? (
        [
          ['fromDay', isDay(typed.fromMonth, typed.fromDay)],
          ['toDay', isDay(typed.toMonth, typed.toDay)],
        ] as const
      ).flatMap(([field, good]) => (good ? [] : [{ field, fault: 'day' as const }]))
    : []
  const parsed = zRuleCondition.safeParse(shapeOf(typed))
  const others = parsed.success
    ? []
    : parsed.error.issues
        .filter(({ path }) => path[0] !== 'season')
        .map(({ path }) => faultAt(path[0], typed.kind))
        .map(([field, fault]) => ({ field, fault }))
  const crossed =
    parsed.success && parsed.data.kind === 'age' && parsed.data.from > parsed.data.to
      ? [{ field: 'ageTo' as const, fault: 'range' as const }]
      : []
  const faults = [...days, ...others, ...crossed]
  return parsed.success && faults.length === 0 ? { ok: true, condition: parsed.data } : { ok: false, faults }
}

/** Hours of minutes as they are typed, such as 2.5. */
const hoursOf = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100)

/** A condition as it would have been filled in. */
export const typeCondition = (condition: RuleCondition): TypedCondition => {
  const { kind } = condition
  const typed = { ...emptyCondition, kind }
  const atLeast = 'atLeast' in condition ? condition.atLeast : 0
  const number = kind.startsWith('approved-minutes')
    ? { hours: hoursOf(atLeast) }
    : { number: String(atLeast) }
  const roles = 'roles' in condition && Array.isArray(condition.roles) ? condition.roles : []
  const text = (value: number | undefined) => (value === undefined ? '' : String(value))
  switch (condition.kind) {
    case 'approved-minutes':
      return { ...typed, ...number, roles, welsh: condition.language === undefined ? '' : 'yes' }
    case 'months-with-sessions':
      return { ...typed, ...number, roles }
    case 'sessions':
      return { ...typed, ...number, roles, exceptMicro: condition.exceptMicro ? 'yes' : '' }
    case 'role':
      return { ...typed, roles: condition.anyOf }
    case 'approved-minutes-in-season':
    case 'sessions-in-season': {
      const { from, to } = condition.season
      const part = (day: string, start: number) => String(Number(day.slice(start, start + 2)))
      const exceptMicro = 'exceptMicro' in condition && condition.exceptMicro ? 'yes' : ''
      return {
        ...{ ...typed, ...number, roles, exceptMicro, fromDay: part(from, 3), fromMonth: part(from, 0) },
        ...{ toDay: part(to, 3), toMonth: part(to, 0) },
      }
    }
    case 'flagged-sessions':
      return { ...typed, ...number, roles, flag: condition.flag }
    case 'induction':
      return typed
    case 'training': {
      const { module, minScore, withinMonths } = condition
      return { ...typed, module, minScore: text(minScore), withinMonths: text(withinMonths) }
    }
    case 'claims':
      return { ...typed, ...number, roleCount: String(condition.roles) }
    case 'records':
      return { ...typed, ...number, record: condition.record, areas: text(condition.areas) }
    case 'error-rate':
      return { ...typed, ...number, faults: String(condition.mostPerHundred) }
    case 'age':
      return { ...typed, ageFrom: String(condition.from), ageTo: String(condition.to) }
    case 'boundary':
      return { ...typed, role: condition.role }
  }
}
