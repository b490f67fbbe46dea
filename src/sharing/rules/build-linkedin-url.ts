/** What LinkedIn's form for a certification is filled in with. */
export type LinkedInEntry = {
  readonly name: string
  readonly organisationName: string
  readonly issuedAt: Date
  /** The public page of the badge. */
  readonly address: string
}

/**
 * The address that opens LinkedIn's form with the badge filled in. The credential id stays empty: the page's address
 * leads there already.
 * @see https://addtoprofile.linkedin.com/
 */
export const buildLinkedInUrl = (entry: LinkedInEntry): string => {
  const url = new URL('https://www.linkedin.com/profile/add')
  const parts = {
    startTask: 'CERTIFICATION_NAME',
    name: entry.name,
    organizationName: entry.organisationName,
    issueYear: String(entry.issuedAt.getUTCFullYear()),
    issueMonth: String(entry.issuedAt.getUTCMonth() + 1),
    certUrl: entry.address,
  }
  for (const [name, value] of Object.entries(parts)) url.searchParams.set(name, value)
  return url.href
}
