/**
 * A member to spread into a document: the name with its value, or nothing at all where there is no value, an
 * empty text or an empty list. Open Badges documents never hold `null` or an empty array.
 *
 * @see Open Badges 3.0, section 7 (Serialization)
 */
export const given = <K extends string, T>(name: K, value: T | undefined): { [P in K]?: T } => {
  const absent = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  // The one key that a computed name gives is K, which TypeScript widens to string.
  return absent ? {} : ({ [name]: value } as { [P in K]?: T })
}
