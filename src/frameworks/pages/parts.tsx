import type { AppContext, Language } from '../../web/app-env'
import { isPage, negotiate } from '../../web/negotiate'
import { respondWithDocument } from '../../web/respond'
import type { Framework, Words } from '../model'
import { inLanguage } from '../rules/name-item'

/** Words as they were published, marked with their language where the page is in another. */
export const Published = (props: {
  readonly words: Words
  readonly framework: Framework
  readonly language: Language
}) => {
  const { words, framework, language } = props
  const text = inLanguage(words, language)
  const foreign = typeof words === 'string' && framework.language !== language
  return foreign ? (
    <span lang={framework.language} dir="auto">
      {text}
    </span>
  ) : (
    <bdi>{text}</bdi>
  )
}

export const Link = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <a class="govuk-link" href={href}>
    {text}
  </a>
)

/** Whether the asker wants data: by the Accept header, or by ?format=json in the address. */
export const wantsData = (c: AppContext): boolean =>
  !isPage(negotiate(c, ['application/ld+json', 'application/json'])) || c.req.query('format') === 'json'

/** A document for programs. */
export const respondWithData = (document: object): Response => {
  const response = respondWithDocument(
    JSON.stringify(document),
    'application/ld+json',
    'public, max-age=3600',
  )
  response.headers.set('Vary', 'Accept')
  return response
}
