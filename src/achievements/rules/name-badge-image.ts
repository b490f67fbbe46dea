import type { EditionLanguage } from '../model'

/** The name of the asset with the picture of a badge in a language. `code` is the badge's own, such as LV-02. */
export const nameBadgeImage = (code: string, language: EditionLanguage, format: 'png' | 'svg'): string =>
  `badges/${code}${language === 'cy' ? '.cy' : ''}.${format}`
