import { path } from '../../../paths'
import type { FieldProblem } from '../../../problems'
import type { AppContext, Language } from '../../../web/app-env'
import { NotificationBanner, Select } from '../../../web/components'
import { type Permitted, requirePermission } from '../../../web/guard'
import { getOwnBadge } from '../actions'
import type { OwnBadge } from '../model'
import { ownText } from '../page-text'

/** An own badge with those who look at it. */
export type OwnPlace = Permitted & { readonly badge: OwnBadge }

/** The own badge of the address, for those who design badges. Throws as `requirePermission`, and `not-found`. */
export const requireOwnBadge = async (c: AppContext): Promise<OwnPlace> => {
  const permitted = await requirePermission(c, 'badges:design')
  const badge = await getOwnBadge(c.var.deps, permitted.organisation.id, c.req.param('ownCode') ?? '')
  return { ...permitted, badge }
}

export const placeOf = ({ organisation, badge }: OwnPlace) => ({
  slug: organisation.slug,
  ownCode: badge.code,
})

/** The way back to the badge from a page of its design. */
export const backTo = (place: OwnPlace, language: Language) => ({
  href: path('serviceOwnBadge', placeOf(place)),
  text: place.badge.draft.words.name[language],
})

export const Saved = ({ c }: { readonly c: AppContext }) =>
  c.req.query('saved') === 'yes' ? (
    <NotificationBanner success language={c.var.language}>
      <p class="govuk-notification-banner__heading">{ownText[c.var.language].saved}</p>
    </NotificationBanner>
  ) : null

/** The error of a field, for the components of forms. */
export const errorFor =
  (errors: readonly FieldProblem[]) =>
  (field: string): { error?: string } => {
    const error = errors.find((one) => one.field === field)?.message
    return error === undefined ? {} : { error }
  }

type Choice = { readonly value: string; readonly text: string }

/** A list to choose from that starts with nothing chosen. */
export const ChoiceSelect = (props: {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly language: Language
  readonly errors: readonly FieldProblem[]
}) => {
  const { choices, value, errors, ...field } = props
  const first = { value: '', text: ownText[props.language].choose }
  return (
    <Select
      {...field}
      {...errorFor(errors)(field.id)}
      items={[first, ...choices].map((one) => ({ ...one, selected: one.value === value }))}
    />
  )
}

/** The text of a form by the name of the field. */
export type Typed = (name: string) => string

export const readForm = async (c: AppContext): Promise<Typed> => {
  const form = await c.req.parseBody()
  return (name) => (typeof form[name] === 'string' ? form[name] : '')
}

/** How a badge stands, in one word. */
export const stateOf = ({ versions, revision, publishedRevision, retiredAt }: OwnBadge) => {
  if (retiredAt !== null) return 'retired'
  if (versions.length === 0) return 'draft'
  return revision === publishedRevision ? 'published' : 'changed'
}

export const stateColours = {
  draft: 'yellow',
  published: 'green',
  changed: 'blue',
  retired: 'grey',
} as const
