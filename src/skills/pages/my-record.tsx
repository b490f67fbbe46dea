import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App } from '../../web/app-env'
import { ReportContent } from '../../web/components/report'
import { requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { drawSkillsRecord, skillsAsData, writeSkillsRecord } from '../actions'
import { skillText } from '../page-text'

/** The skills record: a page to read and print, a PDF that says the same, and data. */
export const skillsRecordPages = (app: App): void => {
  app.get(paths.mySkillsRecord, async (c) => {
    const { organisation, personId } = await requireOwnRecord(c, 'skills:record-own')
    const { deps, language } = c.var
    const t = skillText[language]
    const { slug } = organisation
    const report = await writeSkillsRecord(deps, organisation, personId, language)
    return renderPage(
      c,
      {
        title: report.title,
        organisation,
        current: 'mySkills',
        noIndex: true,
        back: { href: path('mySkills', { slug }), text: t.mySkills },
      },
      <>
        <h1 class="govuk-heading-l">
          {report.title}
          <span class="govuk-caption-l" dir="auto">
            {report.subtitle}
          </span>
        </h1>
        <ul class="govuk-list app-no-print">
          <li>
            <a class="govuk-link" href={path('mySkillsFile', { slug, format: 'pdf' })} download>
              {t.asPdf}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={path('mySkillsFile', { slug, format: 'json' })} download>
              {t.asJson}
            </a>
          </li>
        </ul>
        <ReportContent blocks={report.blocks} />
        <p class="govuk-body-s">{report.foot}</p>
      </>,
    )
  })

  app.get(paths.mySkillsFile, async (c) => {
    const { organisation, personId } = await requireOwnRecord(c, 'skills:record-own')
    const { deps, language } = c.var
    const format = c.req.param('format')
    const fileName = `skills-${organisation.slug}.${format}`
    if (format === 'pdf') {
      const bytes = await drawSkillsRecord(deps, organisation, personId, language)
      return respondWithFile(c, { bytes, contentType: 'application/pdf', fileName })
    }
    if (format !== 'json') throw new ProblemError('not-found')
    const data = await skillsAsData(deps, organisation, personId, language)
    const bytes = new TextEncoder().encode(JSON.stringify(data, null, 2))
    return respondWithFile(c, { bytes, contentType: 'application/json', fileName })
  })
}
