import type { Child } from 'hono/jsx'
import type { Organisation } from '../../organisations/model'
import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, InsetText, NotificationBanner, ProgressBar } from '../../web/components'
import { formatCount } from '../../web/format'
import { renderPage } from '../../web/layout'
import { listImportFaults } from '../actions'
import type { ImportView, RowFault } from '../model'
import { FaultTable } from './fault-table'
import { hoursPageText } from './page-text'

const shownFaults = 50

type Shown = { readonly slug: string; readonly one: ImportView; readonly language: Language }

/** An import that was started: how far it is, or what came of it. */
export const renderProgress = async (c: AppContext, organisation: Organisation, one: ImportView) => {
  const { deps, language } = c.var
  const t = hoursPageText[language]
  const { slug } = organisation
  const shown = { slug, one, language }
  const running = one.status === 'running'
  const faults = running ? [] : await listImportFaults(deps, organisation.id, one.id, shownFaults)
  return renderPage(
    c,
    {
      title: one.fileName,
      organisation,
      current: 'imports',
      wide: true,
      back: { href: path('serviceImports', { slug }), text: t.back },
      ...(running ? { head: <RefreshWithoutScript /> } : {}),
    },
    <>
      <h1 class="govuk-heading-l">{one.fileName}</h1>
      {running ? <Running {...shown} /> : <Ended {...shown} faults={faults} />}
    </>,
  )
}

/** Where there is no script to renew the region, the page loads itself again. */
const RefreshWithoutScript = () => (
  <noscript>
    <meta http-equiv="refresh" content="2" />
  </noscript>
)

const Running = ({ slug, one, language }: Shown) => {
  const t = hoursPageText[language]
  const figure = (count: number) => formatCount(count, language)
  const href = path('serviceImport', { slug, importId: one.id })
  return (
    <div data-refresh="">
      <h2 class="govuk-heading-m">{t.running}</h2>
      <ProgressBar
        value={one.rowsDone}
        max={Math.max(1, one.rowsTotal)}
        label={t.progress(figure(one.rowsDone), figure(one.rowsTotal))}
      />
      <p class="govuk-body">{t.runningHelp}</p>
      <Button href={href} secondary>
        {t.refresh}
      </Button>
    </div>
  )
}

const Ended = ({ faults, ...shown }: Shown & { faults: readonly RowFault[] }) => {
  const { slug, one, language } = shown
  const failed = one.status === 'failed'
  return (
    <>
      {failed ? <Stopped {...shown} /> : <Finished {...shown} />}
      {faults.length === 0 ? null : (
        <FaultTable
          language={language}
          faults={faults}
          faultyRows={one.rowsFaulty}
          download={path('serviceImportFaults', { slug, importId: one.id })}
          cut={faults.length === shownFaults}
        />
      )}
    </>
  )
}

const Stopped = ({ slug, one, language }: Shown) => {
  const t = hoursPageText[language]
  return (
    <>
      <h2 class="govuk-heading-m">{t.failed}</h2>
      <InsetText>
        {t.failedHelp(formatCount(one.rowsDone, language), formatCount(one.rowsTotal, language))}
      </InsetText>
      <form method="post" action={path('serviceImportRun', { slug, importId: one.id })}>
        <Button>{t.goOn}</Button>
      </form>
    </>
  )
}

const Finished = ({ slug, one, language }: Shown) => {
  const t = hoursPageText[language]
  const lines: [number, (count: string) => string][] = [
    [one.rowsAdded, t.wentIn],
    [one.rowsDuplicate, t.wereThere],
    [one.rowsFaulty, t.leftOut],
    [one.rowsOverlapping, t.overlap],
  ]
  return (
    <>
      <NotificationBanner success title={t.finished} language={language}>
        {lines.flatMap(([count, words], position): Child[] =>
          count === 0 && position > 0
            ? []
            : [<p class="govuk-notification-banner__heading">{words(formatCount(count, language))}</p>],
        )}
      </NotificationBanner>
      <ButtonGroup>
        {one.rowsAdded === 0 ? null : <Button href={path('serviceHours', { slug })}>{t.nextStep}</Button>}
        <a class="govuk-link" href={path('serviceImports', { slug })}>
          {t.another}
        </a>
      </ButtonGroup>
    </>
  )
}
