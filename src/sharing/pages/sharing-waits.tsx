import { path } from '../../paths'
import { consentText } from '../../people/consent-text'
import type { Hold } from '../../people/holds/model'
import { describeHold } from '../../people/rules/describe-hold'
import type { Language } from '../../web/app-env'
import { myText } from './page-text'

/** Why nothing can be shown yet, in place of the form. */
export const SharingWaits = ({ hold, language }: { hold: Hold; language: Language }) => {
  const t = myText[language]
  return (
    <>
      <h2 class="govuk-heading-m">{t.sharing}</h2>
      <p class="govuk-body">{`${t.shareWaits} ${describeHold(hold, language)}.`}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={path('myConsents')}>
          {consentText[language].consents}
        </a>
      </p>
    </>
  )
}
