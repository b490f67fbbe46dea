const languages = new Intl.DisplayNames('en', {
  type: 'language',
  fallback: 'none',
  languageDisplay: 'standard',
})

/**
 * A language tag in its canonical form, such as `zh-Hant-TW`; undefined where it is not well formed or its language is
 * not registered.
 *
 * @see BCP 47
 */
export const readLanguageTag = (text: string): string | undefined => {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))
    const primary = tag?.split('-')[0] ?? ''
    return languages.of(primary) === undefined ? undefined : tag
  } catch {
    return undefined
  }
}

/** What a language is called, such as Arabic; the tag itself where it has no name. */
export const nameLanguage = (tag: string, language: 'en' | 'cy'): string => {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'language' })
  return names.of(tag) ?? tag
}
