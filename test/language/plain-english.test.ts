import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { expect, test } from 'vitest'
import { type Entry, readTables } from './tables'

type Counts = { sentence: number; word: number; syllable: number }

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}’']+/gu) ?? []

/** Sentences, without labels and headings, which have no grade. */
const sentencesOf = ({ en }: Entry): string[][] =>
  en
    .split(/(?<=[.!?])\s+/)
    .map(wordsOf)
    .filter((words) => words.length >= 6)

const count = (entries: readonly Entry[]): Counts => {
  const sentences = entries.flatMap(sentencesOf)
  const words = sentences.flat()
  return {
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  }
}

test('the English of the service reads at the age of twelve, and no table is far above', async () => {
  const all = await readTables()
  expect(all.length).toBeGreaterThan(2000)
  expect(fleschKincaid(count(all))).toBeLessThan(7)
  const tables = Map.groupBy(all, ({ file }) => file)
  const hard = [...tables].flatMap(([file, entries]) => {
    const counts = count(entries)
    const grade = fleschKincaid(counts)
    return counts.sentence >= 10 && grade > 9 ? [`${file}: ${grade.toFixed(1)}`] : []
  })
  expect(hard).toEqual([])
})

test('no sentence has more than thirty words', async () => {
  const long = (await readTables()).flatMap((entry) =>
    sentencesOf(entry)
      .filter((words) => words.length > 30)
      .map((words) => `${entry.file}${entry.place}: ${words.join(' ')}`),
  )
  expect(long).toEqual([])
})
