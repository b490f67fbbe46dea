import { recordAudit } from '../../audit/actions'
import { asSystem, withOrganisation } from '../../database/scope'
import type { Deps } from '../../deps'
import { BakeError, readPicture } from '../../openbadges/bake'
import { sha256, toHex } from '../../openbadges/canonicalise'
import { ProblemError } from '../../problems'
import { stripMetadata } from '../../skills/rules/strip-metadata'
import type { Logo, Looks, Organisation } from '../model'
import { contrastOf, LEAST_CONTRAST } from '../rules/readable-colour'
import { grounds } from '../rules/write-theme'
import { updateLooks } from './store'

/** 200 kB: it is on every page. */
export const LARGEST_LOGO = 200_000

const fileOf = (organisationId: string, hash: string) => `logos/${organisationId}/${hash}`

const refuse = (field: string, message: string): never => {
  throw new ProblemError('invalid-input', { fields: [{ field, message }] })
}

const typeOf = (bytes: Uint8Array): Logo['mediaType'] => {
  try {
    return readPicture(bytes)
  } catch (error) {
    if (error instanceof BakeError) return refuse('logo', error.code)
    throw error
  }
}

/** Keeps a logo without what its file says beside its picture. Throws `invalid-input` for one that is not safe. */
const keepLogo = async (deps: Deps, organisationId: string, bytes: Uint8Array): Promise<Logo> => {
  if (bytes.length > LARGEST_LOGO) return refuse('logo', 'image-too-large')
  const mediaType = typeOf(bytes)
  const content = stripMetadata(bytes, mediaType) ?? refuse('logo', 'png-truncated')
  const hash = toHex(await sha256(content))
  await deps.files.put(fileOf(organisationId, hash), content)
  return { sha256: hash, mediaType }
}

/**
 * Changes what an organisation looks like. Throws `invalid-input` for a colour that cannot be read, and for a logo that
 * is too large, no picture, or not safe to show.
 */
export const changeLooks = async (
  deps: Deps,
  organisation: Organisation,
  wanted: {
    readonly themeColour: string
    readonly accentColour: string | null
    /** A new logo; null takes it off, undefined leaves it as it is. */
    readonly logo: Uint8Array | null | undefined
  },
  actor: string,
): Promise<void> => {
  const { themeColour, accentColour } = wanted
  if (contrastOf(themeColour, grounds.head) < LEAST_CONTRAST) refuse('colour', 'contrast')
  if (accentColour !== null && contrastOf(accentColour, grounds.day) < LEAST_CONTRAST)
    refuse('accent', 'contrast')
  const logo =
    wanted.logo === undefined
      ? organisation.logo
      : wanted.logo && (await keepLogo(deps, organisation.id, wanted.logo))
  const looks: Looks = { themeColour, accentColour, logo }
  await asSystem(deps.db, (scope) => updateLooks(scope, organisation.id, looks))
  await withOrganisation(deps.db, organisation.id, (scope) =>
    recordAudit(scope, {
      ...{ id: deps.random.uuid(), actor, action: 'organisation.looks-changed' },
      ...{ subjectType: 'organisation', subjectId: organisation.id },
    }),
  )
}

/** The file of a logo. Throws `not-found`. */
export const readLogo = async (deps: Deps, organisation: Organisation): Promise<Uint8Array> => {
  const { logo } = organisation
  const content = logo && (await deps.files.get(fileOf(organisation.id, logo.sha256)))
  if (!content) throw new ProblemError('not-found')
  return content
}
