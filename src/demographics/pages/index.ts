import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { renderFigures } from './figures-page'
import { postMyQuestion, postMyQuestions, renderMyQuestion, renderMyQuestions } from './my-questions'

/** What volunteers are asked about themselves, and what may be told of it. */
export const demographicsPages = (app: App): void => {
  app.get(paths.myQuestions, renderMyQuestions)
  app.post(paths.myQuestions, postMyQuestions)
  app.get(paths.myQuestion, renderMyQuestion)
  app.post(paths.myQuestion, postMyQuestion)
  app.get(paths.servicePeopleFigures, renderFigures('figures:read'))
  app.get(paths.networkPeopleFigures, renderFigures('network:read'))
}
