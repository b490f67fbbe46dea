import { z } from 'zod'
import type { NewGuardian } from '../guardians/model'
import { tidyName } from './tidy-name'

export type GuardianFault =
  | 'name-missing'
  | 'too-long'
  | 'email-wrong'
  | 'email-missing'
  | 'email-is-the-childs'
export type GuardianFaults = Readonly<Partial<Record<keyof NewGuardian, GuardianFault>>>

const longest = { name: 200, relationship: 100, email: 254, phone: 50 } as const
const fields = ['name', 'relationship', 'email', 'phone'] as const

/**
 * What is typed about a guardian, tidied, and what stands against it. A link that is mailed needs an address, and one of
 * somebody who has an account of their own must not go to that account's mailbox (`ownEmail`).
 */
export const checkGuardian = (
  typed: NewGuardian,
  { byMail, ownEmail }: { readonly byMail: boolean; readonly ownEmail: string | null },
): { readonly guardian: NewGuardian; readonly faults: GuardianFaults } => {
  const guardian = {
    name: tidyName(typed.name),
    relationship: tidyName(typed.relationship),
    email: typed.email.trim().toLowerCase(),
    phone: tidyName(typed.phone),
  }
  const tooLong = fields.filter((field) => guardian[field].length > longest[field])
  const faults: Partial<Record<keyof NewGuardian, GuardianFault>> = Object.fromEntries(
    tooLong.map((field) => [field, 'too-long']),
  )
  if (guardian.name === '') faults.name = 'name-missing'
  if (byMail && guardian.email === '') faults.email = 'email-missing'
  else if (guardian.email !== '' && !z.email().safeParse(guardian.email).success) faults.email = 'email-wrong'
  else if (guardian.email !== '' && guardian.email === ownEmail) faults.email = 'email-is-the-childs'
  return { guardian, faults }
}
