import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Organisation } from '../organisations/model'
import { nameOf } from '../organisations/rules/name-organisation'
import { path } from '../paths'
import type { FieldProblem } from '../problems'
import type { AppContext, Language } from './app-env'
import { assetPath } from './asset-path'
import { ErrorSummary } from './components'
import { logoPath, themePath } from './looks'
import { mayFindPeople, type NavigationItem, type NavigationKey, navigationOf } from './navigation'
import { webText } from './text'

/** What every page has around its body. */
export type Page = {
  readonly title: string
  /** Its name stands in the header, its navigation beneath for those who belong to it. */
  readonly organisation?: Organisation
  readonly current?: NavigationKey
  readonly back?: { readonly href: string; readonly text?: string }
  readonly errors?: readonly FieldProblem[]
  /** 422 where there are errors, otherwise 200. */
  readonly status?: ContentfulStatusCode
  /** The full width, for tables. */
  readonly wide?: boolean
  readonly noIndex?: boolean
  readonly head?: Child
}

const Head = ({ page, language }: { page: Page; language: Language }) => {
  const { errors = [], organisation } = page
  const owner = organisation === undefined ? 'Colophon' : nameOf(organisation, language)
  const prefix = errors.length > 0 ? `${webText[language].error}: ` : ''
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${prefix}${page.title} – ${owner}`}</title>
      <meta name="theme-color" content={organisation?.themeColour ?? '#1f3a4d'} />
      {page.noIndex ? <meta name="robots" content="noindex" /> : null}
      <link rel="icon" type="image/svg+xml" href={assetPath('colophon.svg')} />
      <link rel="stylesheet" href={assetPath('main.css')} />
      {organisation === undefined ? null : <link rel="stylesheet" href={themePath(organisation)} />}
      <script type="module" src={assetPath('client/main.js')} />
      {page.head}
    </head>
  )
}

const LanguageSwitch = ({ next, language }: { next: string; language: Language }) => {
  const t = webText[language]
  const other = language === 'en' ? 'cy' : 'en'
  return (
    <form method="post" action={path('language')} class="app-header__form">
      <input type="hidden" name="next" value={next} />
      <button
        type="submit"
        class="app-header__button"
        name="language"
        value={other}
        lang={other}
        aria-label={t.otherLanguageLabel}
      >
        {t.otherLanguage}
      </button>
    </form>
  )
}

const ServiceName = ({ organisation, language }: { organisation: Organisation; language: Language }) => {
  const logo = logoPath(organisation)
  return (
    <span class="app-header__service">
      {logo === undefined ? null : <img class="app-header__logo" src={logo} alt="" height="36" />}
      {nameOf(organisation, language)}
    </span>
  )
}

const Header = ({ c, page }: { c: AppContext; page: Page }) => {
  const { language, viewer } = c.var
  const t = webText[language]
  const { pathname, search } = new URL(c.req.url)
  return (
    <header class="app-header">
      <div class="govuk-width-container app-header__row">
        <a class="app-header__mark" href={path('home')}>
          Colophon
        </a>
        {page.organisation === undefined ? null : (
          <ServiceName organisation={page.organisation} language={language} />
        )}
        <div class="app-header__tools">
          <LanguageSwitch next={c.req.method === 'GET' ? pathname + search : pathname} language={language} />
          {viewer === undefined ? (
            <a class="app-header__link" href={path('signIn')}>
              {t.signIn}
            </a>
          ) : (
            <form method="post" action={path('signOut')} class="app-header__form">
              <button type="submit" class="app-header__button">
                {t.signOut}
              </button>
            </form>
          )}
        </div>
      </div>
    </header>
  )
}

const NavigationLinks = (props: { items: readonly NavigationItem[]; language: Language }) => (
  <ul class="app-navigation__list">
    {props.items.map(({ key, href, current }) => (
      <li class="app-navigation__item">
        <a class="app-navigation__link" href={href} {...(current ? { 'aria-current': 'page' } : {})}>
          {webText[props.language][key]}
        </a>
      </li>
    ))}
  </ul>
)

/** Finds a volunteer from any page. The name is posted, so that it stands in no address and in no log. */
const FindVolunteer = ({ slug, language }: { slug: string; language: Language }) => {
  const t = webText[language]
  return (
    <search>
      <form method="post" action={path('serviceVolunteers', { slug })} class="app-find">
        <label class="govuk-visually-hidden" for="find-volunteer">
          {t.findVolunteer}
        </label>
        <input
          class="govuk-input app-find__input"
          id="find-volunteer"
          name="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={t.findVolunteer}
        />
        <button type="submit" class="govuk-button govuk-button--secondary app-find__button">
          {t.find}
        </button>
      </form>
    </search>
  )
}

const Navigation = ({ c, page }: { c: AppContext; page: Page }) => {
  const { language, viewer } = c.var
  const { organisation } = page
  const { sections, places } = navigationOf(viewer, organisation, page.current)
  const t = webText[language]
  if (sections.length === 0) return null
  return (
    <>
      <nav class="app-navigation" aria-label={t.menu}>
        <div class="govuk-width-container app-navigation__row">
          <NavigationLinks items={sections} language={language} />
          {organisation !== undefined && mayFindPeople(viewer, organisation) ? (
            <FindVolunteer slug={organisation.slug} language={language} />
          ) : null}
        </div>
      </nav>
      {places.length === 0 ? null : (
        <nav class="app-navigation app-navigation--places" aria-label={t.inThisPart}>
          <div class="govuk-width-container">
            <NavigationLinks items={places} language={language} />
          </div>
        </nav>
      )}
    </>
  )
}

const Footer = ({ c }: { c: AppContext }) => {
  const { language, viewer } = c.var
  const t = webText[language]
  const links = [
    { href: path('verify'), text: t.verify },
    { href: path('privacy'), text: t.privacy },
    { href: path('accessibility'), text: t.accessibility },
    { href: path('docs'), text: t.docs },
    ...(viewer === undefined ? [] : [{ href: path('accountEmail'), text: t.changeEmail }]),
  ]
  return (
    <footer class="app-footer">
      <div class="govuk-width-container">
        <ul class="app-footer__list">
          {links.map(({ href, text }) => (
            <li>
              <a class="app-footer__link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <p class="app-footer__text">{t.footer}</p>
      </div>
    </footer>
  )
}

/** Answers with a whole page in the visitor's language. */
export const renderPage = (c: AppContext, page: Page, body: Child): Response | Promise<Response> => {
  const { language } = c.var
  const t = webText[language]
  const { errors = [], back, organisation } = page
  const document = (
    <html lang={language} class="govuk-template">
      <Head page={page} language={language} />
      <body class="govuk-template__body">
        <a href="#main-content" class="govuk-skip-link">
          {t.skip}
        </a>
        <Header c={c} page={page} />
        {organisation?.demo ? (
          <aside class="app-demo">
            <p class="govuk-width-container app-demo__text">{t.demo}</p>
          </aside>
        ) : null}
        <Navigation c={c} page={page} />
        <div class="govuk-width-container app-body">
          {back === undefined ? null : (
            <nav aria-label={t.back}>
              <a href={back.href} class="govuk-back-link">
                {back.text ?? t.back}
              </a>
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main-content" tabindex={-1}>
            <div class={page.wide ? 'app-wide' : 'app-narrow'}>
              {errors.length === 0 ? null : <ErrorSummary errors={errors} language={language} />}
              {body}
            </div>
          </main>
        </div>
        <Footer c={c} />
      </body>
    </html>
  )
  return c.html(html`<!doctype html>${document}`, page.status ?? (errors.length > 0 ? 422 : 200))
}
