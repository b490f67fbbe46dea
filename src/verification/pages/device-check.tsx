import type { Language } from '../../web/app-env'
import { verificationText } from './page-text'

/**
 * A button with which visitors check a badge in their own browser, so that they need not take this service's word.
 * `badge` is the address of the signed document; without it, the badge is what the form on the page holds. Without
 * JavaScript the section stays hidden.
 */
export const DeviceCheck = ({ badge, language }: { badge?: string; language: Language }) => {
  const t = verificationText[language]
  return (
    <section
      hidden
      class="app-device"
      aria-labelledby="device-check"
      data-device-check=""
      {...(badge === undefined ? {} : { 'data-badge': badge })}
    >
      <h2 class="govuk-heading-m" id="device-check">
        {t.device}
      </h2>
      <p class="govuk-body">{badge === undefined ? t.deviceFormHelp : t.deviceHelp}</p>
      <button type="button" class="govuk-button govuk-button--secondary">
        {t.deviceButton}
      </button>
      <div
        role="status"
        aria-live="polite"
        data-working={t.deviceWorking}
        data-missing={t.deviceMissing}
        data-failed={t.deviceFailed}
        data-unsupported={t.deviceUnsupported}
        data-verified={t.deviceVerified}
        data-not-verified={t.deviceNotVerified}
        data-could-not-verify={t.deviceCouldNotVerify}
      />
    </section>
  )
}
