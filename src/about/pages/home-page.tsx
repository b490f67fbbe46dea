import { getOrganisation } from '../../organisations/actions'
import type { Membership, Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path, paths } from '../../paths'
import type { App, AppContext, Language, Viewer } from '../../web/app-env'
import { Button } from '../../web/components'
import { renderPage } from '../../web/layout'
import { aboutText } from './page-text'

type Place = { readonly href: string; readonly name: string }

/** Where a member of an organisation works; some roles have no place of their own. */
const placeOf = (
  { role, only }: Membership,
  organisation: Organisation,
  name: string,
  t: (typeof aboutText)[Language],
): Place[] => {
  switch (role) {
    case 'coordinator':
    case 'head':
      return [{ href: path('service', { slug: organisation.slug }), name }]
    case 'analyst':
      return [{ href: path('network', { slug: organisation.slug }), name }]
    case 'volunteer':
      return [{ href: path('my'), name: t.record }]
    case 'guardian':
      return [
        only === undefined
          ? { href: path('my'), name: t.record }
          : { href: path('myConsents'), name: t.consents },
      ]
    case 'supervisor':
    case 'dpo':
    case 'assessor':
      return []
    case 'union':
      return [{ href: path('serviceBoundary', { slug: organisation.slug }), name }]
  }
}

/** The places of a viewer, each once, in the order of their memberships. */
const placesOf = async (c: AppContext, viewer: Viewer): Promise<Place[]> => {
  const { deps, language } = c.var
  const places = await Promise.all(
    viewer.memberships.map(async (membership) => {
      const organisation = await getOrganisation(deps, membership.organisationId)
      return placeOf(membership, organisation, nameOf(organisation, language), aboutText[language])
    }),
  )
  return [...new Map(places.flat().map((place) => [place.href, place])).values()]
}

const renderWelcome = (c: AppContext) => {
  const t = aboutText[c.var.language]
  return renderPage(
    c,
    { title: t.title },
    <>
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <h2 class="govuk-heading-m">{t.checkTitle}</h2>
      <p class="govuk-body">{t.checkText}</p>
      <Button href={path('verify')}>{t.checkButton}</Button>
      <h2 class="govuk-heading-m">{t.signInTitle}</h2>
      <p class="govuk-body">{t.signInText}</p>
      <Button href={path('signIn')} secondary>
        {t.signInButton}
      </Button>
      <h2 class="govuk-heading-m">{t.howTitle}</h2>
      <ol class="govuk-list govuk-list--number">
        {t.how.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </>,
  )
}

const renderPlaces = (c: AppContext, places: readonly Place[]) => {
  const t = aboutText[c.var.language]
  return renderPage(
    c,
    { title: t.chooseTitle },
    <>
      <h1 class="govuk-heading-l">{t.chooseTitle}</h1>
      <ul class="govuk-list govuk-list--spaced">
        {places.map(({ href, name }) => (
          <li>
            <a class="govuk-link" href={href}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>,
  )
}

const renderAssessor = (c: AppContext) => {
  const t = aboutText[c.var.language]
  return renderPage(
    c,
    { title: t.assessorTitle },
    <>
      <h1 class="govuk-heading-l">{t.assessorTitle}</h1>
      <p class="govuk-body">{t.assessorText}</p>
      <Button href={path('verify')}>{t.checkButton}</Button>
    </>,
  )
}

/** The front door: what this is for a stranger, and straight to their own place for a member. */
export const homePage = (app: App): void => {
  app.get(paths.home, async (c) => {
    const { viewer } = c.var
    if (viewer === undefined) return renderWelcome(c)
    const places = await placesOf(c, viewer)
    const [only] = places
    if (only === undefined) return renderAssessor(c)
    return places.length === 1 ? c.redirect(only.href, 303) : renderPlaces(c, places)
  })
}
