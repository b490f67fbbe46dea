import type { ProblemError } from '../problems'
import type { AppContext } from './app-env'
import { renderPage } from './layout'
import { problemTitles } from './problem-text'
import { webText } from './text'

/** The page that a person sees when something is not as it should be. */
export const renderProblemPage = (c: AppContext, problem: ProblemError): Response | Promise<Response> => {
  const { language, requestId } = c.var
  const title = problemTitles[language][problem.code]
  return renderPage(
    c,
    { title, status: problem.status, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {problem.detail === undefined ? null : (
        <p class="govuk-body" lang="en">
          {problem.detail}
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {webText[language].home}
        </a>
      </p>
      <p class="govuk-body-s">{`${webText[language].reference}: ${requestId}`}</p>
    </>,
  )
}
