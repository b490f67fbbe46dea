import type { PropsWithChildren } from 'hono/jsx'
import type { Language } from '../app-env'
import { webText } from '../text'

type ButtonProps = PropsWithChildren<{
  href?: string
  name?: string
  value?: string
  secondary?: boolean
  warning?: boolean
  disabled?: boolean
  id?: string
}>

/** A button of a form, or a link that looks like one where it has an address. */
export const Button = (props: ButtonProps) => {
  const { href, name, value, secondary = false, warning = false, disabled = false, id, children } = props
  const look = secondary ? ' govuk-button--secondary' : warning ? ' govuk-button--warning' : ''
  const idOf = id === undefined ? {} : { id }
  return href === undefined ? (
    <button
      type="submit"
      class={`govuk-button${look}`}
      {...idOf}
      {...(name === undefined ? {} : { name })}
      {...(value === undefined ? {} : { value })}
      {...(disabled ? { disabled: true, 'aria-disabled': 'true' } : {})}
    >
      {children}
    </button>
  ) : (
    <a href={href} draggable={false} class={`govuk-button${look}`} {...idOf}>
      {children}
    </a>
  )
}

/** Links one beneath the other; `download` where they are files. */
export const LinkList = (props: {
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly download?: boolean
}) => (
  <ul class="govuk-list">
    {props.links.map(({ href, text }) => (
      <li>
        <a class="govuk-link" href={href} download={props.download}>
          {text}
        </a>
      </li>
    ))}
  </ul>
)

/** Prints the page, where there is JavaScript; every browser has a way of its own. */
export const PrintButton = ({ language }: { language: Language }) => (
  <button type="button" class="govuk-button govuk-button--secondary app-print" data-print="" hidden>
    {webText[language].print}
  </button>
)

export const ButtonGroup = ({ children }: PropsWithChildren) => (
  <div class="govuk-button-group">{children}</div>
)

/** An address to take along; a button copies it where there is JavaScript. */
export const CopyField = ({
  id,
  label,
  value,
  language = 'en',
}: {
  id: string
  label: string
  value: string
  language?: Language
}) => (
  <div class="govuk-form-group app-copy">
    <label class="govuk-label" for={id}>
      {label}
    </label>
    <input class="govuk-input" id={id} type="text" value={value} readonly />
    <button
      type="button"
      class="govuk-button govuk-button--secondary"
      data-copy={id}
      data-copied={webText[language].copied}
      hidden
    >
      {webText[language].copy}
    </button>
  </div>
)

export const Pagination = ({
  previous,
  next,
  language = 'en',
}: {
  previous?: string | undefined
  next?: string | undefined
  language?: Language
}) =>
  previous === undefined && next === undefined ? null : (
    <nav class="govuk-pagination" aria-label={webText[language].pages}>
      {previous === undefined ? null : (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={previous} rel="prev">
            <span class="govuk-pagination__link-title">{webText[language].previous}</span>
          </a>
        </div>
      )}
      {next === undefined ? null : (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={next} rel="next">
            <span class="govuk-pagination__link-title">{webText[language].next}</span>
          </a>
        </div>
      )}
    </nav>
  )
