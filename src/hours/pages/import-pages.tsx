import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { requirePermission } from '../../web/guard'
import { getImport, importExample, importFaultsCsv, startImport, uploadImport } from '../actions'
import { buildTemplate } from '../rules/build-template'
import { missingOfMapping } from '../rules/missing-of-mapping'
import { readColumns } from './import-columns'
import { renderImports } from './import-list'
import { renderPreview } from './import-preview'
import { renderProgress } from './import-progress'
import { hoursPageText } from './page-text'

const importIdOf = (c: AppContext) => c.req.param('importId') ?? ''

const respondWithCsv = (c: AppContext, csv: string, fileName: string) =>
  c.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  })

const showImport = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'hours:import')
  const one = await getImport(c.var.deps, organisation.id, importIdOf(c))
  return one.status === 'uploaded'
    ? renderPreview(c, organisation, one.id, readColumns(c.req.query()))
    : renderProgress(c, organisation, one)
}

const takeUpload = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'hours:import')
  const { deps, language } = c.var
  const refuse = (message: string) => renderImports(c, organisation, [{ field: 'file', message }])
  const { file } = await c.req.parseBody()
  const named = file instanceof File && file.name !== ''
  if (!named) return refuse(hoursPageText[language].fileMissing)
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    const upload = { fileName: file.name, bytes, actor, language }
    const { importId } = await uploadImport(deps, organisation.id, upload)
    return c.redirect(path('serviceImport', { slug: organisation.slug, importId }), 303)
  } catch (error) {
    const known = error instanceof ProblemError && ['too-large', 'invalid-file'].includes(error.code)
    if (!known) throw error
    return refuse(error.message)
  }
}

const runImport = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'hours:import')
  const importId = importIdOf(c)
  const one = await getImport(c.var.deps, organisation.id, importId)
  const chosen = readColumns(await c.req.parseBody()) ?? { mapping: {}, doubled: [] }
  if (one.status === 'uploaded') {
    const unclear = chosen.doubled.length > 0 || missingOfMapping(chosen.mapping).length > 0
    if (unclear) return renderPreview(c, organisation, importId, chosen)
  }
  await startImport(c.var.deps, organisation.id, importId, chosen.mapping, actor)
  return c.redirect(path('serviceImport', { slug: organisation.slug, importId }), 303)
}

const sendFaults = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'hours:import')
  const chosen = readColumns(c.req.query())
  const csv = await importFaultsCsv(c.var.deps, organisation.id, importIdOf(c), {
    language: c.var.language,
    ...(chosen === undefined ? {} : { mapping: chosen.mapping }),
  })
  return respondWithCsv(c, csv, c.var.language === 'cy' ? 'rhesi-i-w-cywiro.csv' : 'rows-to-mend.csv')
}

/** From a file of sessions to the ledger: upload, columns, preview, progress, faults. */
export const importPages = (app: App): void => {
  app.get(paths.serviceImports, async (c) => {
    const { organisation } = await requirePermission(c, 'hours:import')
    return renderImports(c, organisation)
  })
  app.post(paths.serviceImports, takeUpload)

  app.get(paths.serviceImportTemplate, async (c) => {
    await requirePermission(c, 'hours:import')
    return respondWithCsv(c, buildTemplate(c.var.language), 'colophon-template.csv')
  })
  app.get(paths.serviceImportExample, async (c) => {
    const { organisation } = await requirePermission(c, 'hours:import')
    const { deps, language } = c.var
    const note = hoursPageText[language].exampleNote
    const csv = await importExample(deps, organisation.id, { language, note })
    return respondWithCsv(c, csv, 'colophon-example.csv')
  })

  app.get(paths.serviceImport, showImport)
  app.post(paths.serviceImportRun, runImport)
  app.get(paths.serviceImportFaults, sendFaults)
}
