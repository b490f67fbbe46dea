import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { InsetText, SummaryList } from '../../web/components'
import { renderPage } from '../../web/layout'
import { frameworkAddresses, getFrameworkItem } from '../actions'
import { itemPath } from '../alignments'
import type { FoundItem } from '../model'
import { frameworkText } from '../page-text'
import { findItem } from '../rules/find-item'
import { inLanguage } from '../rules/name-item'
import { writeItem } from '../rules/write-framework'
import { Link, Published, respondWithData, wantsData } from './parts'

/** One entry of a framework: what a badge that points here means. */
export const renderItem = async (c: AppContext) => {
  const { deps, language } = c.var
  const part = (name: 'framework' | 'version' | 'code') => c.req.param(name) ?? ''
  const at = { framework: part('framework'), version: part('version'), code: part('code') }
  const found = await getFrameworkItem(deps, at)
  if (wantsData(c)) return respondWithData(writeItem(found, frameworkAddresses(deps)))
  const { framework, item } = found
  const t = frameworkText[language]
  const data = `${itemPath(found)}?format=json`
  return renderPage(
    c,
    {
      title: inLanguage(item.name, language),
      back: {
        href: path('framework', { framework: framework.id, version: framework.version }),
        text: inLanguage(framework.name, language),
      },
      head: <link rel="alternate" type="application/ld+json" href={data} />,
    },
    <>
      <h1 class="govuk-heading-l">
        <Published words={item.name} framework={framework} language={language} />
      </h1>
      <InsetText>{t.notQualification}</InsetText>
      <Facts found={found} language={language} />
      <ul class="govuk-list">
        {item.url === undefined ? null : (
          <li>
            <Link href={item.url} text={t.publishersPage} />
          </li>
        )}
        <li>
          <Link href={data} text={t.asData} />
        </li>
        {item.guid === undefined ? null : (
          <li>
            <Link href={`${path('caseItem', { id: item.guid })}?format=json`} text={t.asCaseItem} />
          </li>
        )}
      </ul>
    </>,
  )
}

type Props = { readonly found: FoundItem; readonly language: Language }

const ItemList = ({ items, language }: { items: readonly FoundItem[]; language: Language }) => (
  <ul class="govuk-list">
    {items.map((one) => (
      <li>
        <a class="govuk-link" href={itemPath(one)}>
          <Published words={one.item.name} framework={one.framework} language={language} />
        </a>{' '}
        {`(${one.item.code})`}
      </li>
    ))}
  </ul>
)

const Facts = ({ found, language }: Props) => {
  const t = frameworkText[language]
  const { framework, item } = found
  const parent = framework.items.find(({ code }) => code === item.parent)
  const related = (item.related ?? []).flatMap((code) => findItem(code) ?? [])
  const roles = framework.items
    .filter(({ kind, related: practises }) => kind === 'role' && practises?.includes(item.code))
    .map((role) => ({ framework, item: role }))
  const row = (key: string, value: string | undefined) => (value === undefined ? [] : [{ key, value }])
  return (
    <SummaryList
      rows={[
        ...row(t.code, item.code),
        ...row(t.kind, t.kinds[item.kind]),
        ...(item.description === undefined
          ? []
          : [
              {
                key: t.description,
                value: <Published words={item.description} framework={framework} language={language} />,
              },
            ]),
        ...row(t.version, framework.version),
        ...row(t.publisher, framework.publisher),
        ...row(t.codes, framework.ids.text[language]),
        ...row(t.grade, item.grade),
        ...row(t.checked, item.checked),
        ...(parent === undefined
          ? []
          : [
              {
                key: t.partOf,
                value: <ItemList items={[{ framework, item: parent }]} language={language} />,
              },
            ]),
        ...(related.length === 0
          ? []
          : [{ key: t.relatedTo, value: <ItemList items={related} language={language} /> }]),
        ...(roles.length === 0
          ? []
          : [{ key: t.practisedBy, value: <ItemList items={roles} language={language} /> }]),
      ]}
    />
  )
}
