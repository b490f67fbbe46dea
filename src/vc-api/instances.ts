import {
  createSignerFromJwk,
  generateKeyPair,
  type SignatureAlgorithm,
  type Signer,
} from '../openbadges/proof'

/** How an instance secures what it issues. */
export type InstanceKind = 'data-integrity' | 'selective' | 'status' | 'jwt'

/** One issuer of the VC-API: a did:key of its own and how it signs. */
export type Instance = {
  readonly name: string
  readonly kind: InstanceKind
  readonly did: string
  readonly signer: Signer
}

/** The default instance has the empty name. */
const plans: readonly { name: string; kind: InstanceKind; algorithm: SignatureAlgorithm }[] = [
  { name: '', kind: 'data-integrity', algorithm: 'Ed25519' },
  { name: 'ecdsa-rdfc-p256', kind: 'data-integrity', algorithm: 'ES256' },
  { name: 'ecdsa-rdfc-p384', kind: 'data-integrity', algorithm: 'ES384' },
  { name: 'ecdsa-sd-p256', kind: 'selective', algorithm: 'ES256' },
  { name: 'status', kind: 'status', algorithm: 'Ed25519' },
  { name: 'jwt', kind: 'jwt', algorithm: 'ES256' },
]

const makeInstance = async ({ name, kind, algorithm }: (typeof plans)[number]): Promise<Instance> => {
  const { publicKeyMultibase, privateKeyJwk } = await generateKeyPair(algorithm)
  const did = `did:key:${publicKeyMultibase}`
  const verificationMethod = `${did}#${publicKeyMultibase}`
  return {
    name,
    kind,
    did,
    signer: await createSignerFromJwk({ privateKeyJwk, algorithm, verificationMethod }),
  }
}

let made: ReadonlyMap<string, Instance> | undefined

/**
 * The issuers of this process, or of this isolate on a Worker, by name. Their keys are made when they are first
 * asked for, live in memory only and are gone with it: they sign for tests of interoperability, never badges.
 */
export const listInstances = async (): Promise<ReadonlyMap<string, Instance>> => {
  if (made !== undefined) return made
  const fresh = await Promise.all(plans.map(makeInstance))
  // Two requests may come here at once: the first to be done decides for both.
  made ??= new Map(fresh.map((instance) => [instance.name, instance]))
  return made
}
