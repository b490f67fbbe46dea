import type { Organisation } from '../../organisations/model'
import type { LanguageWish } from '../record/model'

type Service = Pick<Organisation, 'nation' | 'welshFirst'>

/** Whether a service has to provide Welsh to somebody who has not said which language they want. */
const providesWelsh = ({ nation, welshFirst }: Service): boolean => welshFirst || nation === 'Wales'

/** The language that somebody is written to in: the one they wish, else Welsh in a Welsh service. */
export const contactLanguageFor = (wish: LanguageWish, service: Service): 'en' | 'cy' => {
  if (wish !== 'unknown') return wish
  return providesWelsh(service) ? 'cy' : 'en'
}

/** The languages of a letter, the first to be read first: both where the wish is unknown in a Welsh service. */
export const lettersFor = (wish: LanguageWish, service: Service): readonly ('en' | 'cy')[] => {
  if (wish !== 'unknown') return [wish]
  return providesWelsh(service) ? ['cy', 'en'] : ['en']
}
