import type { Deps } from '../deps'
import { buildStatusListCredential } from '../openbadges/build'
import { signDocument } from '../openbadges/proof'
import {
  createStatusBits,
  encodeStatusList,
  MINIMUM_ENTRIES,
  writeStatusBit,
} from '../openbadges/status-list'
import { path } from '../paths'
import { ProblemError } from '../problems'
import type { Instance } from './instances'
import { type StatusPurpose, statusPurposes } from './model'

/** The lists of this process: every credential has the same place in each. */
const bits: Readonly<Record<StatusPurpose, Uint8Array>> = {
  revocation: createStatusBits(),
  suspension: createStatusBits(),
}
const placeOf = new Map<string, number>()
const taken = new Set<number>()
/** The signed lists as they were last asked for; one that changes is signed anew. */
const signed = new Map<string, string>()

const draw = (): number => {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return value % MINIMUM_ENTRIES
}

/**
 * Gives a credential a place that nobody can guess, and one that no other has. Throws `conflict` for an id that has
 * a place and `not-available` when half of all places are taken.
 */
export const takePlace = (credentialId: string): number => {
  if (placeOf.has(credentialId)) {
    throw new ProblemError('conflict', { detail: 'A credential with this id has been issued.' })
  }
  if (taken.size >= MINIMUM_ENTRIES / 2) throw new ProblemError('not-available')
  let place = draw()
  while (taken.has(place)) place = draw()
  taken.add(place)
  placeOf.set(credentialId, place)
  return place
}

const addressOf = (deps: Deps, purpose: StatusPurpose): string =>
  `${deps.config.origin}${path('vcApiStatusList', { purpose })}`

/** The entries that say where the status of a place is to be looked up. */
export const buildStatusEntries = (deps: Deps, place: number) =>
  statusPurposes.map((statusPurpose) => ({
    id: `${addressOf(deps, statusPurpose)}#${place}`,
    type: 'BitstringStatusListEntry',
    statusPurpose,
    statusListIndex: String(place),
    statusListCredential: addressOf(deps, statusPurpose),
  }))

/** Sets or clears the status of a credential that was issued here. Throws `not-found`. */
export const setStatus = (credentialId: string, purpose: StatusPurpose, status: boolean): void => {
  const place = placeOf.get(credentialId)
  if (place === undefined) {
    throw new ProblemError('not-found', { detail: 'No credential with this id was issued here.' })
  }
  writeStatusBit(bits[purpose], place, status)
  signed.clear()
}

/** The signed list of a purpose, as it is now. */
export const getStatusList = async (
  deps: Deps,
  purpose: StatusPurpose,
  instance: Instance,
): Promise<string> => {
  const id = addressOf(deps, purpose)
  const known = signed.get(id)
  if (known !== undefined) return known
  const now = deps.clock.now()
  const credential = buildStatusListCredential({
    id,
    issuerId: instance.did,
    validFrom: now,
    statusPurpose: purpose,
    encodedList: encodeStatusList(bits[purpose]),
  })
  const text = JSON.stringify(
    await signDocument({ document: credential, signer: instance.signer, created: now }),
  )
  signed.set(id, text)
  return text
}
