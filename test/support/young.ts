import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import type { Organisation } from '../../src/organisations/model'
import { answerInvitation, inviteGuardian } from '../../src/people/guardians/actions'
import type { GuardianAnswers } from '../../src/people/guardians/model'
import { makePeople } from './organisation'

const coordinator = 'coordinator@example.org'

/** People by name, with their births where one is given: a day (YYYY-MM-DD) or a year. */
export const makeBorn = async (
  deps: Deps,
  service: Organisation,
  births: Readonly<Record<string, string | null>>,
  mail = 'mail.example.org',
): Promise<string[]> => {
  const names = Object.keys(births)
  const ids = await makePeople(deps, service, names, { mail })
  await withOrganisation(deps.db, service.id, async ({ trx }) => {
    for (const [position, name] of names.entries()) {
      const birth = births[name] ?? null
      if (birth === null) continue
      await trx
        .updateTable('person')
        .set({ birth_year: Number(birth.slice(0, 4)), birth_date: birth.length > 4 ? birth : null })
        .where('organisation_id', '=', service.id)
        .where('id', '=', ids[position] ?? '')
        .execute()
    }
  })
  return ids
}

export const guardianOf = (personId: string) => `guardian-of-${personId}@example.org`

/** Asks a guardian by a link on paper; gives its token. */
export const askGuardian = async (
  deps: Deps,
  service: Organisation,
  personId: string,
  email = guardianOf(personId),
): Promise<string> => {
  const guardian = { name: 'Gwen Hill', relationship: 'Mother', email, phone: '' }
  const request = { guardian, sentBy: 'paper', actor: coordinator } as const
  const sent = await inviteGuardian(deps, service, personId, request)
  if (!sent.ok) throw new Error(JSON.stringify(sent.reason))
  return sent.value.token ?? ''
}

/** Asks a guardian who answers at once. */
export const confirmGuardian = async (
  deps: Deps,
  service: Organisation,
  personId: string,
  answers: GuardianAnswers = { role: true, photo: false, sharing: true },
): Promise<void> => {
  const token = await askGuardian(deps, service, personId)
  await answerInvitation(deps, token, { answers, name: 'Gwen Hill', email: '' })
}
