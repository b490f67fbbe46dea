import type { FoundItem, Framework, Words } from '../model'
import { titleOfFramework } from './name-item'

const context = {
  '@vocab': 'https://schema.org/',
  hasDefinedTerm: { '@id': 'https://schema.org/hasDefinedTerm', '@container': '@list' },
  sameAs: { '@id': 'https://schema.org/sameAs', '@type': '@id' },
  license: { '@id': 'https://schema.org/license', '@type': '@id' },
  isBasedOn: { '@id': 'https://schema.org/isBasedOn', '@type': '@id' },
  isRelatedTo: { '@id': 'https://schema.org/isRelatedTo', '@type': '@id' },
} as const

const tagged = (words: Words, language: string) =>
  typeof words === 'string'
    ? { '@value': words, '@language': language }
    : [
        { '@value': words.en, '@language': 'en' },
        { '@value': words.cy, '@language': 'cy' },
      ]

/** Where things are, as absolute addresses; `related` turns the code of an item into one. */
export type FrameworkAddresses = {
  readonly framework: (framework: Framework) => string
  readonly item: (found: FoundItem) => string
  readonly related: (code: string) => string | undefined
}

const term = (found: FoundItem, at: FrameworkAddresses) => {
  const { framework, item } = found
  return {
    '@id': at.item(found),
    '@type': 'DefinedTerm',
    termCode: item.code,
    name: tagged(item.name, framework.language),
    ...(item.description === undefined ? {} : { description: tagged(item.description, framework.language) }),
    ...(item.url === undefined ? {} : { sameAs: item.url }),
    ...(item.related === undefined
      ? {}
      : { isRelatedTo: item.related.flatMap((code) => at.related(code) ?? []) }),
  }
}

/** One item for programs, as JSON-LD with a context of its own that nobody has to fetch. */
export const writeItem = (found: FoundItem, at: FrameworkAddresses) => ({
  '@context': context,
  ...term(found, at),
  inDefinedTermSet: {
    '@id': at.framework(found.framework),
    '@type': 'DefinedTermSet',
    name: titleOfFramework(found.framework),
    version: found.framework.version,
  },
})

/** A whole framework for programs, as JSON-LD: who published it, on which terms, and every item in its order. */
export const writeFramework = (framework: Framework, at: FrameworkAddresses) => ({
  '@context': context,
  '@id': at.framework(framework),
  '@type': 'DefinedTermSet',
  name: tagged(framework.name, framework.language),
  version: framework.version,
  ...(framework.published === undefined ? {} : { datePublished: framework.published }),
  publisher: { '@type': 'Organization', name: framework.publisher },
  ...(framework.sourceUrl === '' ? {} : { isBasedOn: framework.sourceUrl }),
  ...(framework.licence.url === undefined ? {} : { license: framework.licence.url }),
  usageInfo: tagged(framework.licence.text, 'en'),
  description: tagged(framework.note, 'en'),
  hasDefinedTerm: framework.items.map((item) => term({ framework, item }, at)),
})
