import { path } from '../../paths'
import type { Language } from '../../web/app-env'
import { Button, NotificationBanner } from '../../web/components'
import { formatCount } from '../../web/format'
import type { Outcome } from './approval-query'
import { approvalText } from './approval-text'
import { hoursFigure } from './figures'

/** What the change before this page came to. */
export const Banner = ({
  slug,
  language,
  outcome = {},
  seesBadges,
}: {
  readonly slug: string
  readonly language: Language
  readonly outcome?: Outcome
  readonly seesBadges: boolean
}) => {
  const t = approvalText[language]
  const { approved, minutes = 0, own = 0, held = 0, elsewhere = 0, disputed, withdrawn, batch } = outcome
  if (approved === undefined && disputed === undefined && withdrawn === undefined) return null
  const figure = (count: number) => formatCount(count, language)
  const lines = [
    ...(approved ? [t.approved(figure(approved), hoursFigure(minutes, language))] : []),
    ...(disputed ? [t.disputed(figure(disputed))] : []),
    ...(withdrawn ? [t.withdrawn(figure(withdrawn))] : []),
    ...(own ? [t.ownLeft(figure(own))] : []),
    ...(elsewhere ? [t.elsewhereLeft(figure(elsewhere))] : []),
    ...(held ? [t.heldLeft(figure(held))] : []),
  ]
  return (
    <NotificationBanner success={Boolean(approved || disputed || withdrawn)} language={language}>
      {(lines.length === 0 ? [t.nothingChanged] : lines).map((line) => (
        <p class="govuk-notification-banner__heading">{line}</p>
      ))}
      {approved && seesBadges ? (
        <a class="govuk-notification-banner__link" href={path('serviceBadges', { slug })}>
          {t.seeBadges}
        </a>
      ) : null}
      {batch === undefined ? null : (
        <form method="post" action={path('serviceHoursUndo', { slug })}>
          <input type="hidden" name="batch" value={batch} />
          <Button secondary>{t.undo}</Button>
        </form>
      )}
    </NotificationBanner>
  )
}
