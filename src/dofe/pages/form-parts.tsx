import type { FieldProblem } from '../../problems'
import type { AppContext } from '../../web/app-env'

/** The error of one field, as a component takes it. */
export const errorOf = (errors: readonly FieldProblem[], field: string) => {
  const error = errors.find((one) => one.field === field)?.message
  return error === undefined ? {} : { error }
}

/** The text fields of a form that was sent. */
export const readForm = async (c: AppContext): Promise<Record<string, string>> => {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** The values of a field of which there may be several. */
export const readMany = async (c: AppContext, name: string): Promise<string[]> => {
  const value = (await c.req.parseBody({ all: true }))[name]
  const all = Array.isArray(value) ? value : [value]
  return all.filter((one) => typeof one === 'string')
}

/** Boxes to tick that each have a name of their own. */
export const Ticks = (props: {
  readonly legend: string
  readonly items: readonly {
    readonly name: string
    readonly text: string
    readonly hint?: string
    readonly checked: boolean
  }[]
}) => (
  <div class="govuk-form-group">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{props.legend}</legend>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        {props.items.map(({ name, text, hint, checked }) => (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={name}
              name={name}
              type="checkbox"
              value="yes"
              checked={checked}
              {...(hint === undefined ? {} : { 'aria-describedby': `${name}-hint` })}
            />
            <label class="govuk-label govuk-checkboxes__label" for={name}>
              {text}
            </label>
            {hint === undefined ? null : (
              <div id={`${name}-hint`} class="govuk-hint govuk-checkboxes__hint">
                {hint}
              </div>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  </div>
)
