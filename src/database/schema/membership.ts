import type { Generated } from 'kysely'
import type { MembershipRole } from '../../organisations/model'

/** What somebody who signs in with this e-mail address may do in an organisation. */
export type MembershipTable = {
  organisation_id: string
  id: string
  /** Lower case. */
  email: string
  role: MembershipRole
  /** The volunteer this is (role volunteer), or whose record may be read (role assessor). */
  person_id: string | null
  created_at: Generated<Date>
}
