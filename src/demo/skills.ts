import type { Deps } from '../deps'
import { addMapping } from '../frameworks/actions'
import { inLanguage } from '../frameworks/rules/name-item'
import type { Organisation } from '../organisations/model'
import { getPerson, listActivePeople } from '../people/actions'
import {
  addEvidence,
  changeOwnClaim,
  decideOnClaim,
  getClaim,
  listClaims,
  recordClaim,
  suggestSkills,
} from '../skills/actions'

/** Volunteers who have recorded skills. */
const PEOPLE = 6

const contexts = {
  en: 'At the library, most weeks. I noticed that people come back and ask for me.',
  cy: 'Yn y llyfrgell, y rhan fwyaf o wythnosau. Sylwais fod pobl yn dod yn ôl ac yn gofyn amdanaf.',
}
const seen = {
  en: 'Seen at two sessions in the library.',
  cy: 'Fe’i gwelwyd mewn dwy sesiwn yn y llyfrgell.',
}

/** Skills that some volunteers recorded: confirmed, waiting, with a question, and not sent yet. Nothing where there are any. */
export const addDemoSkills = async (
  deps: Deps,
  organisation: Organisation,
  { coordinator, first }: { readonly coordinator: string; readonly first: string | undefined },
): Promise<void> => {
  const { id } = organisation
  const people = await listActivePeople(deps, id)
  const all = await Promise.all(people.map(({ id: personId }) => getPerson(deps, id, personId)))
  const withMail = all.filter(({ email }) => email !== null)
  const chosen = [
    ...withMail.filter(({ email }) => email === first),
    ...withMail.filter(({ email }) => email !== first),
  ].slice(0, PEOPLE)
  for (const [place, { id: personId, email, contactLanguage }] of chosen.entries()) {
    if (email === null || (await listClaims(deps, id, personId)).length > 0) continue
    const suggestions = (await suggestSkills(deps, id, personId)).slice(0, 3)
    for (const [position, { found, roleId }] of suggestions.entries()) {
      const title = inLanguage(found.item.name, contactLanguage)
      const skill = { title, roleId, item: found.item.code }
      const { claimId } = await recordClaim(deps, id, personId, skill, email)
      const context = contexts[contactLanguage]
      await changeOwnClaim(deps, id, claimId, { kind: 'changed', title, context, roleId }, email)
      // The first is confirmed, the second waits, the third is not sent yet.
      if (position === 2) continue
      await changeOwnClaim(deps, id, claimId, { kind: 'submitted' }, email)
      if (position === 0 && place < 3) {
        const evidence = { kind: 'text', words: context } as const
        await addEvidence(deps, id, claimId, evidence, { email, as: 'volunteer' })
        const { sequence } = await getClaim(deps, id, claimId)
        const decision = { kind: 'confirmed', words: seen[contactLanguage], sequence } as const
        await decideOnClaim(deps, id, claimId, decision, coordinator)
      }
    }
  }
  const item = { framework: 'eds', version: '2018', code: 'EDS-1', strength: 'practised' } as const
  await addMapping(deps, id, { badgeCode: 'LV-05' }, item, coordinator)
}
