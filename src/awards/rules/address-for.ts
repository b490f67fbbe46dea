import type { AgeStage } from '../../people/holds/model'

/** Where mail about a badge goes: for a child to the guardian; null where there is no address for it. */
export const addressFor = (
  stage: AgeStage | undefined,
  of: { readonly email: string | null; readonly guardianEmail: string | null },
): string | null => (stage === 'child' ? of.guardianEmail : of.email)
