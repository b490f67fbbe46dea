import { myQuestions } from '../../demographics/actions'
import type { OwnPart } from '../export/actions'

const answers: OwnPart = async (deps, organisationId, personId) => {
  const own = await myQuestions(deps, organisationId, personId)
  return {
    part: 'answers',
    rows: [...own.answers].map(([question, answer]) => ({ question, answer })),
  }
}

/** What stands apart from the tenant's tables and is handed to the holder alone. */
export const ownParts: readonly OwnPart[] = [answers]
