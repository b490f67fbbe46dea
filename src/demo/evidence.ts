import { badgeEligibility } from '../awards/actions'
import type { Deps } from '../deps'
import { writeReflection } from '../evidence/actions'
import type { Organisation } from '../organisations/model'

const CODE = 'LV-05'

const words = [
  'I found that children talk more when I ask what made them laugh in a book. I would like to help again next summer.',
  'At first I was shy. By August I could tell a family about the challenge without looking at my notes.',
  'A boy came back every week to tell me about the next book of his series. I learned to listen and not to hurry.',
]

/** What summer volunteers wrote of their season; of those who need nothing else for their badge. */
export const seedReflections = async (deps: Deps, organisation: Organisation): Promise<void> => {
  const people = await badgeEligibility(deps, organisation.id, CODE)
  const writers = people.filter(
    ({ distance, conditions }) =>
      distance === 1 && conditions.some(({ condition, met }) => condition.kind === 'records' && !met),
  )
  for (const [position, { personId }] of writers.entries()) {
    const text = words[position % words.length] ?? ''
    // One for each person, however often the demonstration is begun.
    const reflection = { personId, badgeCode: CODE, text, requestId: personId, actor: 'demonstration' }
    await writeReflection(deps, organisation.id, reflection)
  }
}
