import { listBranches } from '../../organisations/actions'
import {
  changeMember,
  endMember,
  getMember,
  inviteMember,
  listMembers,
  type MemberActor,
} from '../../organisations/members/actions'
import type { Member } from '../../organisations/members/model'
import { roleText } from '../../organisations/members/role-text'
import { permits } from '../../organisations/rules/permits'
import { rolesToGive } from '../../organisations/rules/roles-to-give'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, SummaryList, Table, TextInput } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { memberPageText } from '../member-page-text'
import { MemberFields, readMember, refusalProblem, type TypedMember, typedMember } from './member-form'
import { rolesIn } from './overview-page'

const actorOf = (c: AppContext, { organisation, actor }: Permitted): MemberActor => ({
  email: actor,
  roles: rolesIn(c, organisation),
})

const nothing: TypedMember = { email: '', role: '', branchIds: [], person: '' }
type Form = { readonly typed: TypedMember; readonly errors: readonly FieldProblem[] }

const MembersTable = (props: {
  readonly members: readonly Member[]
  readonly slug: string
  readonly may: boolean
  readonly language: Language
}) => {
  const { members, slug, may, language } = props
  const t = memberPageText[language]
  if (members.length === 0) return <p class="govuk-body">{t.nobody}</p>
  const head = [{ text: t.email }, { text: t.role }, { text: t.limits }, { text: t.since }]
  return (
    <Table caption={t.title} hideCaption head={may ? [...head, { text: t.change }] : head}>
      {members.map((one) => (
        <tr class="govuk-table__row">
          <Cell header>{one.email}</Cell>
          <Cell>{roleText[language].names[one.role]}</Cell>
          <Cell>{one.personName ?? one.branches.map(({ name }) => name).join(', ')}</Cell>
          <Cell>{formatDate(one.since, language)}</Cell>
          {may ? (
            <Cell>
              <a class="govuk-link" href={path('serviceMember', { slug, membershipId: one.id })}>
                {t.change}
                <span class="govuk-visually-hidden">{`: ${one.email}`}</span>
              </a>
            </Cell>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

const renderList = async (c: AppContext, permitted: Permitted, { typed, errors }: Form) => {
  const { deps, language } = c.var
  const t = memberPageText[language]
  const { organisation } = permitted
  const { slug } = organisation
  const own = rolesIn(c, organisation)
  const may = own.some((role) => permits(role, 'members:manage'))
  const error = errors.find(({ field }) => field === 'email')?.message
  return renderPage(
    c,
    {
      ...{ title: t.title, organisation, current: 'members', wide: true, errors },
      back: { href: path('serviceSettings', { slug }), text: t.back },
    },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.intro}</p>
      <MembersTable {...{ members: await listMembers(deps, organisation.id), slug, may, language }} />
      {may ? (
        <form method="post" action={path('serviceMembers', { slug })} novalidate>
          <h2 class="govuk-heading-m">{t.invite}</h2>
          <TextInput
            id="email"
            label={t.email}
            hint={t.inviteHint}
            type="email"
            autocomplete="off"
            value={typed.email}
            language={language}
            {...(error === undefined ? {} : { error })}
          />
          <MemberFields
            {...{ typed, errors, language, roles: rolesToGive(own, organisation.kind) }}
            branches={await listBranches(deps, organisation.id)}
          />
          <Button>{t.send}</Button>
        </form>
      ) : null}
    </>,
  )
}

/** Everybody with a role that is given on screen, and the form that gives one. */
export const renderMembers = async (c: AppContext) =>
  renderList(c, await requirePermission(c, 'members:read'), { typed: nothing, errors: [] })

export const postMembers = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'members:manage')
  const { organisation } = permitted
  const { language, deps } = c.var
  const typed = typedMember(await c.req.parseBody({ all: true }))
  const { role, personId, errors } = await readMember(c, organisation.id, typed)
  const good = /^[^\s@]+@[^\s@]+$/.test(typed.email)
  const all = good ? errors : [{ field: 'email', message: memberPageText[language].emailProblem }, ...errors]
  if (role === undefined || all.length > 0) return renderList(c, permitted, { typed, errors: all })
  const wanted = { email: typed.email, role, branchIds: typed.branchIds, personId }
  const outcome = await inviteMember(deps, organisation, wanted, actorOf(c, permitted))
  if (!outcome.ok)
    return renderList(c, permitted, { typed, errors: [refusalProblem(outcome.reason, language)] })
  await deps.jobs.enqueue({ kind: 'send-mail' })
  return c.redirect(path('serviceMembers', { slug: organisation.slug }), 303)
}

const renderOne = async (c: AppContext, permitted: Permitted, member: Member, { typed, errors }: Form) => {
  const { deps, language } = c.var
  const t = memberPageText[language]
  const { organisation, actor } = permitted
  const { slug } = organisation
  const own = member.email === actor
  const roles = rolesToGive(rolesIn(c, organisation), organisation.kind)
  const membershipId = member.id
  return renderPage(
    c,
    {
      ...{ title: member.email, organisation, current: 'members', errors },
      back: { href: path('serviceMembers', { slug }), text: t.title },
    },
    <>
      <h1 class="govuk-heading-l">{member.email}</h1>
      <SummaryList
        rows={[
          { key: t.role, value: roleText[language].names[member.role] },
          { key: t.since, value: formatDate(member.since, language) },
        ]}
      />
      {own ? null : (
        <form method="post" action={path('serviceMember', { slug, membershipId })} novalidate>
          <MemberFields
            {...{ typed, errors, language, roles }}
            branches={await listBranches(deps, organisation.id)}
          />
          <Button>{t.save}</Button>
        </form>
      )}
      <form method="post" action={path('serviceMemberEnd', { slug, membershipId })}>
        <Button warning>{own ? t.leave : t.end}</Button>
      </form>
    </>,
  )
}

const typedFrom = (member: Member): TypedMember => ({
  email: member.email,
  role: member.role,
  branchIds: member.branches.map(({ id }) => id),
  person: member.personName ?? '',
})

const getShown = (c: AppContext, { organisation }: Permitted): Promise<Member> =>
  getMember(c.var.deps, organisation.id, c.req.param('membershipId') ?? '')

/** One member: what they are, and the forms that change and end it. */
export const renderMember = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'members:manage')
  const member = await getShown(c, permitted)
  return renderOne(c, permitted, member, { typed: typedFrom(member), errors: [] })
}

export const postMember = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'members:manage')
  const { organisation } = permitted
  const member = await getShown(c, permitted)
  const typed = typedMember(await c.req.parseBody({ all: true }))
  const { role, personId, errors } = await readMember(c, organisation.id, typed)
  if (role === undefined || errors.length > 0) return renderOne(c, permitted, member, { typed, errors })
  const wanted = { role, branchIds: typed.branchIds, personId }
  const outcome = await changeMember(c.var.deps, organisation, member.id, wanted, actorOf(c, permitted))
  if (!outcome.ok)
    return renderOne(c, permitted, member, {
      typed,
      errors: [refusalProblem(outcome.reason, c.var.language)],
    })
  return c.redirect(path('serviceMembers', { slug: organisation.slug }), 303)
}

export const postMemberEnd = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'members:manage')
  const { organisation, actor } = permitted
  const member = await getShown(c, permitted)
  const outcome = await endMember(c.var.deps, organisation, member.id, actorOf(c, permitted))
  if (!outcome.ok)
    return renderOne(c, permitted, member, {
      typed: typedFrom(member),
      errors: [refusalProblem(outcome.reason, c.var.language)],
    })
  return c.redirect(
    member.email === actor ? path('home') : path('serviceMembers', { slug: organisation.slug }),
    303,
  )
}
