import type { Ages, Birth } from '../holds/model'
import { stageOf } from './stage-of'

/**
 * What a volunteer's own membership, or a guardian's, is good for on a day (YYYY-MM-DD): everything that a volunteer may
 * do with their record, the guardian's answers about consents alone, or nothing. A guardian counts once they confirmed.
 */
export const powerOf = (
  role: 'volunteer' | 'guardian',
  about: { readonly birth: Birth; readonly isGuardian: boolean },
  { today, ages }: { readonly today: string; readonly ages: Ages },
): 'all' | 'consents' | 'none' => {
  const stage = stageOf(about.birth, today, ages)
  if (role === 'volunteer') return stage === 'child' ? 'none' : 'all'
  if (!about.isGuardian) return 'none'
  if (stage === 'child') return 'all'
  return stage === 'young' ? 'consents' : 'none'
}
