import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { Cell, SummaryList, Table } from '../../web/components'
import { formatDate, formatMonth } from '../../web/format'
import { renderPage } from '../../web/layout'
import { frameworkAddresses, getFramework } from '../actions'
import { itemPath } from '../alignments'
import type { Framework } from '../model'
import { frameworkText } from '../page-text'
import { inLanguage } from '../rules/name-item'
import { ownFramework } from '../rules/national-frameworks'
import { writeFramework } from '../rules/write-framework'
import { Link, Published, respondWithData, wantsData } from './parts'

/** A framework in one version: who publishes it, on which terms, and its entries. */
export const renderFramework = async (c: AppContext) => {
  const { deps, language } = c.var
  const [id, version] = [c.req.param('framework') ?? '', c.req.param('version') ?? '']
  const framework = await getFramework(deps, id, version)
  if (wantsData(c)) return respondWithData(writeFramework(framework, frameworkAddresses(deps)))
  const t = frameworkText[language]
  const data = `${path('framework', { framework: id, version })}?format=json`
  return renderPage(
    c,
    {
      title: inLanguage(framework.name, language),
      wide: true,
      back: { href: path('frameworks'), text: t.frameworks },
      head: <link rel="alternate" type="application/ld+json" href={data} />,
    },
    <>
      <h1 class="govuk-heading-l">
        <Published words={framework.name} framework={framework} language={language} />
      </h1>
      <Facts framework={framework} language={language} />
      <Items framework={framework} language={language} />
      <ul class="govuk-list">
        <li>
          <Link href={data} text={t.asData} />
        </li>
        {framework.id === ownFramework.id ? (
          <li>
            <Link href={path('casePackage', { id: ownFramework.guid })} text={t.asCase} />
          </li>
        ) : null}
      </ul>
    </>,
  )
}

type Props = { readonly framework: Framework; readonly language: Language }

/** A year, a month or a day as words. */
const day = (text: string, language: Language) =>
  text.length === 4 ? text : text.length === 7 ? formatMonth(text, language) : formatDate(text, language)

const Facts = ({ framework, language }: Props) => {
  const t = frameworkText[language]
  const { licence, published } = framework
  return (
    <SummaryList
      rows={[
        { key: t.version, value: framework.version },
        { key: t.publisher, value: framework.publisher },
        ...(published === undefined ? [] : [{ key: t.published, value: day(published, language) }]),
        ...(framework.sourceUrl === ''
          ? []
          : [{ key: t.source, value: <Link href={framework.sourceUrl} text={framework.sourceUrl} /> }]),
        { key: t.checkedOn, value: formatDate(framework.checked, language) },
        {
          key: t.where,
          value:
            framework.nations.length === 0
              ? t.everywhere
              : framework.nations.map((nation) => t.nations[nation]).join(', '),
        },
        {
          key: t.licence,
          value:
            licence.url === undefined ? (
              licence.text[language]
            ) : (
              <Link href={licence.url} text={licence.text[language]} />
            ),
        },
        { key: t.codes, value: framework.ids.text[language] },
        { key: t.about, value: framework.note[language] },
      ]}
    />
  )
}

const Items = ({ framework, language }: Props) => {
  const t = frameworkText[language]
  return (
    <Table caption={t.items} head={[t.code, t.name, t.kind].map((text) => ({ text }))}>
      {framework.items.map((item) => (
        <tr class="govuk-table__row">
          <Cell>
            <Link href={itemPath({ framework, item })} text={item.code} />
          </Cell>
          <Cell header>
            <Published words={item.name} framework={framework} language={language} />
          </Cell>
          <Cell>{t.kinds[item.kind]}</Cell>
        </tr>
      ))}
    </Table>
  )
}
