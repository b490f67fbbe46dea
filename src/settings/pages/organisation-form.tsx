import { authorityText } from '../../organisations/authority-text'
import { type OrganisationDetails, zNewOrganisation } from '../../organisations/model'
import { checkLibraryAuthority } from '../../organisations/rules/check-library-authority'
import { grounds } from '../../organisations/rules/write-theme'
import type { FieldProblem } from '../../problems'
import type { Language } from '../../web/app-env'
import { Checkboxes, Select, TextInput } from '../../web/components'
import { looksText } from '../looks-text'
import { settingsPageText } from '../page-text'
import { colourProblem } from './colour-problem'

/** What stands in the form about an organisation, as it was typed. */
export type TypedDetails = {
  readonly name: string
  readonly nameCy: string
  readonly nation: string
  readonly authority: string
  readonly welshFirst: boolean
  readonly url: string
  readonly colour: string
}

export const typedOf = (form: Readonly<Record<string, unknown>>): TypedDetails => {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
  return {
    name: text('name'),
    nameCy: text('nameCy'),
    nation: text('nation'),
    authority: text('authority').toUpperCase(),
    welshFirst: text('welshFirst') === 'yes',
    url: text('url'),
    colour: text('colour').toLowerCase(),
  }
}

/** What the form says, or what is wrong with it. A code is checked against the list of authorities. */
export const readDetails = (
  typed: TypedDetails,
  language: Language,
): { readonly details: OrganisationDetails; readonly errors: readonly FieldProblem[] } => {
  const t = settingsPageText[language]
  const { shape } = zNewOrganisation
  const nation = shape.nation.safeParse(typed.nation)
  const checked =
    typed.authority === '' || !nation.success
      ? undefined
      : checkLibraryAuthority(typed.authority, nation.data)
  const errors: FieldProblem[] = []
  const ask = (field: string, good: boolean, message: string) => {
    if (!good) errors.push({ field, message })
  }
  ask('name', shape.nameEn.safeParse(typed.name).success, t.nameProblem)
  ask('nameCy', typed.nameCy.length <= 200, t.nameProblem)
  if (checked?.ok === false)
    errors.push({ field: 'authority', message: t.authorityProblem(authorityText[language](checked)) })
  ask('url', typed.url === '' || shape.url.safeParse(typed.url).success, t.urlProblem)
  const colour = colourProblem(typed.colour, grounds.head, language)
  if (colour !== undefined) errors.push({ field: 'colour', message: colour })
  const details = {
    nameEn: typed.name,
    nameCy: typed.nameCy === '' ? null : typed.nameCy,
    nation: nation.success ? nation.data : ('England' as const),
    gssCode: checked?.ok === true ? checked.authority.code : null,
    welshFirst: typed.welshFirst,
    url: typed.url === '' ? null : typed.url,
    themeColour: typed.colour,
  }
  return { details, errors }
}

/** The fields about an organisation. */
export const DetailsFields = (props: {
  readonly typed: TypedDetails
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}) => {
  const { typed, errors, language } = props
  const t = settingsPageText[language]
  const shared = (id: string) => {
    const error = errors.find(({ field }) => field === id)?.message
    return { id, language, ...(error === undefined ? {} : { error }) }
  }
  return (
    <>
      <TextInput {...shared('name')} label={t.name} value={typed.name} />
      <TextInput {...shared('nameCy')} label={t.nameCy} value={typed.nameCy} />
      <Select
        {...shared('nation')}
        label={t.nation}
        items={zNewOrganisation.shape.nation.options.map((value) => ({
          value,
          text: t.nations[value],
          selected: typed.nation === value,
        }))}
      />
      <TextInput
        {...shared('authority')}
        label={t.authority}
        hint={t.authorityHint}
        width={10}
        value={typed.authority}
        spellcheck={false}
      />
      <Checkboxes
        name="welshFirst"
        legend="Cymraeg"
        items={[{ value: 'yes', text: t.welshFirst, checked: typed.welshFirst }]}
      />
      <TextInput {...shared('url')} label={t.url} type="url" value={typed.url} />
      <TextInput
        {...shared('colour')}
        label={t.colour}
        hint={looksText[language].colourHint}
        width={10}
        value={typed.colour}
        spellcheck={false}
      />
    </>
  )
}
