import { paths } from '../../paths'
import type { App, AppContext } from '../../web/app-env'
import { renderPage } from '../../web/layout'
import { homePage } from './home-page'
import { accessibilityStatement, privacyStatement, type Statement } from './statement-text'

const renderStatement = (c: AppContext, { title, sections }: Statement) =>
  renderPage(
    c,
    { title },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {sections.map(({ heading, paragraphs }) => (
        <>
          <h2 class="govuk-heading-m">{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p class="govuk-body">{paragraph}</p>
          ))}
        </>
      ))}
    </>,
  )

/** The pages that are about the service itself. */
export const aboutPages = (app: App): void => {
  homePage(app)
  app.get(paths.privacy, (c) => renderStatement(c, privacyStatement[c.var.language]))
  app.get(paths.accessibility, (c) => renderStatement(c, accessibilityStatement[c.var.language]))
}
