import type { FieldProblem } from '../../problems'
import type { Language } from '../../web/app-env'
import { Button, ButtonGroup, Checkboxes, Radios, WarningText } from '../../web/components'
import { formatCount, formatHoursShort } from '../../web/format'
import { type CredentialsChoice, type ErasurePreview, rowKinds } from '../model'
import { keepingText } from '../page-text'

export type TypedErasure = { readonly badges: string; readonly sure: boolean }

export const typedErasure = (form: Readonly<Record<string, unknown>>): TypedErasure => ({
  badges: String(form['badges'] ?? ''),
  sure: form['sure'] === 'yes',
})

/** What was chosen, or what is missing. Without a badge there is nothing to choose. */
export const readErasure = (
  typed: TypedErasure,
  preview: ErasurePreview,
  language: Language,
): { readonly credentials: CredentialsChoice; readonly errors: readonly FieldProblem[] } => {
  const t = keepingText[language]
  const chosen = typed.badges === 'keep' || typed.badges === 'revoke' ? typed.badges : undefined
  const errors = [
    ...(chosen === undefined && preview.badges > 0 ? [{ field: 'badges', message: t.badgesProblem }] : []),
    ...(typed.sure ? [] : [{ field: 'sure', message: t.sureProblem }]),
  ]
  return { credentials: chosen ?? 'keep', errors }
}

const WhatHappens = ({ preview, language }: { preview: ErasurePreview; language: Language }) => {
  const t = keepingText[language]
  const { goes, minutes, badges, matters } = preview
  return (
    <>
      <h2 class="govuk-heading-m">{t.goes}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {rowKinds
          .filter((kind) => goes[kind] > 0)
          .map((kind) => (
            <li>{t.rows[kind](formatCount(goes[kind], language))}</li>
          ))}
      </ul>
      <h2 class="govuk-heading-m">{t.stays}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t.staysHours(formatHoursShort(minutes))}</li>
        {badges > 0 ? <li>{t.staysBadges}</li> : null}
        <li>{t.staysChain}</li>
        <li>{t.staysStaff}</li>
        {matters.map(({ kind, reference, reason }) => (
          <li>{t.staysMatter(t.kinds[kind], reference, reason)}</li>
        ))}
      </ul>
    </>
  )
}

/** What an erasure does, and the form that starts it. */
export const EraseView = (props: {
  readonly preview: ErasurePreview
  readonly typed: TypedErasure
  readonly errors: readonly FieldProblem[]
  readonly action: string
  readonly back: string
  readonly language: Language
}) => {
  const { preview, typed, errors, action, back, language } = props
  const t = keepingText[language]
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)?.message
    return error === undefined ? {} : { error }
  }
  return (
    <>
      <WhatHappens preview={preview} language={language} />
      <form method="post" action={action} novalidate>
        {preview.badges === 0 ? null : (
          <Radios
            name="badges"
            legend={t.badgesQuestion}
            language={language}
            items={[
              { value: 'keep', text: t.keep, hint: t.keepHint, checked: typed.badges === 'keep' },
              { value: 'revoke', text: t.revoke, hint: t.revokeHint, checked: typed.badges === 'revoke' },
            ]}
            {...errorOf('badges')}
          />
        )}
        <WarningText language={language}>{t.sure}</WarningText>
        <Checkboxes
          name="sure"
          legend={t.erase}
          language={language}
          items={[{ value: 'yes', text: t.sureBox, checked: typed.sure }]}
          {...errorOf('sure')}
        />
        <ButtonGroup>
          <Button warning>{t.eraseButton}</Button>
          <a class="govuk-link" href={back}>
            {t.cancel}
          </a>
        </ButtonGroup>
      </form>
    </>
  )
}
