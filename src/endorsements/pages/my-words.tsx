import { definitionsOf, type FindDefinition } from '../../achievements/definitions'
import { badgesOfAwards } from '../../awards/lists/actions'
import { path } from '../../paths'
import { holdsOf } from '../../people/holds/actions'
import type { Hold } from '../../people/holds/model'
import { describeHold } from '../../people/rules/describe-hold'
import { ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, InsetText, LinkList, NotificationBanner } from '../../web/components'
import { formatDate } from '../../web/format'
import { requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { agreeToWords, countWords, listWords, takeBackWords, wordsOfAward } from '../actions'
import type { Words } from '../model'
import { wordsText } from '../page-text'
import { nameAbout } from './words-list'

type Shown = {
  readonly words: Words
  readonly slug: string
  readonly hold: Hold | undefined
  /** Codes of the badges that they go with, by award. */
  readonly badges: ReadonlyMap<string, string>
  readonly definitionOf: FindDefinition
  readonly language: Language
}

/** What the volunteer can answer now. */
const Answer = ({ words, slug, hold, badges, definitionOf, language }: Shown) => {
  const t = wordsText[language]
  const action = path('myWord', { slug, endorsementId: words.id })
  if (words.state === 'waiting')
    return (
      <form method="post" action={action}>
        <p class="govuk-body">{t.agreeMeans}</p>
        {hold === undefined ? null : (
          <InsetText>
            {`${t.mustWait}: ${describeHold(hold, language)}. `}
            <a class="govuk-link" href={path('myConsents')}>
              {t.consents}
            </a>
          </InsetText>
        )}
        <ButtonGroup>
          {hold === undefined ? (
            <Button name="answer" value="agree">
              {t.agree}
            </Button>
          ) : null}
          <Button name="answer" value="decline" secondary>
            {t.decline}
          </Button>
        </ButtonGroup>
      </form>
    )
  const files = words.awardIds.map((awardId) => {
    const code = badges.get(awardId)
    const badge = code === undefined ? '' : definitionOf(code).name[language]
    return { href: path('myWordFile', { slug, endorsementId: words.id, awardId }), text: t.file(badge) }
  })
  return (
    <form method="post" action={action}>
      <p class="govuk-body">{t.agreedMeans}</p>
      {files.length === 0 ? <p class="govuk-body">{t.laterBadge}</p> : <LinkList links={files} download />}
      <Button name="answer" value="decline" secondary>
        {t.takeOut}
      </Button>
    </form>
  )
}

const Said = (shown: Shown) => {
  const { words, definitionOf, language } = shown
  const t = wordsText[language]
  const about = nameAbout(words, language, definitionOf)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.code === null ? t.ofRole(about) : t.ofBadge(about)}</h2>
      <figure class="app-words">
        <blockquote class="app-words__said">
          <p class="govuk-body app-preserve-lines" lang={words.language}>
            {words.words}
          </p>
        </blockquote>
        <figcaption class="govuk-body-s">
          {`${words.writerName}, ${words.writerRole}, ${formatDate(words.writtenAt, language)}`}
        </figcaption>
      </figure>
      <Answer {...shown} />
    </section>
  )
}

const answers = ['agreed', 'declined', 'withdrawn'] as const

/** What was written of the volunteer: they read it, and say whether it may go anywhere. */
export const showMyWords = async (c: AppContext) => {
  const { organisation, personId } = await requireOwnRecord(c, 'endorsements:answer-own')
  const { deps, language } = c.var
  const t = wordsText[language]
  const all = await listWords(deps, organisation.id, personId)
  const standing = all.filter(({ state }) => state === 'waiting' || state === 'agreed')
  const hold = (await holdsOf(deps, organisation.id, [personId], 'sharing')).get(personId)?.hold
  const badges = await badgesOfAwards(deps, organisation.id, personId)
  const definitionOf = await definitionsOf(deps, organisation.id)
  const shared = { slug: organisation.slug, hold, badges, definitionOf, language }
  const answered = answers.find((one) => one === c.req.query('answered'))
  return renderPage(
    c,
    { title: t.mine, organisation, current: 'record', back: { href: path('my'), text: t.back } },
    <>
      {answered === undefined ? null : (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.answered[answered]}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{t.mine}</h1>
      <p class="govuk-body">{standing.length === 0 ? t.mineNone : t.mineIntro}</p>
      {standing.map((words) => (
        <Said words={words} {...shared} />
      ))}
    </>,
  )
}

export const postAnswer = async (c: AppContext) => {
  const { organisation, personId, actor } = await requireOwnRecord(c, 'endorsements:answer-own')
  const { deps } = c.var
  const form = await c.req.parseBody()
  const id = c.req.param('endorsementId') ?? ''
  const before = (await listWords(deps, organisation.id, personId)).find((one) => one.id === id)
  if (before === undefined) throw new ProblemError('not-found')
  const by = { organisation, personId, actor }
  const agrees = form['answer'] === 'agree'
  if (!agrees && form['answer'] !== 'decline') throw new ProblemError('bad-request')
  if (agrees) await agreeToWords(deps, by, id)
  else await takeBackWords(deps, by, id)
  const answered = agrees ? 'agreed' : before.state === 'waiting' ? 'declined' : 'withdrawn'
  return c.redirect(`${path('myWords', { slug: organisation.slug })}?answered=${answered}`, 303)
}

/** The signed words for one badge, as a file. */
export const sendMyWords = async (c: AppContext) => {
  const { organisation, personId } = await requireOwnRecord(c, 'endorsements:answer-own')
  const { deps } = c.var
  const [id, awardId] = [c.req.param('endorsementId'), c.req.param('awardId') ?? '']
  const own = (await listWords(deps, organisation.id, personId)).find((one) => one.id === id)
  if (own === undefined || !own.awardIds.includes(awardId)) throw new ProblemError('not-found')
  const signed = (await wordsOfAward(deps, organisation.id, awardId)).find((one) => one.id === id)
  if (signed === undefined) throw new ProblemError('not-found')
  return respondWithFile(c, {
    bytes: new TextEncoder().encode(signed.document),
    contentType: 'application/vc+ld+json',
    fileName: `words-${organisation.slug}.json`,
  })
}

/** The way to the words about somebody, from their record; none where nobody wrote any. */
export const MyWordsLink = async ({
  c,
  record,
}: {
  readonly c: AppContext
  readonly record: { readonly organisationId: string; readonly personId: string; readonly slug: string }
}) => {
  const { waiting, all } = await countWords(c.var.deps, record.organisationId, record.personId)
  if (all === 0) return null
  const link = (
    <a class="govuk-link" href={path('myWords', { slug: record.slug })}>
      {wordsText[c.var.language].mineLink(waiting)}
    </a>
  )
  return waiting === 0 ? <p class="govuk-body">{link}</p> : <InsetText>{link}</InsetText>
}
