import type { Language } from '../../web/app-env'
import { formatCount } from '../../web/format'

/** Minutes as hours with one place at most and the separators of the language, such as 1,204.5 (rule HR-01). */
export const hoursFigure = (minutes: number, language: Language): string =>
  formatCount(Math.round(minutes / 6) / 10, language)
