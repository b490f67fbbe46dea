/** What an ItemSelect sends: framework, version and code, each encoded as in an address, between slashes. */
export const readItemChoice = (
  value: string,
): { readonly framework: string; readonly version: string; readonly code: string } | undefined => {
  const parts = value.split('/')
  const [framework, version, code] = parts.map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return ''
    }
  })
  return parts.length === 3 && framework && version && code ? { framework, version, code } : undefined
}

/** The value that names an item in a form. */
export const writeItemChoice = (framework: string, version: string, code: string): string =>
  [framework, version, code].map(encodeURIComponent).join('/')
