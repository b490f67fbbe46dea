import type { HoursSummary } from '../../hours/model'
import type { Language } from '../../web/app-env'
import { Cell, Chart, Columns, PrintButton, Rows, Table } from '../../web/components'
import { formatDuration, formatHoursShort, formatMonth } from '../../web/format'
import { lastMonths } from '../rules/last-months'
import { yearText } from './year-text'

type Named = { readonly name: string; readonly minutes: number }

const FigureTable = (props: {
  readonly caption: string
  readonly first: string
  readonly second: string
  readonly rows: readonly Named[]
}) => (
  <Table
    caption={props.caption}
    captionSize="s"
    head={[{ text: props.first }, { text: props.second, numeric: true }]}
  >
    {props.rows.map(({ name, minutes }) => (
      <tr class="govuk-table__row">
        <Cell header>{name}</Cell>
        <Cell numeric>{formatHoursShort(minutes)}</Cell>
      </tr>
    ))}
  </Table>
)

/** A month by its first letters, such as Nov. */
const shortMonth = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'cy' ? 'cy' : 'en-GB', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  )

/** The last twelve months of a volunteer in words, with a chart by month and one by role, and the tables of both. */
export const Year = (props: {
  readonly approved: HoursSummary
  readonly titles: ReadonlyMap<string, string>
  readonly slug: string
  readonly service: string
  readonly today: string
  readonly language: Language
}) => {
  const { approved, titles, slug, service, today, language } = props
  const t = yearText[language]
  const months = lastMonths(approved.byMonth, today)
  const total = months.reduce((sum, { minutes }) => sum + minutes, 0)
  const roles = approved.byRole
    .map(({ roleId, minutes }) => ({ name: titles.get(roleId) ?? '', minutes }))
    .toSorted((a, b) => b.minutes - a.minutes)
  const [most] = roles
  const there = months.filter(({ minutes }) => minutes > 0).length
  const said = (minutes: number) => formatHoursShort(minutes)
  return (
    <section class="app-year" aria-labelledby={`year-${slug}`}>
      <div class="app-plate app-plate--year">
        <div class="app-story">
          <h2 class="app-story__title" id={`year-${slug}`}>
            {t.title}
          </h2>
          <p class="app-story__text">
            {t.story(formatDuration(total, language), there)}{' '}
            {most === undefined || roles.length < 2 || approved.minutes !== total
              ? ''
              : t.most(most.name, formatDuration(most.minutes, language))}{' '}
            {t.thanks(service)}
          </p>
        </div>
        <PrintButton language={language} />
      </div>
      <Chart
        chart={
          <Columns
            title={t.byMonth}
            bars={months.map(({ month, minutes }) => ({
              label: shortMonth(month, language),
              value: minutes / 60,
              said: said(minutes),
            }))}
          />
        }
      >
        <FigureTable
          caption={t.byMonth}
          first={t.month}
          second={t.hours}
          rows={months
            .toReversed()
            .map(({ month, minutes }) => ({ name: formatMonth(month, language), minutes }))}
        />
      </Chart>
      <Chart
        chart={
          <Rows
            title={t.byRole}
            bars={roles.map(({ name, minutes }) => ({
              label: name,
              value: minutes / 60,
              said: said(minutes),
            }))}
          />
        }
      >
        <FigureTable caption={t.byRole} first={t.role} second={t.hours} rows={roles} />
      </Chart>
    </section>
  )
}
