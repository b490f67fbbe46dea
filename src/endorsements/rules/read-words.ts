import { claimsTooMuch } from '../../achievements/model'
import { findContactDetails } from '../../dofe/rules/find-contact-details'
import type { Result } from '../../problems'
import { LONGEST_NAME, LONGEST_WORDS, type WordsEntry, type WordsFault, type WordsFieldFault } from '../model'

type ReadWords = {
  readonly about: string
  readonly words: string
  readonly language: 'en' | 'cy'
  readonly writerName: string
  readonly writerRole: string
}

const tidy = (text: string) => text.trim().replace(/\r\n?/g, '\n').normalize('NFC')

/** Whether a text says one of somebody's names, written with its capital as names are. */
const saysName = (text: string, name: string): boolean => {
  const said = new Set(text.match(/[\p{L}\p{M}'’]+/gu) ?? [])
  return name.split(/[\s-]+/).some((part) => {
    const bare = part.replace(/[’']s$/u, '')
    return bare.length > 2 && (said.has(bare) || said.has(`${bare}'s`) || said.has(`${bare}’s`))
  })
}

const faultOfWords = (words: string, personName: string): WordsFault | undefined => {
  if (words === '') return 'words-missing'
  if (words.length > LONGEST_WORDS || !words.isWellFormed()) return 'words-too-long'
  if (claimsTooMuch(words)) return 'words-claim'
  if (saysName(words, personName)) return 'words-name'
  return findContactDetails(words).length > 0 ? 'words-private' : undefined
}

const faultOfLine = (text: string, missing: WordsFault, tooLong: WordsFault): WordsFault | undefined => {
  if (text === '') return missing
  return text.length > LONGEST_NAME || !text.isWellFormed() ? tooLong : undefined
}

/**
 * Reads what a supervisor wrote of a volunteer. A signed badge names nobody, so the words must not say the volunteer's
 * name, nor anything by which they could be reached or that is private, nor claim what a library cannot award.
 */
export const readWords = (
  entry: WordsEntry,
  personName: string,
): Result<ReadWords, readonly WordsFieldFault[]> => {
  const words = tidy(entry.words)
  const [writerName, writerRole] = [tidy(entry.writerName), tidy(entry.writerRole)]
  const { about, language } = entry
  const found: readonly (readonly [keyof WordsEntry, WordsFault | undefined])[] = [
    ['about', about === '' ? 'about-missing' : undefined],
    ['words', faultOfWords(words, personName)],
    ['language', language === 'en' || language === 'cy' ? undefined : 'language-missing'],
    ['writerName', faultOfLine(writerName, 'name-missing', 'name-too-long')],
    ['writerRole', faultOfLine(writerRole, 'role-missing', 'role-too-long')],
  ]
  const faults = found.flatMap(([field, reason]) => (reason === undefined ? [] : [{ field, reason }]))
  if (faults.length > 0 || (language !== 'en' && language !== 'cy')) return { ok: false, reason: faults }
  return { ok: true, value: { about, words, language, writerName, writerRole } }
}
