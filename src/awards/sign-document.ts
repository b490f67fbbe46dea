import type { Deps } from '../deps'
import type { AgreedWords, SignedWords } from '../endorsements/model'
import { signWords } from '../endorsements/signing'
import { createCredentialIssuer, type SlotKind } from '../openbadges/compile'
import { isJsonObject } from '../openbadges/model/json'
import { type Signer, signDocument } from '../openbadges/proof'
import type { SkillAlignment } from './model'
import {
  type AwardTemplate,
  type AwardValues,
  buildAwardCredential,
  slotsOf,
} from './rules/build-award-credential'

type Person = {
  readonly awardId: string
  readonly values: AwardValues
  readonly skills: readonly SkillAlignment[] | undefined
  readonly words: readonly AgreedWords[]
}

/**
 * What writes and signs the credentials of one edition. Those of one shape are compiled together; what carries the words
 * of a supervisor is like no other, and takes the stock way.
 */
export const openDocumentSigner = (
  deps: Deps,
  template: AwardTemplate,
  signer: Signer,
): ((person: Person) => Promise<{ json: string; endorsements: readonly SignedWords[] }>) => {
  const { primitives } = deps
  const sha256 = primitives && ((text: string) => primitives.digest('SHA-256', text))
  const { issuer, issuedAt } = template
  const issuers = new Map<string, ReturnType<typeof createCredentialIssuer<keyof AwardValues>>>()
  const issuerFor = (values: AwardValues, skills: Person['skills']) => {
    const slots = slotsOf(values)
    const key = Object.keys(slots).join() + JSON.stringify(skills ?? [])
    const known = issuers.get(key)
    if (known !== undefined) return known
    const opened = createCredentialIssuer({
      ...{ signer, ...(sha256 && { sha256 }) },
      build: (filled: AwardValues) => buildAwardCredential({ ...template, skills }, filled),
      // The issuer of a shape fills its own slots, which are those of the values.
      slots: slots as Record<keyof AwardValues, SlotKind>,
    })
    issuers.set(key, opened)
    return opened
  }
  return async ({ awardId, values, skills, words }) => {
    if (words.length === 0) {
      // Of the shape's slots every one has a value.
      const alike = await (await issuerFor(values, skills)).issue(values as Required<AwardValues>, issuedAt)
      return { json: alike.json, endorsements: [] }
    }
    const by = { issuer, signer, at: issuedAt }
    const endorsements = await Promise.all(words.map((one) => signWords(deps, by, one, awardId)))
    const inside = endorsements.map((one): unknown => JSON.parse(one.document)).filter(isJsonObject)
    const document = buildAwardCredential({ ...template, skills, endorsements: inside }, values)
    const signed = await signDocument({ document, signer, created: issuedAt })
    return { json: JSON.stringify(signed), endorsements }
  }
}
