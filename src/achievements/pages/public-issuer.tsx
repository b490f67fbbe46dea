import { didOf, getOrganisation, getOrganisationBySlug, issuerProfileOf } from '../../organisations/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { SummaryList } from '../../web/components'
import { renderPage } from '../../web/layout'
import { isPage, negotiate } from '../../web/negotiate'
import { respondWithDocument } from '../../web/respond'
import { achievementOf, listPublishedBadges } from '../actions'
import { achievementText } from '../page-text'

const Link = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <a class="govuk-link" href={href}>
    {text}
  </a>
)

/** Who gives badges: a page for a person, the issuer profile for a program. */
export const renderIssuer = async (c: AppContext) => {
  const { deps, language } = c.var
  const wantsData = c.req.query('format') === 'json'
  const isForPerson = isPage(negotiate(c, ['application/ld+json', 'application/json']))
  const organisation = await getOrganisationBySlug(deps, c.req.param('slug') ?? '')
  if (wantsData || !isForPerson) {
    const profile = await issuerProfileOf(deps, organisation)
    const document = respondWithDocument(
      JSON.stringify(profile),
      'application/ld+json',
      'public, max-age=300',
    )
    document.headers.set('Vary', 'Accept')
    return document
  }
  const t = achievementText[language]
  const { slug, parentId } = organisation
  const parent = parentId === null ? undefined : await getOrganisation(deps, parentId)
  const badges = await listPublishedBadges(deps, organisation.id, language)
  const data = `${path('organisation', { slug })}?format=json`
  const name = nameOf(organisation, language)
  const { url } = organisation
  return renderPage(
    c,
    { title: name, organisation, head: <link rel="alternate" type="application/ld+json" href={data} /> },
    <>
      <span class="govuk-caption-xl">{t.issuerTitle}</span>
      <h1 class="govuk-heading-xl">{name}</h1>
      <SummaryList
        rows={[
          ...(parent === undefined
            ? []
            : [
                {
                  key: t.network,
                  value: (
                    <Link
                      href={path('organisation', { slug: parent.slug })}
                      text={nameOf(parent, language)}
                    />
                  ),
                },
              ]),
          ...(url === null ? [] : [{ key: t.website, value: <Link href={url} text={url} /> }]),
          { key: t.identifier, value: <span class="app-preserve-lines">{didOf(deps, organisation)}</span> },
        ]}
      />
      <h2 class="govuk-heading-m">{t.gives}</h2>
      {badges.length === 0 ? (
        <p class="govuk-body">{t.givesNone}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {badges.map((edition) => (
            <li>
              <Link href={path('achievement', { id: edition.id })} text={achievementOf(edition).name} />
            </li>
          ))}
        </ul>
      )}
      <ul class="govuk-list">
        <li>
          <Link href={path('didDocument', { slug })} text={t.keys} />
        </li>
        <li>
          <Link href={data} text={t.issuerData} />
        </li>
      </ul>
    </>,
  )
}
