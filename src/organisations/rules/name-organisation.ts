import type { Organisation } from '../model'

/** The organisation's name in a language; the English one where there is no Welsh. */
export const nameOf = (organisation: Organisation, language: 'en' | 'cy'): string =>
  language === 'cy' ? (organisation.nameCy ?? organisation.nameEn) : organisation.nameEn
