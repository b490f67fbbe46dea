import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { renderFramework } from './framework-page'
import { renderItem } from './item-page'
import { renderFrameworks } from './list-page'

/** The public pages of frameworks and their entries; programs get JSON-LD at the same addresses. */
export const frameworkPages = (app: App): void => {
  app.get(paths.frameworks, renderFrameworks)
  app.get(paths.framework, renderFramework)
  app.get(paths.frameworkItem, renderItem)
}
