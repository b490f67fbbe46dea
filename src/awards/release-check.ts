import type { Deps } from '../deps'
import { canonicaliseDocument } from '../openbadges/canonicalise'
import {
  type CheckId,
  type FetchDocument,
  type Problem,
  verifyCredential,
  verifyGenericCredential,
} from '../openbadges/verify'
import { didDocumentOf } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { ProblemError } from '../problems'

/** What a credential that is about to leave must pass; whether it is revoked cannot be asked yet. */
const needed: readonly CheckId[] = [
  'parse',
  'json-ld',
  'context',
  'type',
  'schema',
  'subject',
  'evidence',
  'issuer',
  'proof',
  'key-binding',
  'validity',
]

const codeOf = (problem: Problem | undefined) => (problem === undefined ? {} : { code: problem.code })

/** The documents that an organisation publishes about its keys, in place of the network. */
const publishedBy = async (deps: Deps, organisation: Organisation): Promise<FetchDocument> => {
  const published = JSON.stringify(await didDocumentOf(deps, organisation))
  return async (url) => {
    // A document that is asked for under another organisation's address does not have the id of that.
    const isKnown = url.endsWith('/did.json')
    return { status: isKnown ? 200 : 404, contentType: 'application/json', text: isKnown ? published : '' }
  }
}

const refuse = (
  deps: Deps,
  organisation: Organisation,
  problem: { check?: CheckId; code?: string },
): never => {
  deps.log.error('a credential that was just signed does not verify; it was not released', {
    organisation: organisation.slug,
    ...problem,
  })
  throw new ProblemError('unexpected', {
    detail: 'A badge that was just signed does not verify, so it was not issued.',
  })
}

/**
 * Verifies a credential before it is released as a stranger would: from its text alone, by the reference way to the
 * canonical form and not the one that it was signed by, with the key that the organisation publishes. One that does
 * not verify is logged and throws `unexpected`, which stops whatever was about to release it.
 */
export const openReleaseCheck = async (
  deps: Deps,
  organisation: Organisation,
): Promise<(text: string) => Promise<void>> => {
  const fetchDocument = await publishedBy(deps, organisation)
  return async (text) => {
    const report = await verifyCredential(
      { text },
      {
        now: deps.clock.now(),
        fetchDocument,
        canonicalise: canonicaliseDocument,
        ...(deps.primitives && { primitives: deps.primitives }),
      },
    )
    const wrong = report.checks.find(
      ({ id, outcome }) => outcome === 'failed' || (outcome === 'not-checked' && needed.includes(id)),
    )
    if (wrong !== undefined) refuse(deps, organisation, { check: wrong.id, ...codeOf(wrong.problem) })
  }
}

/** Verifies a status list before it is released: as any VCDM 2.0 credential, and otherwise as above. */
export const checkStatusList = async (
  deps: Deps,
  organisation: Organisation,
  text: string,
): Promise<void> => {
  const fetchDocument = await publishedBy(deps, organisation)
  const { problems } = await verifyGenericCredential(JSON.parse(text), {
    now: deps.clock.now(),
    fetchDocument,
    checks: ['issuer', 'validity'],
  })
  if (problems[0] !== undefined) refuse(deps, organisation, codeOf(problems[0]))
}
