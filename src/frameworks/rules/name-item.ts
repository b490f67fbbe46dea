import type { Framework, Words } from '../model'

/** Words in a language where there are such, otherwise as they were published. */
export const inLanguage = (words: Words, language: 'en' | 'cy'): string =>
  typeof words === 'string' ? words : words[language]

/** What credentials and pages call a framework, its version with it. */
export const titleOfFramework = (framework: Framework, language: 'en' | 'cy' = 'en'): string =>
  framework.title ?? `${inLanguage(framework.name, language)} ${framework.version}`
