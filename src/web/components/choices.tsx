import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Language } from '../app-env'
import { describedBy, ErrorMessage, Hint } from './fields'

export type ChoiceItem = {
  readonly value: string
  readonly text: Child
  readonly hint?: Child
  readonly checked?: boolean
}

export type ChoicesProps = {
  /** Also the id of the first choice, which an error summary leads to. */
  readonly name: string
  readonly legend: Child
  readonly headingLegend?: boolean
  readonly hint?: Child
  readonly error?: string
  readonly language?: Language
  readonly items: readonly ChoiceItem[]
  readonly small?: boolean
}

const Fieldset = ({
  legend,
  headingLegend = false,
  describes = {},
  children,
}: PropsWithChildren<{
  legend: Child
  headingLegend?: boolean
  describes?: { 'aria-describedby'?: string }
}>) => (
  <fieldset class="govuk-fieldset" {...describes}>
    <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${headingLegend ? 'l' : 'm'}`}>
      {headingLegend ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
    </legend>
    {children}
  </fieldset>
)

/** Boxes of which any number may be ticked. */
export const Checkboxes = (props: ChoicesProps) => <Choices kind="checkbox" {...props} />

/** Buttons of which one may be chosen. */
export const Radios = (props: ChoicesProps) => <Choices kind="radio" {...props} />

const kinds = { checkbox: 'govuk-checkboxes', radio: 'govuk-radios' } as const

const Choices = (props: ChoicesProps & { readonly kind: keyof typeof kinds }) => {
  const { kind, name, legend, headingLegend = false, hint, error, language, items, small } = props
  const block = kinds[kind]
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <Fieldset
        legend={legend}
        headingLegend={headingLegend}
        describes={describedBy({
          id: name,
          ...(hint === undefined ? {} : { hint }),
          ...(error === undefined ? {} : { error }),
        })}
      >
        {hint === undefined ? null : <Hint id={`${name}-hint`}>{hint}</Hint>}
        {error === undefined ? null : (
          <ErrorMessage
            id={`${name}-error`}
            error={error}
            {...(language === undefined ? {} : { language })}
          />
        )}
        <div class={`${block}${small ? ` ${block}--small` : ''}`}>
          {items.map(({ value, text, hint: itemHint, checked = false }, position) => {
            const id = position === 0 ? name : `${name}-${position + 1}`
            return (
              <div class={`${block}__item`}>
                <input
                  class={`${block}__input`}
                  id={id}
                  name={name}
                  type={kind}
                  value={value}
                  checked={checked}
                  {...(itemHint === undefined ? {} : { 'aria-describedby': `${id}-item-hint` })}
                />
                <label class={`govuk-label ${block}__label`} for={id}>
                  {text}
                </label>
                {itemHint === undefined ? null : (
                  <div id={`${id}-item-hint`} class={`govuk-hint ${block}__hint`}>
                    {itemHint}
                  </div>
                )}
              </div>
            )
          })}
        </div>
      </Fieldset>
    </div>
  )
}

/** The tick of one row of a table, with a label that only a screen reader tells. */
export const RowCheckbox = ({
  name,
  value,
  label,
  checked = false,
}: {
  name: string
  value: string
  label: string
  checked?: boolean
}) => (
  <div class="govuk-checkboxes govuk-checkboxes--small app-row-checkbox">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        id={`${name}-${value}`}
        name={name}
        type="checkbox"
        value={value}
        checked={checked}
      />
      <label class="govuk-label govuk-checkboxes__label" for={`${name}-${value}`}>
        <span class="govuk-visually-hidden">{label}</span>
      </label>
    </div>
  </div>
)
