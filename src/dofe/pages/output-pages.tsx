import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { ReportContent } from '../../web/components/report'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { makeDofeFile, packOf } from '../outputs'
import { writePlannerText } from '../rules/write-planner-text'
import type { ProgrammeView } from '../view'
import { CopyText } from './downloads'
import { openMine } from './my-pages'
import { dofePageText } from './page-text'
import { openProgramme } from './programme-page'

type Opened = {
  readonly organisation: Organisation
  readonly view: ProgrammeView
  readonly here: string
  readonly current: 'dofe' | 'record'
  readonly pdf: string
}

const asCoordinator = async (c: AppContext): Promise<Opened> => {
  const { organisation, view, here, parts } = await openProgramme(c)
  return {
    ...{ organisation, view, here, current: 'dofe' },
    pdf: path('serviceDofeFile', { ...parts, file: 'pack.pdf' }),
  }
}

const asMine = async (c: AppContext): Promise<Opened> => {
  const { organisation, view, here, parts } = await openMine(c)
  return {
    ...{ organisation, view, here, current: 'record' },
    pdf: path('myDofeFile', { ...parts, file: 'pack.pdf' }),
  }
}

const plannerOf = (organisation: Organisation, view: ProgrammeView, language: Language) =>
  writePlannerText(
    {
      ...{ programme: view.programme, activity: view.activity, target: view.target, goals: view.goals },
      assessor: view.invitation?.declaration ?? null,
      service: nameOf(organisation, language),
    },
    language,
  )

const renderPlanner = (c: AppContext, { organisation, view, here, current }: Opened) => {
  const { language } = c.var
  const t = dofePageText[language]
  const languages: readonly Language[] = language === 'cy' ? ['cy', 'en'] : ['en', 'cy']
  return renderPage(
    c,
    { title: t.planner, organisation, current, back: { href: here } },
    <>
      <h1 class="govuk-heading-l">{t.planner}</h1>
      <p class="govuk-body">{t.plannerHelp}</p>
      {languages.map((one) => (
        <CopyText
          id={`planner-${one}`}
          label={t.plannerIn[one]}
          value={plannerOf(organisation, view, one)}
          language={language}
          textLanguage={one}
        />
      ))}
    </>,
  )
}

const renderPack = (c: AppContext, { organisation, view, here, current, pdf }: Opened) => {
  const { deps, language } = c.var
  const t = dofePageText[language]
  const pack = packOf(deps, organisation, view, language)
  return renderPage(
    c,
    { title: t.pack, organisation, current, wide: true, back: { href: here } },
    <>
      <h1 class="govuk-heading-l">
        {pack.title}
        <span class="govuk-caption-l">{view.personName}</span>
      </h1>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={pdf} download>
          {t.files['pack.pdf']}
        </a>
      </p>
      <ReportContent blocks={pack.blocks} />
      <p class="govuk-body-s">{pack.foot}</p>
    </>,
  )
}

const sendFile = async (c: AppContext, { organisation, view }: Opened) =>
  respondWithFile(
    c,
    await makeDofeFile(c.var.deps, organisation, view, c.req.param('file') ?? '', c.var.language),
  )

export const renderServicePlanner = async (c: AppContext) => renderPlanner(c, await asCoordinator(c))
export const renderServicePack = async (c: AppContext) => renderPack(c, await asCoordinator(c))
export const sendServiceFile = async (c: AppContext) => sendFile(c, await asCoordinator(c))
export const renderMyPlanner = async (c: AppContext) => renderPlanner(c, await asMine(c))
export const renderMyPack = async (c: AppContext) => renderPack(c, await asMine(c))
export const sendMyFile = async (c: AppContext) => sendFile(c, await asMine(c))
