import { type BranchRecord, libraryTypes, type NewBranch } from '../../organisations/model'
import { permits } from '../../organisations/rules/permits'
import { getBranch, listBranchRecords, saveBranch } from '../../organisations/structure/actions'
import { path } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Select, Table, TextInput } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { settingsPageText } from '../page-text'
import { rolesIn } from './overview-page'

type Typed = {
  readonly name: string
  readonly type: string
  readonly uprn: string
  readonly district: string
}

const nothing: Typed = { name: '', type: '', uprn: '', district: '' }

const typedOf = (form: Readonly<Record<string, unknown>>): Typed => {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
  return {
    name: text('name'),
    type: text('type'),
    uprn: text('uprn').replaceAll(' ', ''),
    district: text('district').toUpperCase(),
  }
}

const typedFrom = (branch: BranchRecord): Typed => ({
  name: branch.name,
  type: branch.libraryType,
  uprn: branch.uprn ?? '',
  district: branch.districtCode ?? '',
})

const read = (
  typed: Typed,
  language: Language,
): { readonly branch: NewBranch; readonly errors: FieldProblem[] } => {
  const t = settingsPageText[language]
  const type = libraryTypes.find((one) => one === typed.type)
  const errors: FieldProblem[] = []
  if (typed.name === '' || typed.name.length > 200) errors.push({ field: 'name', message: t.nameProblem })
  if (type === undefined) errors.push({ field: 'type', message: t.typeProblem })
  if (!/^\d{0,12}$/.test(typed.uprn)) errors.push({ field: 'uprn', message: t.uprnProblem })
  if (!/^([A-Z]\d{8})?$/.test(typed.district)) errors.push({ field: 'district', message: t.districtProblem })
  const branch = {
    name: typed.name,
    libraryType: type ?? 'LAL',
    uprn: typed.uprn === '' ? null : typed.uprn,
    districtCode: typed.district === '' ? null : typed.district,
  }
  return { branch, errors }
}

type FormProps = {
  readonly typed: Typed
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}

const Fields = ({ typed, errors, language }: FormProps) => {
  const t = settingsPageText[language]
  const shared = (id: string) => {
    const error = errors.find(({ field }) => field === id)?.message
    return { id, language, ...(error === undefined ? {} : { error }) }
  }
  const types = libraryTypes.map((value) => ({ value, text: t.types[value], selected: typed.type === value }))
  return (
    <>
      <TextInput {...shared('name')} label={t.name} value={typed.name} />
      <Select {...shared('type')} label={t.type} items={[{ value: '', text: '' }, ...types]} />
      <TextInput
        {...shared('uprn')}
        label={t.uprn}
        hint={t.uprnHint}
        inputmode="numeric"
        width={20}
        value={typed.uprn}
      />
      <TextInput
        {...shared('district')}
        label={t.district}
        hint={t.districtHint}
        width={10}
        value={typed.district}
      />
    </>
  )
}

const renderList = async (c: AppContext, { organisation }: Permitted, form: Omit<FormProps, 'language'>) => {
  const { deps, language } = c.var
  const t = settingsPageText[language]
  const { slug } = organisation
  const may = rolesIn(c, organisation).some((role) => permits(role, 'settings:change'))
  const branches = await listBranchRecords(deps, organisation.id)
  return renderPage(
    c,
    {
      ...{ title: t.branches, organisation, current: 'settings', wide: true, errors: form.errors },
      back: { href: path('serviceSettings', { slug }), text: t.backToSettings },
    },
    <>
      <h1 class="govuk-heading-l">{t.branches}</h1>
      <Table
        caption={t.branches}
        hideCaption
        head={[{ text: t.name }, { text: t.type }, { text: t.uprn }, { text: t.district }]}
      >
        {branches.map((branch) => (
          <tr class="govuk-table__row">
            <Cell header>
              <a class="govuk-link" href={path('serviceBranch', { slug, branchId: branch.id })}>
                {branch.name}
              </a>
            </Cell>
            <Cell>{t.types[branch.libraryType]}</Cell>
            <Cell>{branch.uprn ?? ''}</Cell>
            <Cell>{branch.districtCode ?? ''}</Cell>
          </tr>
        ))}
      </Table>
      {may ? (
        <form method="post" action={path('serviceBranches', { slug })} novalidate>
          <h2 class="govuk-heading-m">{t.addBranch}</h2>
          <Fields {...form} language={language} />
          <Button>{t.addBranch}</Button>
        </form>
      ) : null}
    </>,
  )
}

const renderOne = (
  c: AppContext,
  { organisation }: Permitted,
  branchId: string,
  form: Omit<FormProps, 'language'>,
) => {
  const { language } = c.var
  const t = settingsPageText[language]
  const { slug } = organisation
  return renderPage(
    c,
    {
      ...{ title: t.branchTitle, organisation, current: 'settings', errors: form.errors },
      back: { href: path('serviceBranches', { slug }), text: t.branches },
    },
    <>
      <h1 class="govuk-heading-l">{t.branchTitle}</h1>
      <form method="post" action={path('serviceBranch', { slug, branchId })} novalidate>
        <Fields {...form} language={language} />
        <Button>{t.save}</Button>
      </form>
    </>,
  )
}

/** The libraries of a service, with their type and place. */
export const renderBranches = async (c: AppContext) =>
  renderList(c, await requirePermission(c, 'settings:read'), { typed: nothing, errors: [] })

/** Saves; gives what is wrong, also where the name is taken. */
const save = async (
  c: AppContext,
  { organisation, actor }: Permitted,
  typed: Typed,
  id?: string,
): Promise<readonly FieldProblem[]> => {
  const { branch, errors } = read(typed, c.var.language)
  if (errors.length > 0) return errors
  try {
    await saveBranch(c.var.deps, organisation.id, { ...branch, ...(id === undefined ? {} : { id }) }, actor)
    return []
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'duplicate')) throw error
    return [{ field: 'name', message: settingsPageText[c.var.language].duplicate }]
  }
}

export const postBranches = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'settings:change')
  const typed = typedOf(await c.req.parseBody())
  const errors = await save(c, permitted, typed)
  if (errors.length > 0) return renderList(c, permitted, { typed, errors })
  return c.redirect(path('serviceBranches', { slug: permitted.organisation.slug }), 303)
}

/** One library, to be changed. */
export const renderBranch = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'settings:change')
  const branch = await getBranch(c.var.deps, permitted.organisation.id, c.req.param('branchId') ?? '')
  return renderOne(c, permitted, branch.id, { typed: typedFrom(branch), errors: [] })
}

export const postBranch = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'settings:change')
  const branch = await getBranch(c.var.deps, permitted.organisation.id, c.req.param('branchId') ?? '')
  const typed = typedOf(await c.req.parseBody())
  const errors = await save(c, permitted, typed, branch.id)
  if (errors.length > 0) return renderOne(c, permitted, branch.id, { typed, errors })
  return c.redirect(path('serviceBranches', { slug: permitted.organisation.slug }), 303)
}
