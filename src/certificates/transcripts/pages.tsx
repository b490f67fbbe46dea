import type { Report } from '../../documents/model'
import type { Organisation } from '../../organisations/model'
import { path, paths } from '../../paths'
import type { App, AppContext } from '../../web/app-env'
import { ReportContent } from '../../web/components/report'
import { requireOwnRecord, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { drawTranscript, writeTranscript } from './actions'
import { transcriptPageText } from './page-text'

const render = (
  c: AppContext,
  organisation: Organisation,
  report: Report,
  links: { readonly pdf: string; readonly back: { readonly href: string; readonly text: string } },
) => {
  const t = transcriptPageText[c.var.language]
  return renderPage(
    c,
    { title: report.title, organisation, wide: true, noIndex: true, back: links.back },
    <>
      <h1 class="govuk-heading-l">
        {report.title}
        <span class="govuk-caption-l" dir="auto">
          {report.subtitle}
        </span>
      </h1>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={links.pdf} download>
          {t.pdf}
        </a>
      </p>
      <ReportContent blocks={report.blocks} />
      <p class="govuk-body-s">{report.foot}</p>
    </>,
  )
}

const fileOf = async (c: AppContext, organisation: Organisation, personId: string) =>
  respondWithFile(c, {
    bytes: await drawTranscript(c.var.deps, organisation, personId, { language: c.var.language }),
    contentType: 'application/pdf',
    fileName: `volunteering-${organisation.slug}.pdf`,
  })

/** A volunteer's hours from first to last: as a page, and as a PDF that says the same. */
export const transcriptPages = (app: App): void => {
  app.get(paths.myTranscript, async (c) => {
    const { organisation, personId } = await requireOwnRecord(c, 'hours:record-own')
    const { deps, language } = c.var
    const report = await writeTranscript(deps, organisation, personId, { language })
    const back = { href: path('my'), text: transcriptPageText[language].myVolunteering }
    return render(c, organisation, report, {
      pdf: path('myTranscriptFile', { slug: organisation.slug }),
      back,
    })
  })

  app.get(paths.myTranscriptFile, async (c) => {
    const { organisation, personId } = await requireOwnRecord(c, 'hours:record-own')
    return fileOf(c, organisation, personId)
  })

  app.get(paths.serviceTranscript, async (c) => {
    const { organisation } = await requirePermission(c, 'people:read')
    const { deps, language } = c.var
    const personId = c.req.param('personId')
    const report = await writeTranscript(deps, organisation, personId, { language })
    const parts = { slug: organisation.slug, personId }
    const back = { href: path('serviceVolunteer', parts), text: report.subtitle ?? '' }
    return render(c, organisation, report, { pdf: path('serviceTranscriptFile', parts), back })
  })

  app.get(paths.serviceTranscriptFile, async (c) => {
    const { organisation } = await requirePermission(c, 'people:read')
    return fileOf(c, organisation, c.req.param('personId'))
  })
}
