import type { Organisation } from '../../organisations/model'
import { path } from '../../paths'
import type { Language } from '../../web/app-env'
import { Button, Checkboxes, Details } from '../../web/components'
import { achievementText } from '../page-text'

type Props = {
  readonly organisation: Organisation
  readonly code: string
  readonly pausable: boolean
  readonly mayChange: boolean
  readonly language: Language
}

/** Whether awards of a badge can be paused: said to everybody who sees the page, and changed by those who may. */
export const PauseSetting = ({ organisation, code, pausable, mayChange, language }: Props) => {
  const t = achievementText[language]
  if (!mayChange) return <p class="govuk-body">{pausable ? t.pausable : t.notPausable}</p>
  return (
    <Details summary={t.pauseQuestion}>
      <form method="post" action={path('serviceBadgeSettings', { slug: organisation.slug, code })}>
        <Checkboxes
          name="pausable"
          legend={t.pauseQuestion}
          hint={t.pauseHint}
          items={[{ value: 'yes', text: t.pauseChoice, checked: pausable }]}
          small
        />
        <Button secondary>{t.pauseSave}</Button>
      </form>
    </Details>
  )
}
