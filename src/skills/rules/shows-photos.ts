import type { AgeStage, Hold } from '../../people/holds/model'

/**
 * Whether photos of somebody may be kept and shown. Of an adult, who brings them themselves, until they say no; of
 * anybody younger only while whoever is asked at their age agrees.
 */
export const showsPhotos = (
  state: { readonly stage: AgeStage; readonly hold?: Hold } | undefined,
): boolean => {
  if (state?.hold === undefined) return true
  const grown = state.stage === 'adult' || state.stage === 'unknown'
  return grown && state.hold !== 'self-refused'
}

/** Somebody said no, or no longer: their photos are deleted, not only hidden until an answer comes. */
export const deletesPhotos = (hold: Hold | undefined): boolean =>
  hold === 'guardian-refused' || hold === 'guardian-withdrew' || hold === 'self-refused'
