import type { AgeStage, Hold } from '../holds/model'

/**
 * Whether the code on a certificate leads to a page, by how the holder stands for sharing: until somebody under the age
 * of own consent and their guardian both agree it does not. Older holders hand the paper over as they like.
 */
export const mayHavePage = (state: { readonly stage: AgeStage; readonly hold?: Hold } | undefined): boolean =>
  state?.hold === undefined || !(state.stage === 'child' || state.stage === 'young')
