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
  readonly inline?: boolean
  readonly small?: boolean
}

export const Fieldset = ({
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

const Choices = ({ kind, ...props }: ChoicesProps & { kind: 'radios' | 'checkboxes' }) => {
  const { name, legend, headingLegend = false, hint, error, language, items, inline, small } = props
  const type = kind === 'radios' ? 'radio' : 'checkbox'
  const classes = [
    `govuk-${kind}`,
    inline ? `govuk-${kind}--inline` : '',
    small ? `govuk-${kind}--small` : '',
  ].filter((one) => one !== '')
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
        <div class={classes.join(' ')}>
          {items.map(({ value, text, hint: itemHint, checked = false }, position) => {
            const id = position === 0 ? name : `${name}-${position + 1}`
            return (
              <div class={`govuk-${kind}__item`}>
                <input
                  class={`govuk-${kind}__input`}
                  id={id}
                  name={name}
                  type={type}
                  value={value}
                  checked={checked}
                  {...(itemHint === undefined ? {} : { 'aria-describedby': `${id}-item-hint` })}
                />
                <label class={`govuk-label govuk-${kind}__label`} for={id}>
                  {text}
                </label>
                {itemHint === undefined ? null : (
                  <div id={`${id}-item-hint`} class={`govuk-hint govuk-${kind}__hint`}>
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

export const Radios = (props: ChoicesProps) => <Choices kind="radios" {...props} />

export const Checkboxes = (props: ChoicesProps) => <Choices kind="checkboxes" {...props} />

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
