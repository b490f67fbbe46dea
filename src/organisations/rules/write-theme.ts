import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Looks } from '../model'
import { nearestReadable } from './readable-colour'

/** What of an organisation its style sheet is made of. */
export type Theme = Pick<Looks, 'themeColour' | 'accentColour'>

/** What text and marks stand on: white in the head of a page, paper by day, cards by night. */
export const grounds = { head: '#ffffff', day: '#fdfcf9', night: '#20272c' } as const

/**
 * The style sheet of a service: its colour for the head and the edges of pages, its second colour for marks; in dark
 * mode the nearest tints that can be seen there. It writes colours that read and nothing else. `selector` is what it
 * holds for.
 */
export const writeTheme = ({ themeColour, accentColour }: Theme, selector = ':root'): string => {
  const head = nearestReadable(themeColour, grounds.head, '#000000')
  const mark = nearestReadable(accentColour ?? themeColour, grounds.day, '#000000')
  const [edgeByNight, markByNight] = [head, mark].map((one) => nearestReadable(one, grounds.night, '#ffffff'))
  const stripe = accentColour === null ? edgeByNight : markByNight
  return `${selector}{--app-head:${head};--app-stripe:${stripe};--app-edge:${head};--app-mark:${mark}}
@media screen and (prefers-color-scheme:dark){${selector}{--app-edge:${edgeByNight};--app-mark:${markByNight}}}
`
}

/** What tells two style sheets of an organisation apart in their addresses. */
export const hashTheme = (theme: Theme): string =>
  bytesToHex(sha256(utf8ToBytes(writeTheme(theme)))).slice(0, 16)
