import { CREDENTIALS_V2_URL } from '../../../contexts'
import { buildProblem, hasType, isObject, toList } from './findings'
import { type ParsedJwt, parseSecuredText } from './parse-credential'
import type { JsonObject, Problem } from './report'

export type EnvelopeKind = 'credential' | 'presentation'

/** The types of an envelope, and what its data URL may say that it holds, newest first. */
const kinds = {
  credential: { type: 'EnvelopedVerifiableCredential', media: ['vc+jwt', 'vc-ld+jwt', 'vc+ld+jwt', 'jwt'] },
  presentation: {
    type: 'EnvelopedVerifiablePresentation',
    media: ['vp+jwt', 'vp-ld+jwt', 'vp+ld+jwt', 'jwt'],
  },
} as const satisfies Record<EnvelopeKind, { type: string; media: readonly string[] }>

export type Envelope =
  | { readonly ok: true; readonly document: JsonObject; readonly jwt: ParsedJwt }
  | { readonly ok: false; readonly problem: Problem }

/** Whether an object is the envelope of a secured document, going by its type. */
export const isEnvelope = (document: JsonObject, kind: EnvelopeKind): boolean =>
  hasType(document, kinds[kind].type)

/**
 * Reads an enveloped credential or presentation: an object whose `id` is a data URL with a JWT in it. The JWT is
 * taken apart, not verified. Forms that are not JWT (SD-JWT, COSE) are refused by name. The object may come from
 * anyone.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.13.1 Enveloped Verifiable Credentials
 * @see Verifiable Credentials Data Model 2.0, 4.13.2 Enveloped Verifiable Presentations
 */
export const readEnvelope = (document: JsonObject, kind: EnvelopeKind): Envelope => {
  const refuse = (pointer: string): Envelope => ({
    ok: false,
    problem: buildProblem('value-malformed', { pointer, values: { property: pointer.slice(1) } }),
  })
  if (toList(document['@context'])[0] !== CREDENTIALS_V2_URL) return refuse('/@context')
  if (toList(document['type']).some((type) => type !== kinds[kind].type)) return refuse('/type')
  const id = document['id']
  const [, media = '', token = ''] =
    (typeof id === 'string' && /^data:application\/([\w.+-]+)(?:;[^,]*)?,([^,]+)$/.exec(id)) || []
  if (media === '') return refuse('/id')
  if (!kinds[kind].media.some((known) => known === media)) {
    return {
      ok: false,
      problem: buildProblem('proof-not-supported', { pointer: '/id', values: { suite: media } }),
    }
  }
  const read = parseSecuredText(token, 'jwt')
  if (!read.ok || read.parsed.jwt === undefined) return refuse('/id')
  const { document: opened, jwt } = read.parsed
  const vp = jwt.claims['vp']
  return { ok: true, document: kind === 'presentation' && isObject(vp) ? vp : opened, jwt }
}
