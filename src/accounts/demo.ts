import { type DemoPersona, demoPersonas } from '../demo/model'
import type { Deps } from '../deps'
import { path } from '../paths'
import { ProblemError } from '../problems'
import { openSessionFor, type SessionCookies } from './actions'

/** Bound to the service's own secret: the same after each start, and worth nothing elsewhere. */
const secretOf = async (deps: Deps, persona: string): Promise<string> => {
  const encoder = new TextEncoder()
  const material = encoder.encode(deps.config.COLOPHON_SECRET ?? '')
  const key = await crypto.subtle.importKey('raw', material, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const tag = await crypto.subtle.sign('HMAC', key, encoder.encode(`sign-in of demo persona ${persona}`))
  return Array.from(new Uint8Array(tag).slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The personas of the demo with a link that signs in as each; none unless the demo is on. */
export const demoSignInLinks = async (deps: Deps): Promise<{ persona: DemoPersona; link: string }[]> => {
  if (!deps.config.demo) return []
  return Promise.all(
    demoPersonas.map(async (persona) => ({
      persona,
      link:
        deps.config.origin +
        path('signInDemo', { persona: persona.key, secret: await secretOf(deps, persona.key) }),
    })),
  )
}

/** Signs in as a persona of the demo. Throws `not-found` where there is no demo, no such persona, or another secret. */
export const openDemoSession = async (deps: Deps, key: string, secret: string): Promise<SessionCookies> => {
  const persona = demoPersonas.find((one) => one.key === key)
  if (!deps.config.demo || persona === undefined || secret !== (await secretOf(deps, key))) {
    throw new ProblemError('not-found')
  }
  return openSessionFor(deps, persona.email)
}
