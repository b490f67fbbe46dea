import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { renderFramework } from './framework-page'
import { importPages } from './import-pages'
import { renderItem } from './item-page'
import { renderFrameworks } from './list-page'
import { mappingPages } from './mapping-page'

/** The public pages of frameworks and their entries, JSON-LD at the same addresses; what a service maps and brings in. */
export const frameworkPages = (app: App): void => {
  app.get(paths.frameworks, renderFrameworks)
  app.get(paths.framework, renderFramework)
  app.get(paths.frameworkItem, renderItem)
  mappingPages(app)
  importPages(app)
}
