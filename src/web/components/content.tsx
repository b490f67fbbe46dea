import type { Child, PropsWithChildren } from 'hono/jsx'
import type { FieldProblem } from '../../problems'
import type { Language } from '../app-env'
import { webText } from '../text'

/** What is wrong with a form, above its heading, each with a link to its field. */
export const ErrorSummary = ({
  errors,
  language,
}: {
  errors: readonly FieldProblem[]
  language: Language
}) => (
  <div class="govuk-error-summary" data-error-summary tabindex={-1}>
    <div role="alert">
      <h2 class="govuk-error-summary__title">{webText[language].problem}</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {errors.map(({ field, message }) => (
            <li>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  </div>
)

export const NotificationBanner = ({
  success = false,
  title,
  language = 'en',
  children,
}: PropsWithChildren<{ success?: boolean; title?: string; language?: Language }>) => (
  <section
    class={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
    {...(success ? { role: 'alert' } : {})}
    aria-labelledby="banner-title"
  >
    <div class="govuk-notification-banner__header">
      <h2 class="govuk-notification-banner__title" id="banner-title">
        {title ?? (success ? webText[language].success : webText[language].important)}
      </h2>
    </div>
    <div class="govuk-notification-banner__content">{children}</div>
  </section>
)

export type SummaryRow = {
  readonly key: Child
  readonly value: Child
  readonly action?: { readonly href: string; readonly text: string; readonly hidden: string }
}

export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="govuk-summary-list">
    {rows.map(({ key, value, action }) => (
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{key}</dt>
        <dd class="govuk-summary-list__value">{value}</dd>
        {action === undefined ? null : (
          <dd class="govuk-summary-list__actions">
            <a class="govuk-link" href={action.href}>
              {action.text}
              <span class="govuk-visually-hidden"> {action.hidden}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)

type TableProps = PropsWithChildren<{
  caption: string
  captionSize?: 's' | 'm' | 'l'
  hideCaption?: boolean
  head: readonly { readonly text: Child; readonly numeric?: boolean }[]
}>

/** A table in a region that scrolls by itself where the screen is narrow, also by keyboard. */
export const Table = ({ caption, captionSize = 'm', hideCaption = false, head, children }: TableProps) => (
  <section class="app-table-scroll" aria-label={caption} tabindex={0}>
    <table class="govuk-table">
      <caption
        class={
          hideCaption ? 'govuk-visually-hidden' : `govuk-table__caption govuk-table__caption--${captionSize}`
        }
      >
        {caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {head.map(({ text, numeric = false }) =>
            text === '' ? (
              <td class="govuk-table__cell" />
            ) : (
              <th scope="col" class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}>
                {text}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">{children}</tbody>
    </table>
  </section>
)

export const Cell = ({
  numeric = false,
  header = false,
  children,
}: PropsWithChildren<{ numeric?: boolean; header?: boolean }>) =>
  header ? (
    <th scope="row" class="govuk-table__header">
      {children}
    </th>
  ) : (
    <td class={`govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}`}>{children}</td>
  )

export const Tag = ({
  colour = 'blue',
  children,
}: PropsWithChildren<{ colour?: 'green' | 'red' | 'yellow' | 'blue' | 'grey' }>) => (
  <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
)

export const InsetText = ({ children }: PropsWithChildren) => <div class="govuk-inset-text">{children}</div>

export const WarningText = ({ language = 'en', children }: PropsWithChildren<{ language?: Language }>) => (
  <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{webText[language].warning}</span>
      {children}
    </strong>
  </div>
)

export const Details = ({
  summary,
  open = false,
  children,
}: PropsWithChildren<{ summary: Child; open?: boolean }>) => (
  <details class="govuk-details" open={open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)

export const ProgressBar = ({ value, max, label }: { value: number; max: number; label: string }) => (
  <div class="app-progress">
    <label class="govuk-label" for="progress">
      {label}
    </label>
    <progress id="progress" class="app-progress__bar" value={value} max={max} />
  </div>
)
