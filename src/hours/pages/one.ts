/** A figure with its noun; `'1'` is the only one that takes the singular. */
export const one = (count: string, singular: string, plural: string) =>
  `${count} ${count === '1' ? singular : plural}`
