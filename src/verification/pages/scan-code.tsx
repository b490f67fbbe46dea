import type { Language } from '../../web/app-env'
import { verificationText } from './page-text'

/** Reads the code of a certificate with the camera. It stays hidden without JavaScript or a camera. */
export const ScanCode = ({ language }: { language: Language }) => {
  const t = verificationText[language]
  return (
    <section
      hidden
      class="app-scan"
      aria-labelledby="scan"
      data-scan-code=""
      data-failed={t.scanFailed}
      data-other={t.scanOther}
      data-stop={t.scanStop}
    >
      <h2 class="govuk-visually-hidden" id="scan">
        {t.scan}
      </h2>
      <button type="button" class="govuk-button app-scan__button">
        {t.scan}
      </button>
      <p class="govuk-body" role="status" aria-live="polite" data-help={t.scanHelp} />
      <video class="app-scan__picture" muted playsinline hidden />
    </section>
  )
}
