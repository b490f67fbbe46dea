import type { SessionFact } from '../model'

/** What makes two records the same session (rule HR-04): person, role, day, start, end and minutes. */
export const sessionKey = (fact: SessionFact): string =>
  [
    fact.personId,
    fact.roleId,
    fact.localDate,
    fact.startedAt?.getTime() ?? '',
    fact.endedAt?.getTime() ?? '',
    fact.minutes,
  ].join(' ')
