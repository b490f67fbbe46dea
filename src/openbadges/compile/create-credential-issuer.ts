import { type ContextDocuments, pinnedContexts } from '../../../contexts'
import type { JsonObject } from '../model/json'
import { type Signer, type SyncSigner, signDocument } from '../proof'
import type { Sha256 } from './blank-nodes'
import { compileCredential, type IssuedCredential } from './compile-credential'
import { createSentinels, type SlotKind, type SlotValues } from './slots'

export type CredentialIssuer<N extends string> = {
  /** Why the fast way is not taken, where it is not. */
  readonly notCompiled: string | undefined
  /** The signed credential: at once where it can be, else as a promise. */
  issue(values: SlotValues<N>, created: Date): IssuedCredential | Promise<IssuedCredential>
}

/**
 * Issues credentials of one shape: `build` makes the unsigned document from the values of its slots, and must
 * make the same document but for them. The fast way is taken where the shape and the values allow it and the
 * long way elsewhere; both give the same bytes.
 *
 * `issue` throws RangeError for a text with half a surrogate pair, which has no UTF-8 form to sign.
 *
 * @throws CanonicalisationError where the document has no canonical form, so cannot be signed at all
 */
export const createCredentialIssuer = async <N extends string>(options: {
  readonly slots: Readonly<Record<N, SlotKind>>
  readonly build: (values: SlotValues<N>) => JsonObject
  readonly signer: Signer | SyncSigner
  readonly contexts?: ContextDocuments
  readonly sha256?: Sha256
}): Promise<CredentialIssuer<N>> => {
  const { slots, build, signer, contexts = pinnedContexts, sha256 } = options
  const sentinels = createSentinels(slots)
  const result = await compileCredential({
    template: build(sentinels),
    sentinels,
    verificationMethod: signer.verificationMethod,
    contexts,
    ...(sha256 ? { sha256 } : {}),
  })
  const issueTheLongWay = async (values: SlotValues<N>, created: Date): Promise<IssuedCredential> => {
    const signed = await signDocument({ document: build(values), signer, created, contexts })
    return { json: JSON.stringify(signed), proofValue: signed.proof.at(-1)?.proofValue ?? '' }
  }
  return {
    notCompiled: result.ok ? undefined : result.reason,
    issue: (values, created) => {
      const fast = result.ok ? result.compiled.issue(values, { signer, created }) : undefined
      if (fast) return fast
      const broken = Object.entries<string>(values).find(([, value]) => !value.isWellFormed())
      if (broken) throw new RangeError(`${broken[0]} is not well-formed text.`)
      return issueTheLongWay(values, created)
    },
  }
}
