import { type ShareItem, shareItems } from '../model'

/**
 * What a public page shows of what its holder chose. The signed file says all of it, so it is left out where anything
 * that stands in it is; the file alone is never shown.
 */
export const itemsToShow = (chosen: readonly ShareItem[]): ReadonlySet<ShareItem> => {
  const every = shareItems.filter((item) => item !== 'file').every((item) => chosen.includes(item))
  return new Set(shareItems.filter((item) => chosen.includes(item) && (item !== 'file' || every)))
}
