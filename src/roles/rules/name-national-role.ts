import { findNationalRole } from './find-national-role'

/** The title of a role of the national catalogue in a language; a code that is not in it stands for itself. */
export const nameNationalRole = (code: string, language: 'en' | 'cy'): string =>
  findNationalRole(code)?.title[language] ?? code
