import type { AppContext } from '../../web/app-env'
import { Button, Cell, RowCheckbox, Table } from '../../web/components'
import { formatDate, formatHoursShort } from '../../web/format'
import { renderPage } from '../../web/layout'
import { chooseCounted } from '../actions'
import { outputText } from '../rules/output-text'
import { readMany } from './form-parts'
import { dofePageText } from './page-text'
import { openProgramme } from './programme-page'

/** Which of the approved sessions count. */
export const renderSessions = async (c: AppContext) => {
  const { organisation, view, here } = await openProgramme(c)
  const { language } = c.var
  const [t, o] = [dofePageText[language], outputText[language]]
  const counted = new Set(view.sessions.map(({ id }) => id))
  const head = [
    { text: t.countsHead },
    { text: t.date },
    { text: t.role },
    { text: t.recordedFor },
    { text: t.hours, numeric: true },
  ]
  return renderPage(
    c,
    {
      ...{ title: t.sessionsTitle, organisation, current: 'dofe', wide: true },
      back: { href: here, text: view.personName },
    },
    <>
      <h1 class="govuk-heading-l">
        {t.sessionsTitle}
        <span class="govuk-caption-l">{view.personName}</span>
      </h1>
      <p class="govuk-body">{t.sessionsHelp}</p>
      {view.approved.length === 0 ? (
        <p class="govuk-body">{t.sessionsNone}</p>
      ) : (
        <form method="post">
          <Table caption={t.sessionsTitle} hideCaption head={head}>
            {view.approved.toReversed().map((session) => (
              <tr class="govuk-table__row">
                <Cell>
                  <RowCheckbox
                    name="session"
                    value={session.id}
                    label={t.counts(formatDate(session.localDate, language))}
                    checked={counted.has(session.id)}
                  />
                </Cell>
                <Cell header>{formatDate(session.localDate, language)}</Cell>
                <Cell>
                  {language === 'cy' ? (session.roleTitleCy ?? session.roleTitleEn) : session.roleTitleEn}
                </Cell>
                <Cell>
                  {session.dofeSection === 'volunteering' || session.dofeSection === 'skills'
                    ? o.sections[session.dofeSection]
                    : '–'}
                </Cell>
                <Cell numeric>{formatHoursShort(session.minutes)}</Cell>
              </tr>
            ))}
          </Table>
          <Button>{t.save}</Button>
        </form>
      )}
    </>,
  )
}

export const saveSessions = async (c: AppContext) => {
  const { organisation, actor, parts, here } = await openProgramme(c)
  const chosen = await readMany(c, 'session')
  await chooseCounted(c.var.deps, organisation.id, parts.programmeId, chosen, actor)
  return c.redirect(here, 303)
}
