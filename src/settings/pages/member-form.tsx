import type { GivenRole, MemberRefusal } from '../../organisations/members/model'
import { givenRoles } from '../../organisations/members/model'
import { roleText } from '../../organisations/members/role-text'
import type { Branch } from '../../organisations/model'
import { listPeople } from '../../people/actions'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Checkboxes, Radios, TextInput } from '../../web/components'
import { memberPageText } from '../member-page-text'

/** What stands in the form about a member, as it was typed. */
export type TypedMember = {
  readonly email: string
  readonly role: string
  readonly branchIds: readonly string[]
  readonly person: string
}

export const typedMember = (form: Readonly<Record<string, unknown>>): TypedMember => {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
  return {
    email: text('email').toLowerCase(),
    role: text('role'),
    branchIds: [form['branch'] ?? []].flat().map(String),
    person: text('person'),
  }
}

/** The field at which a refusal is told. */
const fieldOf: Readonly<Record<MemberRefusal, string>> = {
  'not-yours-to-give': 'role',
  'own-membership': 'role',
  'last-of-its-kind': 'role',
  'branches-missing': 'branch',
  'person-missing': 'person',
}

export const refusalProblem = (reason: MemberRefusal, language: Language): FieldProblem => ({
  field: fieldOf[reason],
  message: memberPageText[language].refusals[reason],
})

/** The role that was chosen, and the volunteer that an assessor's form names. */
export const readMember = async (
  c: AppContext,
  organisationId: string,
  typed: TypedMember,
): Promise<{
  readonly role: GivenRole | undefined
  readonly personId: string | null
  readonly errors: readonly FieldProblem[]
}> => {
  const t = memberPageText[c.var.language]
  const role = givenRoles.find((one) => one === typed.role)
  if (role === undefined) return { role, personId: null, errors: [{ field: 'role', message: t.roleProblem }] }
  if (role !== 'assessor' || typed.person === '') return { role, personId: null, errors: [] }
  const { people } = await listPeople(c.var.deps, organisationId, { search: typed.person, limit: 2 })
  const [only] = people
  if (people.length > 1)
    return { role, personId: null, errors: [{ field: 'person', message: t.personSeveral }] }
  if (only === undefined)
    return { role, personId: null, errors: [{ field: 'person', message: t.personUnknown }] }
  return { role, personId: only.id, errors: [] }
}

/** Role, branches and volunteer. */
export const MemberFields = (props: {
  readonly typed: TypedMember
  readonly roles: readonly GivenRole[]
  readonly branches: readonly Branch[]
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}) => {
  const { typed, roles, branches, errors, language } = props
  const t = memberPageText[language]
  const errorOf = (id: string) => {
    const error = errors.find(({ field }) => field === id)?.message
    return error === undefined ? {} : { error }
  }
  const words = roleText[language]
  return (
    <>
      <Radios
        name="role"
        legend={t.role}
        language={language}
        items={roles.map((role) => ({
          value: role,
          text: words.names[role],
          hint: words.may[role],
          checked: typed.role === role,
        }))}
        {...errorOf('role')}
      />
      {roles.includes('supervisor') && branches.length > 0 ? (
        <Checkboxes
          name="branch"
          legend={t.branches}
          hint={t.branchesHint}
          small
          language={language}
          items={branches.map(({ id, name }) => ({
            value: id,
            text: name,
            checked: typed.branchIds.includes(id),
          }))}
          {...errorOf('branch')}
        />
      ) : null}
      {roles.includes('assessor') ? (
        <TextInput
          id="person"
          label={t.person}
          hint={t.personHint}
          value={typed.person}
          autocomplete="off"
          language={language}
          {...errorOf('person')}
        />
      ) : null}
    </>
  )
}
