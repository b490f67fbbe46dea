import type { AuthorityReason, NamedAuthority } from './rules/check-library-authority'

const listNames = (all: readonly NamedAuthority[], or: string) =>
  all.map(({ code, name }) => `${code} (${name})`).join(or)

const en = (why: AuthorityReason): string => {
  switch (why.reason) {
    case 'unknown':
      return 'no council has this code.'
    case 'abolished':
      return `${why.name} ended on ${why.ended}. Libraries there are run by ${listNames(why.instead, ' or ')}.`
    case 'district':
      return `${why.name} is a district. Its libraries are run by the county: ${listNames(why.instead, ' or ')}.`
    case 'not-an-authority':
      return `${why.name} runs no libraries: those of Northern Ireland are one body, without a code.`
    case 'other-nation':
      return `${why.name} is in ${why.nation}.`
  }
}

const cy: typeof en = (why) => {
  switch (why.reason) {
    case 'unknown':
      return 'nid oes gan yr un cyngor y cod hwn.'
    case 'abolished':
      return `daeth ${why.name} i ben ar ${why.ended}. Rhedir y llyfrgelloedd yno gan ${listNames(why.instead, ' neu ')}.`
    case 'district':
      return `dosbarth yw ${why.name}. Rhedir ei lyfrgelloedd gan y sir: ${listNames(why.instead, ' neu ')}.`
    case 'not-an-authority':
      return `nid yw ${why.name} yn rhedeg llyfrgelloedd: un corff, heb god, yw rhai Gogledd Iwerddon.`
    case 'other-nation':
      return `mae ${why.name} yn ${why.nation}.`
  }
}

/** Why a code is not that of a library authority, in words that name the county or the successor. */
export const authorityText = { en, cy }
