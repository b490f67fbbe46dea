/** A path of this service, or `/` in place of anything that leads elsewhere. */
export const localPath = (value: unknown): string => {
  const here = 'https://here.invalid'
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, here)) return '/'
  const url = new URL(value, here)
  return url.origin === here ? url.pathname + url.search : '/'
}
