import { papers } from '../../documents/model'
import { path, paths } from '../../paths'
import type { App, AppContext } from '../../web/app-env'
import { Button, ProgressBar } from '../../web/components'
import { formatCount } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { getPrintFile, getPrintRun, startPrintRun } from './actions'
import { printRunText } from './page-text'

/** Seconds between two looks at a run that is not finished. */
const REFRESH_SECONDS = 2

const renderRun = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'badges:read')
  const { deps, language } = c.var
  const t = printRunText[language]
  const { slug } = organisation
  const runId = c.req.param('runId') ?? ''
  const run = await getPrintRun(deps, organisation.id, runId)
  const back = { href: path('serviceIssueBatch', { slug, batchId: run.batchId }), text: t.back }
  const page = { title: t.title, organisation, current: 'badges', back } as const
  const [done, total] = [formatCount(run.done, language), formatCount(run.total, language)]
  if (run.finishedAt === null) {
    const refresh = <meta http-equiv="refresh" content={String(REFRESH_SECONDS)} />
    return renderPage(
      c,
      { ...page, head: <noscript>{refresh}</noscript> },
      <div data-refresh={REFRESH_SECONDS}>
        <h1 class="govuk-heading-l">{t.title}</h1>
        <ProgressBar value={run.done} max={run.total} label={t.progress(done, total)} />
        <p class="govuk-body">{t.working}</p>
      </div>,
    )
  }
  return renderPage(
    c,
    page,
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.ready(total)}</p>
      <p class="govuk-body">{t.hint}</p>
      <Button href={path('servicePrintRunFile', { slug, runId })}>{t.download}</Button>
    </>,
  )
}

/** The certificates of a batch as one file for a printer. */
export const printRunPages = (app: App): void => {
  app.post(paths.servicePrintRuns, async (c) => {
    const { organisation, actor } = await requirePermission(c, 'badges:issue')
    const { paper: chosen } = await c.req.parseBody()
    const paper = papers.find((one) => one === chosen) ?? 'a4'
    const batchId = c.req.param('batchId')
    const { runId } = await startPrintRun(c.var.deps, organisation.id, { batchId, paper, actor })
    return c.redirect(path('servicePrintRun', { slug: organisation.slug, runId }), 303)
  })

  app.get(paths.servicePrintRun, renderRun)

  app.get(paths.servicePrintRunFile, async (c) => {
    const { organisation } = await requirePermission(c, 'badges:read')
    const bytes = await getPrintFile(c.var.deps, organisation.id, c.req.param('runId'))
    return respondWithFile(c, {
      bytes,
      contentType: 'application/pdf',
      fileName: `certificates-${organisation.slug}.pdf`,
    })
  })
}
