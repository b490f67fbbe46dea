import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Language } from '../app-env'
import { webText } from '../text'

/** What every field has: an id that is its name as well unless another is given, a label, a hint, an error. */
export type FieldProps = {
  readonly id: string
  readonly name?: string
  readonly label: Child
  readonly hint?: Child
  readonly error?: string
  readonly language?: Language
  /** The label is the page's only heading. */
  readonly headingLabel?: boolean
}

export const Hint = ({ id, children }: PropsWithChildren<{ id: string }>) => (
  <div id={id} class="govuk-hint">
    {children}
  </div>
)

export const ErrorMessage = ({
  id,
  error,
  language = 'en',
}: {
  id: string
  error: string
  language?: Language
}) => (
  <p id={id} class="govuk-error-message">
    <span class="govuk-visually-hidden">{webText[language].error}:</span> {error}
  </p>
)

/** The ids of what describes a field, for `aria-describedby`. */
export const describedBy = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) => {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
  const present = ids.filter((one) => one !== '')
  return present.length === 0 ? {} : { 'aria-describedby': present.join(' ') }
}

const Label = ({ id, label, headingLabel = false }: Pick<FieldProps, 'id' | 'label' | 'headingLabel'>) =>
  headingLabel ? (
    <h1 class="govuk-label-wrapper">
      <label class="govuk-label govuk-label--l" for={id}>
        {label}
      </label>
    </h1>
  ) : (
    <label class="govuk-label" for={id}>
      {label}
    </label>
  )

/** A label, a hint and an error around one control. */
export const FormGroup = ({ children, ...field }: PropsWithChildren<FieldProps>) => {
  const { id, hint, error, language } = field
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <Label {...field} />
      {hint === undefined ? null : <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error === undefined ? null : (
        <ErrorMessage id={`${id}-error`} error={error} {...(language === undefined ? {} : { language })} />
      )}
      {children}
    </div>
  )
}

type TextInputProps = FieldProps & {
  readonly value?: string
  readonly type?: 'text' | 'email' | 'url' | 'search' | 'number' | 'date' | 'time' | 'tel'
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'decimal' | 'text'
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20
  readonly spellcheck?: boolean
}

export const TextInput = (props: TextInputProps) => {
  const { id, name = id, value, type = 'text', autocomplete, inputmode, width, spellcheck, error } = props
  const wide = width === undefined ? '' : ` govuk-input--width-${width}`
  return (
    <FormGroup {...props}>
      <input
        class={`govuk-input${wide}${error === undefined ? '' : ' govuk-input--error'}`}
        id={id}
        name={name}
        type={type}
        {...(value === undefined ? {} : { value })}
        {...(autocomplete === undefined ? {} : { autocomplete })}
        {...(inputmode === undefined ? {} : { inputmode })}
        {...(spellcheck === undefined ? {} : { spellcheck })}
        {...describedBy(props)}
      />
    </FormGroup>
  )
}

export const Textarea = (props: FieldProps & { readonly value?: string; readonly rows?: number }) => {
  const { id, name = id, value = '', rows = 5, error } = props
  return (
    <FormGroup {...props}>
      <textarea
        class={`govuk-textarea${error === undefined ? '' : ' govuk-textarea--error'}`}
        id={id}
        name={name}
        rows={rows}
        {...describedBy(props)}
      >
        {value}
      </textarea>
    </FormGroup>
  )
}

export const FileUpload = (props: FieldProps & { readonly accept?: string }) => {
  const { id, name = id, accept, error } = props
  return (
    <FormGroup {...props}>
      <input
        class={`govuk-file-upload${error === undefined ? '' : ' govuk-file-upload--error'}`}
        id={id}
        name={name}
        type="file"
        {...(accept === undefined ? {} : { accept })}
        {...describedBy(props)}
      />
    </FormGroup>
  )
}

export type SelectItem = { readonly value: string; readonly text: string; readonly selected?: boolean }

export const Select = (props: FieldProps & { readonly items: readonly SelectItem[] }) => {
  const { id, name = id, items, error } = props
  return (
    <FormGroup {...props}>
      <select
        class={`govuk-select${error === undefined ? '' : ' govuk-select--error'}`}
        id={id}
        name={name}
        {...describedBy(props)}
      >
        {items.map(({ value, text, selected = false }) => (
          <option value={value} selected={selected}>
            {text}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
