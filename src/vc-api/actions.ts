import type { Deps } from '../deps'
import { CanonicalisationError } from '../openbadges/canonicalise'
import type { JsonObject } from '../openbadges/model'
import {
  deriveCredential,
  PointerError,
  signDocument,
  signEnvelopedCredential,
  signSelectively,
} from '../openbadges/proof'
import {
  buildProblem,
  checkCredentialModel,
  checkJsonLd,
  checkRelatedResources,
  type FetchBytes,
  type FetchDocument,
  type GenericOptions,
  type GenericReport,
  openUnsecured,
  type PresentationReport,
  type Problem,
  parseJsonObject,
  readDateTimeStamp,
  verifyGenericCredential,
  verifyPresentation,
} from '../openbadges/verify'
import { path } from '../paths'
import { ProblemError, type Result } from '../problems'
import { readPublicDocument } from '../verification/actions'
import { type Instance, listInstances } from './instances'
import {
  type DeriveRequest,
  type IssueRequest,
  type StatusPurpose,
  type StatusRequest,
  statusPurposes,
  type VerifyCredentialRequest,
  type VerifyPresentationRequest,
  type VerifyRequestOptions,
} from './model'
import { completeContexts } from './rules/complete-contexts'
import { completePointers } from './rules/complete-pointers'
import { readChecks } from './rules/read-checks'
import { buildStatusEntries, getStatusList, setStatus, takePlace } from './status-lists'

/** Bytes of a related resource: more than any schema or context has. */
const LARGEST_RESOURCE = 5 * 1024 * 1024

/** Throws `not-found`. */
const getInstance = async (name: string): Promise<Instance> => {
  const instance = (await listInstances()).get(name)
  if (instance === undefined) throw new ProblemError('not-found')
  return instance
}

/** The DID of each issuer by the name of its instance. */
export const listIssuers = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries([...(await listInstances()).values()].map(({ name, did }) => [name, did]))

/** A signed status list of this process. Throws `not-found`. */
export const readStatusList = async (deps: Deps, purpose: string): Promise<string> => {
  const known = statusPurposes.find((one) => one === purpose)
  if (known === undefined) throw new ProblemError('not-found')
  return getStatusList(deps, known, await getInstance('status'))
}

/** The status list that an address of this service names. */
const findOwnList = (deps: Deps, address: string): StatusPurpose | undefined =>
  statusPurposes.find((purpose) => address === `${deps.config.origin}${path('vcApiStatusList', { purpose })}`)

/** The lists of this API come from memory, the other documents of this service from where they are published. */
const fetchDocumentOf = (deps: Deps): FetchDocument => {
  const readOther = readPublicDocument(deps)
  return async (address) => {
    const purpose = findOwnList(deps, address)
    return purpose === undefined
      ? readOther(address)
      : { status: 200, contentType: 'application/vc', text: await readStatusList(deps, purpose) }
  }
}

const fetchBytesOf =
  (deps: Deps): FetchBytes =>
  async (address) => {
    const got = await deps.fetchPublic(address, { maxBytes: LARGEST_RESOURCE }).catch(() => undefined)
    return got?.status === 200 ? got.bytes : undefined
  }

/** A document within the bounds of depth and size that everything read here has. */
const bound = (document: JsonObject): Result<JsonObject, readonly Problem[]> => {
  const parsed = parseJsonObject(JSON.stringify(document))
  return parsed.ok ? { ok: true, value: parsed.object } : { ok: false, reason: [buildProblem(parsed.code)] }
}

const findFaults = async (deps: Deps, credential: JsonObject): Promise<readonly Problem[]> => {
  const model = checkCredentialModel(credential)
  if (model.length > 0) return model
  const findings = [
    await checkJsonLd(openUnsecured(credential)),
    await checkRelatedResources(credential, fetchBytesOf(deps)),
  ]
  return findings.flatMap((finding) => (finding.outcome === 'passed' ? [] : [finding.problem]))
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** What the instance adds to a credential before it is signed. */
const prepare = (deps: Deps, instance: Instance, credential: JsonObject): JsonObject => {
  switch (instance.kind) {
    case 'jwt':
      return credential
    case 'data-integrity':
    case 'selective':
      return completeContexts(credential)
    case 'status': {
      const id = typeof credential['id'] === 'string' ? credential['id'] : `urn:uuid:${deps.random.uuid()}`
      const entries = buildStatusEntries(deps, takePlace(id))
      const credentialStatus = [...listOf(credential['credentialStatus']), ...entries]
      return completeContexts({ ...credential, id, credentialStatus }, true)
    }
  }
}

const secure = async (
  { kind, signer }: Instance,
  document: JsonObject,
  created: Date,
  pointers: readonly string[] | undefined,
): Promise<JsonObject> => {
  if (kind === 'jwt') return signEnvelopedCredential({ credential: document, signer })
  const mandatoryPointers = completePointers(document, pointers)
  const signed =
    kind === 'selective'
      ? await signSelectively({ document, signer, created, mandatoryPointers })
      : await signDocument({ document, signer, created })
  const [only] = signed.proof
  return signed.proof.length === 1 ? { ...signed, proof: only } : signed
}

/** What a signer threw because of what it was given; anything else is thrown on. */
const explain = (error: unknown): { readonly ok: false; readonly reason: readonly Problem[] } => {
  if (error instanceof PointerError) return refuseValue('options')
  if (error instanceof CanonicalisationError) return { ok: false, reason: [buildProblem('json-ld-wrong')] }
  if (error instanceof RangeError) return refuseValue('proof')
  throw error
}

const refuseValue = (property: string) =>
  ({ ok: false, reason: [buildProblem('value-malformed', { values: { property } })] }) as const

/**
 * Secures a credential of any kind with the key of an instance, once it is found to be sound: the data model, every
 * word defined, the digests of related resources. The issuer that it names is left as it is. A document that is not
 * sound is a reason, not an error. Throws `not-found` for an instance that there is not, `conflict` for a credential
 * whose id has a status already.
 */
export const issueCredential = async (
  deps: Deps,
  instanceName: string,
  { credential, options = {} }: IssueRequest,
): Promise<Result<JsonObject, readonly Problem[]>> => {
  const instance = await getInstance(instanceName)
  const bounded = bound(credential)
  if (!bounded.ok) return bounded
  const created =
    options.created === undefined ? deps.clock.now().getTime() : readDateTimeStamp(options.created)
  if (created === undefined) return refuseValue('options.created')
  const faults = await findFaults(deps, bounded.value)
  if (faults.length > 0) return { ok: false, reason: faults }
  const prepared = prepare(deps, instance, bounded.value)
  return secure(instance, prepared, new Date(created), options.mandatoryPointers).then(
    (value) => ({ ok: true, value }),
    explain,
  )
}

/**
 * Shows a part of a credential that was signed selectively: what is mandatory and what the pointers lead to. Its
 * proof is read, not verified. A credential or a pointer that does not allow it is a reason, not an error.
 */
export const derivePart = async ({
  verifiableCredential,
  options,
}: DeriveRequest): Promise<Result<JsonObject, readonly Problem[]>> => {
  const bounded = bound(verifiableCredential)
  if (!bounded.ok) return bounded
  const { selectivePointers } = options
  return deriveCredential({ document: bounded.value, selectivePointers }).then(
    (derived) => (derived.ok ? { ok: true, value: derived.document } : refuseValue('proof')),
    explain,
  )
}

const optionsOf = (deps: Deps, options: VerifyRequestOptions = {}): GenericOptions => {
  const { challenge, domain, expectedProofPurpose: purpose } = options
  return {
    now: deps.clock.now(),
    fetchDocument: fetchDocumentOf(deps),
    fetchBytes: fetchBytesOf(deps),
    checks: readChecks(options.checks),
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
    ...(purpose === 'authentication' ? { purposes: [purpose] } : {}),
  }
}

const refuse = (problems: readonly Problem[]): GenericReport => ({ verified: false, problems, skipped: [] })

/** Verifies a credential of any issuer as of now. Never throws for what it holds. */
export const verifyOneCredential = async (
  deps: Deps,
  { verifiableCredential, options }: VerifyCredentialRequest,
): Promise<GenericReport> => {
  const bounded = bound(verifiableCredential)
  return bounded.ok
    ? verifyGenericCredential(bounded.value, optionsOf(deps, options))
    : refuse(bounded.reason)
}

/** Verifies a presentation of any holder, and each credential in it, as of now. Never throws for what it holds. */
export const verifyOnePresentation = async (
  deps: Deps,
  { verifiablePresentation, options }: VerifyPresentationRequest,
): Promise<PresentationReport> => {
  const bounded = bound(verifiablePresentation)
  return bounded.ok
    ? verifyPresentation(bounded.value, optionsOf(deps, options))
    : { ...refuse(bounded.reason), credentials: [] }
}

/** Sets or clears the status of a credential that was issued here. Throws `not-found`. */
export const changeStatus = ({ credentialId, credentialStatus, status }: StatusRequest): void =>
  setStatus(credentialId, credentialStatus.statusPurpose, status)
