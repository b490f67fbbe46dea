import type { Language } from '../../web/app-env'
import { LinkList } from '../../web/components'
import { dofeFiles } from '../outputs'
import { type ReportInput, writeReportText } from '../rules/compose-report'
import type { ProgrammeView } from '../view'
import { dofePageText } from './page-text'

/** A text to take along; a button copies it where there is JavaScript. */
export const CopyText = (props: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly language: Language
  readonly textLanguage?: Language
}) => {
  const { id, label, value, language, textLanguage = language } = props
  return (
    <div class="govuk-form-group app-copy">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <textarea class="govuk-textarea" id={id} rows={12} readonly lang={textLanguage}>
        {value}
      </textarea>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        data-copy={id}
        data-copied={language === 'cy' ? 'Wedi’i gopïo' : 'Copied'}
        hidden
      >
        {language === 'cy' ? 'Copïo' : 'Copy'}
      </button>
    </div>
  )
}

/** The files of a programme, and the report as text to paste. */
export const Downloads = (props: {
  readonly view: ProgrammeView
  readonly report?: ReportInput
  readonly hrefOf: (file: string) => string
  readonly language: Language
}) => {
  const { view, report, hrefOf, language } = props
  const t = dofePageText[language]
  const files = dofeFiles.filter((file) => file === 'pack.pdf' || view.approvedReport !== undefined)
  return (
    <>
      <h2 class="govuk-heading-m">{t.downloads}</h2>
      <LinkList download links={files.map((file) => ({ href: hrefOf(file), text: t.files[file] }))} />
      {report === undefined ? null : (
        <CopyText
          id="report-text"
          label={t.copyReport}
          value={writeReportText(report)}
          language={language}
          textLanguage={report.report.language}
        />
      )}
    </>
  )
}
