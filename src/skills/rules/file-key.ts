/** Where a file of evidence is kept, by the SHA-256 of what is in it. */
export const fileKey = (organisationId: string, hash: string): string => `skills/${organisationId}/${hash}`
