import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { Cell, Table } from '../../web/components'
import { renderPage } from '../../web/layout'
import { frameworkAddresses, listImported } from '../actions'
import { frameworkText } from '../page-text'
import { titleOfFramework } from '../rules/name-item'
import { bundles, nationalFrameworks } from '../rules/national-frameworks'
import { Published, respondWithData, wantsData } from './parts'

/** Every framework that something here may point to. */
export const renderFrameworks = async (c: AppContext) => {
  const { deps, language } = c.var
  if (wantsData(c)) {
    const at = frameworkAddresses(deps)
    return respondWithData({
      '@context': { '@vocab': 'https://schema.org/' },
      '@type': 'ItemList',
      itemListElement: nationalFrameworks.map((framework) => ({
        ...{ '@id': at.framework(framework), '@type': 'DefinedTermSet', name: titleOfFramework(framework) },
        version: framework.version,
      })),
    })
  }
  const t = frameworkText[language]
  const imported = await listImported(deps)
  return renderPage(
    c,
    { title: t.frameworks, wide: true },
    <>
      <h1 class="govuk-heading-xl">{t.frameworks}</h1>
      <p class="govuk-body-l">{t.intro}</p>
      <Table
        caption={t.comesWith}
        head={[t.framework, t.version, t.publisher, t.where].map((text) => ({ text }))}
      >
        {nationalFrameworks.map((framework) => (
          <tr class="govuk-table__row">
            <Cell header>
              <a
                class="govuk-link"
                href={path('framework', { framework: framework.id, version: framework.version })}
              >
                <Published words={framework.name} framework={framework} language={language} />
              </a>
            </Cell>
            <Cell>{framework.version}</Cell>
            <Cell>{framework.publisher}</Cell>
            <Cell>
              {framework.nations.length === 0
                ? t.everywhere
                : framework.nations.map((nation) => t.nations[nation]).join(', ')}
            </Cell>
          </tr>
        ))}
      </Table>
      {imported.length === 0 ? null : <Imported rows={imported} language={language} />}
      <Bundles language={language} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${path('frameworks')}?format=json`}>
          {t.asData}
        </a>
      </p>
    </>,
  )
}

/** Frameworks that services brought in, each version with its own address. */
export const Imported = (props: {
  readonly rows: Awaited<ReturnType<typeof listImported>>
  readonly language: Language
}) => {
  const t = frameworkText[props.language]
  return (
    <Table caption={t.imported} head={[t.framework, t.version, t.publisher].map((text) => ({ text }))}>
      {props.rows.map(({ id, title, version, publisher, language }) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={path('framework', { framework: id, version })} lang={language}>
              <bdi>{title}</bdi>
            </a>
          </Cell>
          <Cell>{version}</Cell>
          <Cell>{publisher}</Cell>
        </tr>
      ))}
    </Table>
  )
}

const Bundles = ({ language }: { readonly language: Language }) => {
  const t = frameworkText[language]
  return (
    <>
      <h2 class="govuk-heading-m">{t.bundles}</h2>
      {bundles.map((bundle) => (
        <section aria-labelledby={bundle.id}>
          <h3 class="govuk-heading-s" id={bundle.id}>
            {bundle.name[language]} <span class="govuk-caption-m">{bundle.id}</span>
          </h3>
          <p class="govuk-body">{bundle.note[language]}</p>
          <ul class="govuk-list govuk-list--bullet">
            {bundle.members.map(({ framework: id, version }) => {
              const framework = nationalFrameworks.find((one) => one.id === id && one.version === version)
              return framework === undefined ? null : (
                <li>
                  <a class="govuk-link" href={path('framework', { framework: id, version })}>
                    <Published words={framework.name} framework={framework} language={language} />
                  </a>
                </li>
              )
            })}
          </ul>
          <h4 class="govuk-heading-s">{t.signposts}</h4>
          <ul class="govuk-list">
            {bundle.signposts.map(({ nation, name, publisher, text }) => (
              <li>
                <strong>{`${t.nations[nation]}: ${name}`}</strong>
                {` (${publisher}). ${text[language]}`}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
