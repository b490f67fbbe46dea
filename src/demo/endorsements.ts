import { listAwards } from '../awards/lists/actions'
import type { Deps } from '../deps'
import { agreeToWords, listWords, writeWords } from '../endorsements/actions'
import type { Organisation } from '../organisations/model'
import { getPerson, listActivePeople } from '../people/actions'

const said = {
  en: [
    'They make people feel at ease, and they come when they said they would. Readers ask for them.',
    'They took their time with everybody, and taught the rest of us to do the same.',
  ],
  cy: [
    'Mae pobl yn teimlo’n gartrefol gyda nhw, ac maen nhw’n dod pan ddywedon nhw y bydden nhw. Mae darllenwyr yn gofyn amdanyn nhw.',
    'Cymeron nhw eu hamser gyda phawb, a dysgu’r gweddill ohonom i wneud yr un peth.',
  ],
} as const
const writer = {
  en: { writerName: 'Priya Nair', writerRole: 'Branch supervisor' },
  cy: { writerName: 'Priya Nair', writerRole: 'Goruchwyliwr cangen' },
} as const

/** Words of a supervisor about the volunteer of the demonstration: agreed for one badge, waiting for another. */
export const addDemoWords = async (
  deps: Deps,
  organisation: Organisation,
  { supervisor, first }: { readonly supervisor: string; readonly first: string | undefined },
): Promise<void> => {
  const { id } = organisation
  const people = await listActivePeople(deps, id)
  const all = await Promise.all(people.map(({ id: personId }) => getPerson(deps, id, personId)))
  const person = all.find(({ email }) => email !== null && email === first)
  if (person?.email == null || (await listWords(deps, id, person.id)).length > 0) return
  const { awards } = await listAwards(deps, id, { filter: { personId: person.id }, limit: 2 })
  const language = person.contactLanguage
  for (const [place, words] of said[language].entries()) {
    const about = awards[place]?.definitionCode ?? 'LV-03'
    const entry = { about, words, language, ...writer[language] }
    // One of each, however often the demonstration is begun.
    await writeWords(deps, id, entry, {
      personId: person.id,
      requestId: deps.random.uuid(),
      actor: supervisor,
    })
  }
  const agreed = (await listWords(deps, id, person.id)).find(({ words }) => words === said[language][0])
  if (agreed === undefined) return
  await agreeToWords(deps, { organisation, personId: person.id, actor: person.email }, agreed.id)
}
