import type { Deps } from '../deps'
import { recordRegister } from '../hours/actions'
import { localDateOf } from '../hours/rules/local-date-of'
import type { SessionEntry } from '../hours/sessions/model'
import { listBranches } from '../organisations/actions'
import type { Organisation } from '../organisations/model'
import { recordOwnConsent } from '../people/consents/actions'
import { answerInvitation, inviteGuardian } from '../people/guardians/actions'
import { addPerson } from '../people/record/actions'
import type { TypedRecord } from '../people/record/model'
import { foldName } from '../people/rules/fold-name'
import { listRoles } from '../roles/actions'
import { demoPersonas } from './model'

const DAY_MS = 86_400_000

/** What became of the question to the parent or guardian of a made-up young volunteer. */
type GuardianStory = 'nobody' | 'waits' | 'ran-out' | 'said-yes' | 'said-no'

type DemoYoung = {
  readonly name: string
  /** Whole years, and days since the birthday. */
  readonly age: number
  readonly days: number
  readonly guardian: GuardianStory
  /** What they said themselves. */
  readonly agrees: readonly ('role' | 'sharing')[]
  /** The guardian is the persona that a visitor can be. */
  readonly ofPersona?: boolean
}

const guardianPersona = () => demoPersonas.find(({ key }) => key === 'guardian')

/** One in each state that a young volunteer can be in. */
const youngPeople: readonly DemoYoung[] = [
  { name: 'Mia Penrose', age: 11, days: 120, guardian: 'said-yes', agrees: ['sharing'], ofPersona: true },
  { name: 'Ifan Morgan', age: 12, days: 200, guardian: 'waits', agrees: [] },
  { name: 'Aisha Rahman', age: 14, days: 90, guardian: 'said-yes', agrees: [] },
  { name: 'Ruby Tranter', age: 13, days: 30, guardian: 'ran-out', agrees: [] },
  { name: 'Jakub Wójcik', age: 15, days: 40, guardian: 'said-no', agrees: [] },
  { name: 'Leo Hartnell', age: 14, days: 10, guardian: 'nobody', agrees: [] },
  { name: 'Zofia Krawczyk', age: 16, days: 3, guardian: 'said-yes', agrees: [] },
  { name: 'Kofi Boateng', age: 17, days: 100, guardian: 'nobody', agrees: ['role', 'sharing'] },
]

/** Adds young volunteers to the service where the guardian is at home, each with an hour of this month; those who may are approved. */
export const addYoungPeople = async (
  deps: Deps,
  organisation: Organisation,
  actor: string,
): Promise<void> => {
  if (organisation.slug !== guardianPersona()?.organisationSlug) return
  const added: string[] = []
  for (const young of youngPeople) {
    const personId = await addOne(deps, organisation, young, actor)
    if (personId !== undefined) added.push(personId)
  }
  const role = (await listRoles(deps, organisation.id)).find(({ nationalCode }) => nationalCode === 'RO-01')
  const [branch] = await listBranches(deps, organisation.id)
  if (role === undefined || added.length === 0) return
  for (const daysAgo of [3, 10]) {
    const date = localDateOf(new Date(deps.clock.now().getTime() - daysAgo * DAY_MS))
    const entries = added.map(
      (personId): SessionEntry => ({
        ...{
          personId,
          roleId: role.id,
          branchId: branch?.id ?? '',
          date,
          start: '16:00',
          end: '17:30',
          hours: '',
        },
        ...{
          reading: '',
          activity: '',
          note: '',
          deliveryMode: 'on-site',
          trainingMinutes: '',
          timeCredit: 'none',
        },
        ...{ beneficiaries: '', dofeSection: '' },
      }),
    )
    await recordRegister(deps, organisation.id, entries, { email: actor, approve: daysAgo === 10 })
  }
}

/** Adds somebody with what they and their guardian said; undefined where they are there already. */
const addOne = async (
  deps: Deps,
  organisation: Organisation,
  young: DemoYoung,
  actor: string,
): Promise<string | undefined> => {
  const id = deps.random.uuid()
  const typed = typedFor(young, deps.clock.now(), organisation.slug)
  const outcome = await addPerson(deps, organisation, { id, typed, isAnother: false, actor })
  if (outcome.kind !== 'saved') return undefined
  await askGuardian(deps, organisation, { young, personId: id, actor })
  if (young.agrees.length > 0) {
    const answers = young.agrees.map((purpose) => ({ purpose, agrees: true }))
    await recordOwnConsent(deps, organisation.id, id, { answers, how: 'in-person', actor })
  }
  return id
}

const typedFor = (young: DemoYoung, now: Date, slug: string): TypedRecord => {
  const [year = 0, month = 0, day = 0] = localDateOf(new Date(now.getTime() - young.days * DAY_MS))
    .split('-')
    .map(Number)
  const two = (number: number) => String(number).padStart(2, '0')
  // Nobody is made to be born on a day that not every year has.
  const birthDate = `${year - young.age}-${two(month)}-${two(month === 2 ? Math.min(day, 28) : day)}`
  const mailbox = foldName(young.name).replaceAll(' ', '.')
  return {
    ...{
      preferredName: young.name,
      legalName: '',
      nameLanguage: '',
      romanisedName: '',
      externalReference: '',
    },
    ...{ email: young.age < 13 ? '' : `${mailbox}@${slug}.example`, phone: '', postalAddress: '' },
    ...{ birthDate, birthYear: '', youthAward: '', languageWish: 'en', status: 'active', referralSource: '' },
    ...{
      emergencyName: `Parent of ${young.name}`,
      emergencyPhone: '01632 960123',
      emergencyRelationship: '',
    },
    pilot: '',
  }
}

const weeksAgo: Readonly<Record<GuardianStory, number>> = {
  ...{ nobody: 0, waits: 0, 'ran-out': 3, 'said-yes': 8, 'said-no': 2 },
}

const askGuardian = async (
  deps: Deps,
  organisation: Organisation,
  about: { readonly young: DemoYoung; readonly personId: string; readonly actor: string },
): Promise<void> => {
  const { young, personId, actor } = about
  if (young.guardian === 'nobody') return
  const at = new Date(deps.clock.now().getTime() - weeksAgo[young.guardian] * 7 * DAY_MS)
  const then: Deps = { ...deps, clock: { now: () => at } }
  const surname = young.name.split(' ').at(-1) ?? ''
  const persona = guardianPersona()
  const named = young.ofPersona && persona !== undefined
  const guardian = {
    name: named ? persona.name : `Sam ${surname}`,
    relationship: 'Parent',
    email: named ? persona.email : `sam.${personId.slice(-6)}@${organisation.slug}.example`,
    phone: '',
  }
  const sent = await inviteGuardian(then, organisation, personId, { guardian, sentBy: 'paper', actor })
  if (!sent.ok || young.guardian === 'waits' || young.guardian === 'ran-out') return
  const agrees = young.guardian === 'said-yes'
  const answers = { role: agrees, photo: agrees, sharing: agrees }
  await answerInvitation(then, sent.value.token ?? '', { answers, name: guardian.name, email: '' })
}
