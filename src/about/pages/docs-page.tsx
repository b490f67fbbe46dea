import { path, paths } from '../../paths'
import type { App, AppContext } from '../../web/app-env'
import { Details, Tag } from '../../web/components'
import { renderPage } from '../../web/layout'

type Operation = {
  readonly method: string
  readonly address: string
  readonly summary: string
  readonly body: unknown
  readonly responses: readonly {
    readonly status: string
    readonly description: string
    readonly schema: unknown
  }[]
}

type Json = { readonly [name: string]: unknown }

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((inner, name) => (isJson(inner) ? inner[name] : undefined), value)

const entriesOf = (value: unknown): [string, unknown][] => (isJson(value) ? Object.entries(value) : [])

const schemaOf = (content: unknown): unknown => at(entriesOf(content)[0]?.[1], 'schema')

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const operationsOf = (document: unknown): Operation[] =>
  entriesOf(at(document, 'paths')).flatMap(([address, methods]) =>
    entriesOf(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      address,
      summary: textOf(at(operation, 'summary')),
      body: schemaOf(at(operation, 'requestBody', 'content')),
      responses: entriesOf(at(operation, 'responses')).map(([status, response]) => ({
        status,
        description: textOf(at(response, 'description')),
        schema: schemaOf(at(response, 'content')),
      })),
    })),
  )

const text = {
  en: {
    title: 'The API',
    intro: 'Every address that answers programs. The same as one OpenAPI 3.1 document:',
    body: 'What to send',
    answer: 'Answer',
    schemas: 'Shapes',
  },
  cy: {
    title: 'Yr API',
    intro: 'Pob cyfeiriad sy’n ateb rhaglenni. Yr un peth fel un ddogfen OpenAPI 3.1:',
    body: 'Beth i’w anfon',
    answer: 'Ateb',
    schemas: 'Ffurfiau',
  },
} as const

const Code = ({ value }: { value: unknown }) => (
  <pre class="app-code" tabindex={0}>
    <code>{JSON.stringify(value, null, 2)}</code>
  </pre>
)

const OperationView = ({ operation, language }: { operation: Operation; language: 'en' | 'cy' }) => {
  const t = text[language]
  return (
    <section class="app-operation">
      <h2 class="govuk-heading-s">
        <Tag colour={operation.method === 'GET' ? 'blue' : 'green'}>{operation.method}</Tag>{' '}
        <code>{operation.address}</code>
      </h2>
      <p class="govuk-body">{operation.summary}</p>
      {operation.body === undefined ? null : (
        <Details summary={t.body}>
          <Code value={operation.body} />
        </Details>
      )}
      {operation.responses.map(({ status, description, schema }) =>
        schema === undefined ? (
          <p class="govuk-body-s">{`${t.answer} ${status}: ${description}`}</p>
        ) : (
          <Details summary={`${t.answer} ${status}: ${description}`}>
            <Code value={schema} />
          </Details>
        ),
      )}
    </section>
  )
}

const renderDocs = (c: AppContext, document: unknown) => {
  const { language } = c.var
  const t = text[language]
  const schemas = entriesOf(at(document, 'components', 'schemas'))
  return renderPage(
    c,
    { title: t.title },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">
        {t.intro}{' '}
        <a class="govuk-link" href={path('openapi')}>
          {path('openapi')}
        </a>
      </p>
      <div lang="en">
        {operationsOf(document).map((operation) => (
          <OperationView operation={operation} language={language} />
        ))}
        {schemas.length === 0 ? null : <h2 class="govuk-heading-m">{t.schemas}</h2>}
        {schemas.map(([name, schema]) => (
          <Details summary={name}>
            <Code value={schema} />
          </Details>
        ))}
      </div>
    </>,
  )
}

/** The API for people, made of the very document that programs read; nothing comes from another site. */
export const docsPage =
  (describe: () => unknown) =>
  (app: App): void => {
    app.get(paths.docs, (c) => renderDocs(c, describe()))
  }
