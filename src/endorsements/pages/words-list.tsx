import { definitionsOf, type FindDefinition } from '../../achievements/definitions'
import { path } from '../../paths'
import { namesOf } from '../../people/actions'
import type { AppContext, Language } from '../../web/app-env'
import { Button, NotificationBanner, Tag } from '../../web/components'
import { formatDate } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { listWords, takeBackWords } from '../actions'
import type { Words } from '../model'
import { wordsText } from '../page-text'

const colours = { waiting: 'yellow', agreed: 'green', declined: 'grey', withdrawn: 'grey' } as const

/** The badge or the role that words are about. */
export const nameAbout = (words: Words, language: Language, definitionOf: FindDefinition): string => {
  if (words.code !== null) return definitionOf(words.code).name[language]
  return (language === 'cy' ? words.roleTitleCy : null) ?? words.roleTitleEn ?? ''
}

const Item = (props: {
  readonly words: Words
  readonly name: string
  readonly slug: string
  readonly language: Language
  readonly definitionOf: FindDefinition
}) => {
  const { words, name, slug, language, definitionOf } = props
  const t = wordsText[language]
  const { state, awardIds, writerName, writerRole } = words
  const over = state === 'declined' || state === 'withdrawn'
  return (
    <section>
      <h2 class="govuk-heading-m">{`${name}: ${nameAbout(words, language, definitionOf)}`}</h2>
      <figure class="app-words">
        <blockquote class="app-words__said">
          <p class="govuk-body app-preserve-lines" lang={words.language}>
            {words.words}
          </p>
        </blockquote>
        <figcaption class="govuk-body-s">
          {`${writerName}, ${writerRole}, ${formatDate(words.writtenAt, language)}`}
        </figcaption>
      </figure>
      <p class="govuk-body">
        <Tag colour={colours[state]}>{t.states[state]}</Tag>
        {awardIds.length === 0 ? '' : ` ${t.withBadges(awardIds.length)}`}
      </p>
      {over ? null : (
        <form method="post" action={path('serviceWordsWithdraw', { slug, endorsementId: words.id })}>
          <Button secondary>
            {t.takeBack}
            <span class="govuk-visually-hidden"> {t.takeBackOf(name)}</span>
          </Button>
        </form>
      )}
    </section>
  )
}

/** What was written of the volunteers of a service, and how it stands. */
export const showWords = async (c: AppContext) => {
  const { organisation, reach } = await requirePermission(c, 'endorsements:write')
  const { deps, language } = c.var
  const t = wordsText[language]
  const { id, slug } = organisation
  const all = await listWords(deps, id, undefined, reach)
  const names = await namesOf(
    deps,
    id,
    all.map(({ personId }) => personId),
  )
  const shared = { slug, language, definitionOf: await definitionsOf(deps, id) }
  return renderPage(
    c,
    { title: t.title, organisation, current: 'words' },
    <>
      {c.req.query('done') === 'yes' ? (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.written}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{all.length === 0 ? t.none : t.intro}</p>
      <Button href={path('serviceWordsWrite', { slug })}>{t.write}</Button>
      {all.map((words) => (
        <Item words={words} name={names.get(words.personId) ?? ''} {...shared} />
      ))}
    </>,
  )
}

export const postTakeBack = async (c: AppContext) => {
  const { organisation, actor, reach } = await requirePermission(c, 'endorsements:write')
  await takeBackWords(c.var.deps, { organisation, actor, reach }, c.req.param('endorsementId') ?? '')
  return c.redirect(path('serviceWords', { slug: organisation.slug }), 303)
}
