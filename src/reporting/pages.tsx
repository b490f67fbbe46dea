import { listServices } from '../organisations/actions'
import { nameOf } from '../organisations/rules/name-organisation'
import { path, paths } from '../paths'
import type { App, Language } from '../web/app-env'
import { Cell, Table } from '../web/components'
import { formatCount, formatDate } from '../web/format'
import { requirePermission } from '../web/guard'
import { renderPage } from '../web/layout'
import { networkReturn } from './actions'
import type { ProtectedFigure, ProtectedFigures } from './model'
import { reportingText } from './page-text'

const show = (figure: ProtectedFigure, language: Language) =>
  figure === 'withheld' ? reportingText[language].withheld : formatCount(figure, language)

const Row = ({
  name,
  figures,
  language,
}: {
  name: string
  figures: ProtectedFigures
  language: Language
}) => (
  <tr class="govuk-table__row">
    <Cell header>{name}</Cell>
    <Cell numeric>{show(figures.volunteers, language)}</Cell>
    <Cell numeric>{show(figures.hours, language)}</Cell>
    <Cell numeric>{show(figures.badges, language)}</Cell>
  </tr>
)

/** What the national body sees: totals by service, never a person. */
export const reportingPages = (app: App): void => {
  app.get(paths.network, async (c) => {
    const { deps, language } = c.var
    const { organisation } = await requirePermission(c, 'network:read')
    const t = reportingText[language]
    const figures = await networkReturn(deps, organisation.id)
    const services = await listServices(deps, organisation.id)
    const nameById = new Map(services.map((service) => [service.id, nameOf(service, language)]))
    return renderPage(
      c,
      { title: t.title, organisation, current: 'network', wide: true },
      <>
        <h1 class="govuk-heading-l">{t.title}</h1>
        <p class="govuk-body-l">
          {t.period(formatDate(figures.from, language), formatDate(figures.to, language))}
        </p>
        <Table
          caption={t.caption}
          head={[
            { text: t.service },
            { text: t.volunteers, numeric: true },
            { text: t.hours, numeric: true },
            { text: t.badges, numeric: true },
          ]}
        >
          {figures.services.map((row) => (
            <Row name={nameById.get(row.organisationId) ?? ''} figures={row} language={language} />
          ))}
          <Row name={t.total} figures={figures.total} language={language} />
        </Table>
        <p class="govuk-body-s">{t.note}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={path('networkPeopleFigures', { slug: organisation.slug })}>
            {t.people}
          </a>
        </p>
      </>,
    )
  })
}
