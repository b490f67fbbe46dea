/**
 * Whether a text holds what looks like the number of a DBS certificate: twelve digits, also in groups. Such a number is
 * never kept.
 */
export const hasCertificateNumber = (text: string): boolean => /(?<!\d)\d(?:[ -]?\d){11}(?!\d)/.test(text)
