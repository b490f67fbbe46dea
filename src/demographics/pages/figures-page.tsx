import type { Permission } from '../../organisations/model'
import type { ProtectedFigure } from '../../reporting/model'
import type { AppContext, Language } from '../../web/app-env'
import { Cell, InsetText, Table } from '../../web/components'
import { formatCount } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { peopleFigures, type QuestionFigures } from '../actions'
import { demographicsText, questionText } from '../text'
import { sayAnswer } from './say-answer'

const show = (figure: ProtectedFigure, language: Language) =>
  figure === 'withheld' ? demographicsText[language].withheld : formatCount(figure, language)

const Question = ({ figures, language }: { figures: QuestionFigures; language: Language }) => {
  const t = demographicsText[language]
  const { question, lines } = figures
  const head = [{ text: t.answer }, { text: t.people, numeric: true }, { text: t.share, numeric: true }]
  return (
    <Table caption={questionText[language][question].name} head={head}>
      {lines.map(({ answer, people, share }) => (
        <tr class="govuk-table__row">
          <Cell header>{sayAnswer(question, answer, language)}</Cell>
          <Cell numeric>{show(people, language)}</Cell>
          <Cell numeric>{share === undefined ? '–' : `${share}%`}</Cell>
        </tr>
      ))}
    </Table>
  )
}

/** Who volunteers, in figures in which nobody can be recognised. */
export const renderFigures = (permission: Permission) => async (c: AppContext) => {
  const { organisation } = await requirePermission(c, permission)
  const { deps, language } = c.var
  const t = demographicsText[language]
  const { quarter, volunteers, figures } = await peopleFigures(deps, organisation)
  return renderPage(
    c,
    {
      title: t.figures,
      organisation,
      current: permission === 'network:read' ? 'network' : 'figures',
      wide: true,
    },
    <>
      <h1 class="govuk-heading-l">{t.figures}</h1>
      <p class="govuk-body-l">{t.volunteers(show(volunteers, language))}</p>
      {figures.length === 0 ? (
        <InsetText>{t.tooFew}</InsetText>
      ) : (
        <>
          <p class="govuk-body">{t.figuresIntro(quarter)}</p>
          {figures.map((one) => (
            <Question figures={one} language={language} />
          ))}
          <p class="govuk-body-s">{t.note}</p>
        </>
      )}
    </>,
  )
}
