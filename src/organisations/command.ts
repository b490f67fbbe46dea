import type { Deps } from '../deps'
import { ProblemError } from '../problems'
import { addBranch, addMembership, createOrganisation, getOrganisationBySlug } from './actions'
import { authorityText } from './authority-text'
import { chooseJwtAlgorithm } from './jwt/actions'
import { libraryTypes, membershipRoles, type Organisation, zJwtAlgorithm, zNewOrganisation } from './model'
import { checkLibraryAuthority } from './rules/check-library-authority'

export const addHelp = `Usage: colophon add network --slug SLUG --name NAME --nation NATION
       colophon add service --network SLUG --slug SLUG --name NAME --nation NATION [--authority CODE]
       colophon add branch --organisation SLUG --name NAME --type TYPE
       colophon add member --organisation SLUG --email ADDRESS --role ROLE

Makes a network, a library service in it with its signing keys, a branch of a service, or lets somebody in.

  --slug SLUG        part of public addresses and of every badge, such as northmere: it never changes
  --name-cy NAME     the name in Welsh
  --nation NATION    England, Wales, Scotland or Northern Ireland
  --authority CODE   code of the council that runs the libraries, such as E10000012; the county, not a district.
                     Northern Ireland's libraries are one body and have none
  --welsh-first      Welsh is written and shown first
  --url ADDRESS      web site of the service
  --colour COLOUR    colour of its pages and certificates, such as #1d4f5c
  --type TYPE        LAL, LAL-, CL, CRL or IL, as the national statistics name the types of library
  --role ROLE        coordinator, head, dpo, union, supervisor, assessor or analyst

The address of a new member is enough: they sign in by a link that is mailed to it.
`

export const rotateHelp = `Usage: colophon rotate keys --organisation SLUG
       colophon rotate compromised --organisation SLUG --key KEY --since INSTANT
       colophon rotate jwt --organisation SLUG --algorithm RS256|ES256|EdDSA

keys gives an organisation new signing keys. They are published at once and sign ten minutes later. The old keys stay
published: what they signed stays valid.

compromised says that somebody else may have had KEY (such as key-1) since INSTANT (such as 2026-11-24T09:00:00Z). It
signs no more, and what it signed since then no longer verifies.

jwt chooses how the JWT form of badges is signed: ES256 unless chosen. A new RSA key is published at once and signs ten
minutes later.
`

/** The options of `add`, as they were typed. */
export type AddOptions = { readonly [name in AddOption]?: string | boolean | undefined }
export const addOptions = {
  network: { type: 'string' },
  organisation: { type: 'string' },
  slug: { type: 'string' },
  name: { type: 'string' },
  'name-cy': { type: 'string' },
  nation: { type: 'string' },
  authority: { type: 'string' },
  'welsh-first': { type: 'boolean' },
  url: { type: 'string' },
  colour: { type: 'string' },
  type: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  help: { type: 'boolean' },
} as const
type AddOption = keyof typeof addOptions

/** The first colour of a service: dark enough for white text. */
const FIRST_COLOUR = '#1d4f5c'

const refuse = (field: string, message: string) =>
  new ProblemError('invalid-input', { fields: [{ field: `--${field}`, message }] })

const textOf = (options: AddOptions, name: AddOption): string => {
  const value = options[name]
  if (typeof value !== 'string' || value.trim() === '') throw refuse(name, 'is missing.')
  return value.trim()
}

const oneOf = <T extends string>(options: AddOptions, name: AddOption, known: readonly T[]): T => {
  const value = textOf(options, name)
  const found = known.find((one) => one === value)
  if (found === undefined) throw refuse(name, `"${value}" is not one of ${known.join(', ')}.`)
  return found
}

const authorityOf = (options: AddOptions, nation: string): string | null => {
  if (options.authority === undefined) return null
  const checked = checkLibraryAuthority(textOf(options, 'authority'), nation)
  if (!checked.ok) throw refuse('authority', authorityText.en(checked))
  return checked.authority.code
}

const addOrganisation = async (
  deps: Deps,
  kind: Organisation['kind'],
  options: AddOptions,
): Promise<string> => {
  const network =
    kind === 'service' ? await getOrganisationBySlug(deps, textOf(options, 'network')) : undefined
  if (network !== undefined && network.kind !== 'network')
    throw refuse('network', `"${network.slug}" is a service.`)
  const nation = oneOf(options, 'nation', zNewOrganisation.shape.nation.options)
  const slug = textOf(options, 'slug')
  const read = zNewOrganisation.safeParse({
    kind,
    parentId: network?.id ?? null,
    slug,
    nameEn: textOf(options, 'name'),
    nameCy: options['name-cy'] ?? null,
    nation,
    gssCode: authorityOf(options, nation),
    welshFirst: options['welsh-first'] === true,
    demo: false,
    url: options.url ?? null,
    themeColour: options.colour ?? FIRST_COLOUR,
  })
  if (!read.success) {
    const fields = read.error.issues.map(({ path: [field], message }) => ({ field: String(field), message }))
    throw new ProblemError('invalid-input', { fields })
  }
  await createOrganisation(deps, read.data)
  return `${read.data.nameEn} is there, at /organisations/${slug}.\n`
}

/** `add WHAT`: makes what an organisation consists of, and gives the sentence that says so. */
export const runAddCommand = async (deps: Deps, what: string, options: AddOptions): Promise<string> => {
  if (what === 'network' || what === 'service') return addOrganisation(deps, what, options)
  const organisation = await getOrganisationBySlug(deps, textOf(options, 'organisation'))
  if (what === 'branch') {
    const name = textOf(options, 'name')
    await addBranch(deps, organisation.id, { name, libraryType: oneOf(options, 'type', libraryTypes) })
    return `${name} is there.\n`
  }
  const email = textOf(options, 'email')
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw refuse('email', `"${email}" is no e-mail address.`)
  const roles = membershipRoles.filter((role) => role !== 'volunteer')
  await addMembership(deps, organisation.id, { email, role: oneOf(options, 'role', roles) })
  return `${email} may sign in.\n`
}

export const addable = ['network', 'service', 'branch', 'member'] as const

/** Chooses how an organisation signs JWTs. Gives the line to print; throws `invalid-input`. */
export const runJwtCommand = async (
  deps: Deps,
  organisation: Organisation,
  name: string,
  actor: string,
): Promise<string> => {
  const algorithm = zJwtAlgorithm.safeParse(name)
  if (!algorithm.success) throw refuse('algorithm', 'is RS256, ES256 or EdDSA.')
  const added = await chooseJwtAlgorithm(deps, organisation, algorithm.data, actor)
  return `JWTs: ${algorithm.data}.${added === undefined ? '' : ` ${added} signs in ten minutes.`}\n`
}
