import type { Child } from 'hono/jsx'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Select, Textarea, TextInput } from '../../web/components'

const longestText = 5000

/** What a form sent: texts as they were typed, cut where they are absurdly long, and lists of ticked values. */
export type Sent = { text(name: string): string; list(name: string): string[] }

export const readSent = async (c: AppContext): Promise<Sent> => {
  const form = await c.req.parseBody({ all: true })
  const list = (name: string) =>
    [form[name] ?? []].flat().flatMap((one) => (typeof one === 'string' ? [one.slice(0, longestText)] : []))
  return { list, text: (name) => list(name)[0] ?? '' }
}

/** The error of a field, as the components take it. */
export const errorOf = (errors: readonly FieldProblem[], field: string) => {
  const error = errors.find((one) => one.field === field)?.message
  return error === undefined ? {} : { error }
}

/** Faults of a form as problems of its fields, in the words of a table. */
export const describeFaults = <R extends string>(
  faults: readonly { readonly field: string; readonly reason: R }[],
  words: Readonly<Record<R, string>>,
): FieldProblem[] => faults.map(({ field, reason }) => ({ field, message: words[reason] }))

type FieldsProps = {
  readonly language: Language
  readonly errors: readonly FieldProblem[]
  readonly values: Readonly<Record<string, string>>
}
type FieldProps = {
  readonly id: string
  readonly label: Child
  readonly hint?: Child
}

/** The fields of one form, which share its language, its errors and what was typed. */
export const fieldsOf = ({ language, errors, values }: FieldsProps) => {
  const shared = (id: string) => ({ id, language, ...errorOf(errors, id) })
  return {
    Text: (
      props: FieldProps & {
        readonly width?: 3 | 5 | 10 | 20
        readonly type?: 'text' | 'date' | 'email' | 'url'
      },
    ) => <TextInput {...props} {...shared(props.id)} value={values[props.id] ?? ''} />,
    Area: (props: FieldProps & { readonly rows?: number }) => (
      <Textarea {...props} {...shared(props.id)} value={values[props.id] ?? ''} />
    ),
    Choice: ({
      items,
      ...props
    }: FieldProps & { readonly items: readonly { readonly value: string; readonly text: string }[] }) => (
      <Select
        {...props}
        {...shared(props.id)}
        items={items.map((item) => ({ ...item, selected: item.value === (values[props.id] ?? '') }))}
      />
    ),
  }
}

/** The title of a role in a language. */
export const titleOf = (
  role: { readonly titleEn: string; readonly titleCy: string | null },
  language: Language,
): string => (language === 'cy' ? (role.titleCy ?? role.titleEn) : role.titleEn)

/** A heading and what stands under it. */
export const Part = ({ title, children }: { readonly title: string; readonly children?: Child }) => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </>
)

export const Bullets = ({ items }: { readonly items: readonly Child[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)
