import type { Ages } from '../holds/model'

/** Ages that a nation sets otherwise, by its name. */
export type AgeSettings = { readonly ages: Ages; readonly byNation: Readonly<Record<string, Partial<Ages>>> }

/** The ages that hold in a nation. */
export const agesFor = ({ ages, byNation }: AgeSettings, nation: string): Ages => ({
  ...ages,
  ...byNation[nation],
})
