import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { postAnswer, sendMyWords, showMyWords } from './my-words'
import { postTakeBack, showWords } from './words-list'
import { postWords, showWriteForm } from './write-page'

/** What supervisors write of volunteers, and what volunteers answer. */
export const endorsementPages = (app: App): void => {
  app.get(paths.serviceWords, showWords)
  app.get(paths.serviceWordsWrite, showWriteForm)
  app.post(paths.serviceWordsWrite, postWords)
  app.post(paths.serviceWordsWithdraw, postTakeBack)
  app.get(paths.myWords, showMyWords)
  app.post(paths.myWord, postAnswer)
  app.get(paths.myWordFile, sendMyWords)
}
