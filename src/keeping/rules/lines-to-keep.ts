import type { Matter } from '../model'

type Person = { readonly preferredName: string; readonly email: string | null }
type Session = {
  readonly localDate: string
  readonly minutes: number
  readonly roleTitleEn: string
  readonly branchName: string | null
}

/**
 * The part of a record that an open complaint or accident needs, and no more: the name, how to reach the person, the
 * sessions of the days that are named.
 */
export const linesToKeep = (
  matter: Pick<Matter, 'needsName' | 'needsContact' | 'needsSessions' | 'firstDate' | 'lastDate'>,
  person: Person,
  sessions: readonly Session[],
): string[] => [
  ...(matter.needsName ? [person.preferredName] : []),
  ...(matter.needsContact && person.email !== null ? [person.email] : []),
  ...(matter.needsSessions
    ? sessions
        .filter(
          ({ localDate }) => localDate >= (matter.firstDate ?? '') && localDate <= (matter.lastDate ?? ''),
        )
        .map(({ localDate, minutes, roleTitleEn, branchName }) =>
          [localDate, `${minutes} min`, roleTitleEn, branchName].filter(Boolean).join(', '),
        )
    : []),
]
