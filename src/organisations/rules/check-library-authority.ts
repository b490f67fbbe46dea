import data from './local-authorities.json'

type Authority = {
  readonly code: string
  readonly name: string
  readonly nation: string
  readonly type: string
  /** The county that runs the libraries of a district. */
  readonly county?: string
  readonly ended?: string
  readonly replacedBy?: readonly string[]
}

const authorities = new Map<string, Authority>(data.authorities.map((one) => [one.code, one]))

/** An authority by name and code, as a sentence names it. */
export type NamedAuthority = { readonly code: string; readonly name: string }

/**
 * Why a code is not that of a library authority:
 * - `unknown`: no authority has it
 * - `abolished`: the authority ended on `ended`; `instead` are those that took over
 * - `district`: libraries are run by the county in `instead`
 * - `not-an-authority`: Northern Ireland's libraries are one body, no district's
 * - `other-nation`: the authority is in `nation`
 */
export type AuthorityReason =
  | { readonly reason: 'unknown' }
  | {
      readonly reason: 'abolished'
      readonly name: string
      readonly ended: string
      readonly instead: readonly NamedAuthority[]
    }
  | { readonly reason: 'district'; readonly name: string; readonly instead: readonly NamedAuthority[] }
  | { readonly reason: 'not-an-authority'; readonly name: string }
  | { readonly reason: 'other-nation'; readonly name: string; readonly nation: string }

export type AuthorityCheck =
  | { readonly ok: true; readonly authority: NamedAuthority }
  | ({ readonly ok: false } & AuthorityReason)

/** Those that an authority was followed by, through every reorganisation since, as far as they run libraries. */
const findSuccessors = ({ replacedBy = [] }: Authority): Authority[] =>
  replacedBy.flatMap((code) => {
    const next = authorities.get(code)
    if (next === undefined) return []
    if (next.ended !== undefined) return findSuccessors(next)
    const county = next.county === undefined ? undefined : authorities.get(next.county)
    return [county ?? next]
  })

const named = (all: readonly Authority[]): NamedAuthority[] => all.map(({ code, name }) => ({ code, name }))

/**
 * Whether a code of the Office for National Statistics is that of an authority that runs public libraries today, in
 * the given nation: unitary, metropolitan, London, county, Welsh and Scottish councils. In two-tier England that is
 * the county, never the district. The service of Northern Ireland is one body and has no such code.
 *
 * @see ONS, Register of Geographic Codes; the list is of July 2025
 */
export const checkLibraryAuthority = (code: string, nation: string): AuthorityCheck => {
  const found = authorities.get(code.trim().toUpperCase())
  if (found === undefined) return { ok: false, reason: 'unknown' }
  const { name } = found
  if (found.ended !== undefined)
    return { ok: false, reason: 'abolished', name, ended: found.ended, instead: named(findSuccessors(found)) }
  if (found.type === 'NMD') {
    const county = authorities.get(found.county ?? '')
    return { ok: false, reason: 'district', name, instead: county ? named([county]) : [] }
  }
  if (found.type === 'NID') return { ok: false, reason: 'not-an-authority', name }
  if (found.nation !== nation) return { ok: false, reason: 'other-nation', name, nation: found.nation }
  return { ok: true, authority: { code: found.code, name } }
}
