import { base64urlnopad } from '@scure/base'
import type { Deps } from '../../deps'
import type { OpenPoint } from './model'

/** For how long somebody may take to choose what to do at a point. */
const ticketMs = 15 * 60_000

const seal = async (deps: Pick<Deps, 'config'>, text: string): Promise<string> => {
  const encoder = new TextEncoder()
  const secret = encoder.encode(deps.config.COLOPHON_SECRET ?? 'none')
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
  return base64urlnopad.encode(bytes.slice(0, 24))
}

/** What a new tablet is linked with: worth something until it is used or a day has gone by. */
export const linkTokenOf = (
  deps: Pick<Deps, 'config'>,
  point: { readonly organisationId: string; readonly id: string },
): Promise<string> => seal(deps, `link of check-in point ${point.organisationId} ${point.id}`)

/** A ticket with which somebody who was found at a point goes on there, and nowhere else. */
export const makeTicket = async (
  deps: Pick<Deps, 'config' | 'clock'>,
  point: OpenPoint,
  personId: string,
): Promise<string> => {
  const ends = deps.clock.now().getTime() + ticketMs
  return `${personId}.${ends}.${await seal(deps, ticketText(point, personId, ends))}`
}

/** Whose ticket it is; undefined where it is none of this point, or too old. */
export const readTicket = async (
  deps: Pick<Deps, 'config' | 'clock'>,
  point: OpenPoint,
  ticket: string,
): Promise<string | undefined> => {
  const [personId = '', ends = '', tag = ''] = ticket.split('.')
  const valid = tag === (await seal(deps, ticketText(point, personId, Number(ends))))
  return valid && Number(ends) > deps.clock.now().getTime() ? personId : undefined
}

const ticketText = (point: OpenPoint, personId: string, ends: number) =>
  `check-in ticket ${point.organisationId} ${point.id} ${personId} ${ends}`
