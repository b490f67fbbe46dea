import { localDateOf } from '../../hours/rules/local-date-of'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, Checkboxes, InsetText, Radios } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { changeRole, decideCheck, getRole } from '../catalogue/actions'
import { type DbsEntry, dbsLevels, type RoleEntry, risks } from '../catalogue/model'
import { libraryOffers, type RoleDetails, roleDeliveryModes } from '../model'
import { findNationalRole } from '../rules/find-national-role'
import { trainingModules } from '../rules/find-training-module'
import { entryOfRole } from '../rules/read-role'
import { commonText } from './common-text'
import { describeFaults, errorOf, fieldsOf, readSent, titleOf } from './forms'
import { roleText } from './role-text'

type Form = {
  readonly entry: RoleEntry
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}

const renderEdit = async (
  c: AppContext,
  { organisation }: Permitted,
  role: RoleDetails,
  typed?: Pick<Form, 'entry' | 'errors'>,
) => {
  const { language } = c.var
  const t = roleText[language]
  const { slug } = organisation
  const here = path('serviceRole', { slug, roleId: role.id })
  const form: Form = { language, entry: typed?.entry ?? entryOfRole(role), errors: typed?.errors ?? [] }
  return renderPage(
    c,
    {
      ...{ title: t.editTitle, organisation, current: 'roles', errors: form.errors },
      back: { href: here, text: titleOf(role, language) },
    },
    <>
      <h1 class="govuk-heading-l">{t.editTitle}</h1>
      <form method="post" action={path('serviceRoleEdit', { slug, roleId: role.id })} novalidate>
        <WordFields {...form} />
        <PlaceFields {...form} />
        <PeopleFields {...form} />
        <ButtonGroup>
          <Button>{commonText[language].save}</Button>
          <a class="govuk-link" href={here}>
            {commonText[language].cancel}
          </a>
        </ButtonGroup>
      </form>
    </>,
  )
}

const textsOf = (entry: RoleEntry): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

const WordFields = ({ entry, errors, language }: Form) => {
  const t = roleText[language]
  const { Text, Area } = fieldsOf({ language, errors, values: textsOf(entry) })
  const [en, cy] = [t.english, t.welsh]
  return (
    <>
      <Text id="titleEn" label={`${t.title} ${en}`} />
      <Text id="titleCy" label={`${t.title} ${cy}`} />
      <Area id="summaryEn" label={`${t.summary} ${en}`} rows={2} />
      <Area id="summaryCy" label={`${t.summary} ${cy}`} rows={2} />
      <Area id="tasksEn" label={`${t.tasks} ${en}`} hint={t.perLine} rows={4} />
      <Area id="tasksCy" label={`${t.tasks} ${cy}`} hint={t.perLineWelsh} rows={4} />
    </>
  )
}

const PlaceFields = ({ entry, errors, language }: Form) => {
  const t = roleText[language]
  const common = commonText[language]
  const { Text } = fieldsOf({ language, errors, values: textsOf(entry) })
  return (
    <>
      <Checkboxes
        name="deliveryModes"
        legend={t.delivery}
        small
        items={roleDeliveryModes.map((value) => ({
          ...{ value, text: common.modes[value], checked: entry.deliveryModes.includes(value) },
        }))}
      />
      <Checkboxes
        name="offers"
        legend={t.offers}
        small
        items={libraryOffers.map((value) => ({
          ...{ value, text: common.offers[value], checked: entry.offers.includes(value) },
        }))}
      />
      <Text id="skills" label={t.skills} hint={t.skillsHint} />
      <Text id="minimumAge" label={t.age} hint={t.ageHint} width={3} />
      <Text id="ageReasonEn" label={`${t.ageReason} ${t.english}`} hint={t.ageReasonHint} />
      <Text id="ageReasonCy" label={`${t.ageReason} ${t.welsh}`} />
    </>
  )
}

const PeopleFields = ({ entry, errors, language }: Form) => {
  const t = roleText[language]
  const { Text, Area } = fieldsOf({ language, errors, values: textsOf(entry) })
  return (
    <>
      <Text id="supervisorName" label={t.supervisorName} />
      <Text id="supervisorEmail" label={t.supervisorEmail} type="email" />
      <Radios
        name="training"
        legend={t.trainingQuestion}
        small
        language={language}
        {...errorOf(errors, 'training')}
        items={(['undecided', 'none', 'some'] as const).map((value) => ({
          ...{ value, text: t.trainingChoices[value], checked: entry.training === value },
        }))}
      />
      <Checkboxes
        name="trainingModules"
        legend={t.modules}
        small
        items={trainingModules.map(({ code, title }) => ({
          ...{ value: code, text: title[language], checked: entry.trainingModules.includes(code) },
        }))}
      />
      <Area id="inductionEn" label={`${t.induction} ${t.english}`} hint={t.inductionHint} rows={6} />
      <Area id="inductionCy" label={`${t.induction} ${t.welsh}`} hint={t.perLineWelsh} rows={6} />
      <Text id="budgetCode" label={t.budget} width={10} />
    </>
  )
}

const roleIdOf = (c: AppContext) => c.req.param('roleId') ?? ''

export const showEdit = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'roles:manage')
  const { role } = await getRole(c.var.deps, permitted.organisation.id, roleIdOf(c))
  return renderEdit(c, permitted, role)
}

export const postEdit = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'roles:manage')
  const { deps, language } = c.var
  const { organisation, actor } = permitted
  const { text, list } = await readSent(c)
  const entry: RoleEntry = {
    ...{ titleEn: text('titleEn'), titleCy: text('titleCy') },
    ...{ summaryEn: text('summaryEn'), summaryCy: text('summaryCy') },
    ...{ tasksEn: text('tasksEn'), tasksCy: text('tasksCy'), skills: text('skills') },
    ...{ deliveryModes: list('deliveryModes'), offers: list('offers'), minimumAge: text('minimumAge') },
    ...{ ageReasonEn: text('ageReasonEn'), ageReasonCy: text('ageReasonCy') },
    ...{ supervisorName: text('supervisorName'), supervisorEmail: text('supervisorEmail') },
    ...{ training: text('training'), trainingModules: list('trainingModules') },
    ...{ inductionEn: text('inductionEn'), inductionCy: text('inductionCy') },
    budgetCode: text('budgetCode'),
  }
  const done = await changeRole(deps, organisation.id, roleIdOf(c), entry, actor)
  if (done.ok) return c.redirect(path('serviceRole', { slug: organisation.slug, roleId: done.value }), 303)
  const { role } = await getRole(deps, organisation.id, roleIdOf(c))
  const errors = describeFaults(done.reason, roleText[language].faults)
  return renderEdit(c, permitted, role, { entry, errors })
}

const renderCheck = async (
  c: AppContext,
  { organisation }: Permitted,
  role: RoleDetails,
  typed?: { readonly entry: DbsEntry; readonly errors: readonly FieldProblem[] },
) => {
  const { deps, language } = c.var
  const t = roleText[language]
  const common = commonText[language]
  const { slug } = organisation
  const here = path('serviceRole', { slug, roleId: role.id })
  const empty = {
    risk: '',
    level: '',
    legalBasis: '',
    decidedBy: '',
    decidedOn: localDateOf(deps.clock.now()),
  }
  const errors = typed?.errors ?? []
  const entry = typed?.entry ?? empty
  const { Text, Area } = fieldsOf({ language, errors, values: { ...entry } })
  const choose = (name: 'risk' | 'level', items: readonly { value: string; text: string }[]) => (
    <Radios
      name={name}
      legend={t[name]}
      language={language}
      {...errorOf(errors, name)}
      items={items.map((item) => ({ ...item, checked: entry[name] === item.value }))}
    />
  )
  return renderPage(
    c,
    {
      ...{ title: t.checkTitle, organisation, current: 'roles', errors },
      back: { href: here, text: titleOf(role, language) },
    },
    <>
      <h1 class="govuk-heading-l">{t.checkTitle}</h1>
      <p class="govuk-body">{t.checkIntro}</p>
      <InsetText>{`${t.think}: ${findNationalRole(role.nationalCode)?.prompt[language] ?? ''}`}</InsetText>
      <form method="post" action={path('serviceRoleCheck', { slug, roleId: role.id })} novalidate>
        {choose(
          'risk',
          risks.map((value) => ({ value, text: common.risks[value] })),
        )}
        {choose(
          'level',
          dbsLevels.map((value) => ({ value, text: common.levels[value] })),
        )}
        <Area id="legalBasis" label={t.basis} hint={t.basisHint} rows={3} />
        <Text id="decidedBy" label={t.decidedBy} />
        <Text id="decidedOn" label={t.decidedOn} type="date" width={10} />
        <Button>{common.save}</Button>
      </form>
    </>,
  )
}

export const showCheck = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'roles:manage')
  const { role } = await getRole(c.var.deps, permitted.organisation.id, roleIdOf(c))
  return renderCheck(c, permitted, role)
}

export const postCheck = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'roles:manage')
  const { deps, language } = c.var
  const { organisation, actor } = permitted
  const { text } = await readSent(c)
  const entry: DbsEntry = {
    ...{ risk: text('risk'), level: text('level'), legalBasis: text('legalBasis') },
    ...{ decidedBy: text('decidedBy'), decidedOn: text('decidedOn') },
  }
  const done = await decideCheck(deps, organisation.id, roleIdOf(c), entry, actor)
  if (done.ok) return c.redirect(path('serviceRole', { slug: organisation.slug, roleId: roleIdOf(c) }), 303)
  const { role } = await getRole(deps, organisation.id, roleIdOf(c))
  return renderCheck(c, permitted, role, {
    entry,
    errors: describeFaults(done.reason, roleText[language].faults),
  })
}
