/** The forms in which a holder takes a badge along. */
export const credentialFormats = ['json', 'jwt', 'png', 'svg', 'pdf'] as const
export type CredentialFileFormat = (typeof credentialFormats)[number]

/**
 * The name of a downloaded file, such as `lv-02-northmere.pdf`: plain ASCII without spaces, which every wallet reads,
 * and without the holder's name, for files are handed on.
 */
export const nameCredentialFile = (
  code: string,
  serviceSlug: string,
  format: CredentialFileFormat,
): string => {
  const stem = `${code}-${serviceSlug}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return `${stem}.${format}`
}
