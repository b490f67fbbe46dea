import { Temporal } from 'temporal-polyfill'
import { localDateOf } from '../../hours/rules/local-date-of'
import { path } from '../../paths'
import { listPeople } from '../../people/actions'
import type { Person } from '../../people/model'
import { settingOf } from '../../settings/actions'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Table, Tag, TextInput } from '../../web/components'
import { formatCount, formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { listErasures } from '../erasure/actions'
import { closeMatter, listMatters } from '../matters/actions'
import type { Erasure, Matter, RetentionItem } from '../model'
import { keepingText } from '../page-text'
import { listRetentionRuns, retentionItems, runRetention } from '../retention/actions'

const SOON_DAYS = 30
const MOST_SHOWN = 200

type Part = { readonly slug: string; readonly language: Language }

const Next = (
  props: Part & {
    readonly items: readonly RetentionItem[]
    readonly today: string
    readonly automatic: boolean
  },
) => {
  const { items, today, automatic, slug, language } = props
  const t = keepingText[language]
  const due = items.filter(({ goesOn }) => goesOn <= today).length
  const figure = (count: number) => formatCount(count, language)
  return (
    <>
      <h2 class="govuk-heading-m">{t.retention}</h2>
      <p class="govuk-body">{t.retentionIntro(automatic)}</p>
      {items.length === 0 ? (
        <p class="govuk-body">{t.retentionNone}</p>
      ) : (
        <>
          <p class="govuk-body">{`${t.due(figure(due))}, ${t.soon(figure(items.length - due))}`}</p>
          <Table
            caption={t.retention}
            hideCaption
            head={[{ text: t.item }, { text: t.category }, { text: t.since }, { text: t.goesOn }]}
          >
            {items.slice(0, MOST_SHOWN).map(({ kind, label, since, goesOn }) => (
              <tr class="govuk-table__row">
                <Cell header>{label}</Cell>
                <Cell>{t.categories[kind]}</Cell>
                <Cell>{formatDate(since, language)}</Cell>
                <Cell>{formatDate(goesOn, language)}</Cell>
              </tr>
            ))}
          </Table>
        </>
      )}
      {due === 0 ? null : (
        <form method="post" action={path('servicePrivacyRun', { slug })}>
          <Button warning>{t.runNow}</Button>
        </form>
      )}
    </>
  )
}

const Matters = ({ matters, slug, language }: Part & { readonly matters: readonly Matter[] }) => {
  const t = keepingText[language]
  if (matters.length === 0)
    return (
      <>
        <h2 class="govuk-heading-m">{t.matters}</h2>
        <p class="govuk-body">{t.mattersNone}</p>
      </>
    )
  return (
    <Table
      caption={t.matters}
      head={[{ text: t.reference }, { text: t.reason }, { text: t.kept }, { text: t.state }]}
    >
      {matters.map((matter) => (
        <tr class="govuk-table__row">
          <Cell header>{matter.reference}</Cell>
          <Cell>{matter.reason}</Cell>
          <Cell>{matter.kept === null ? t.stillThere : matter.kept.map((line) => <div>{line}</div>)}</Cell>
          <Cell>
            {matter.closedAt === null ? (
              <form method="post" action={path('servicePrivacyMatterClose', { slug, matterId: matter.id })}>
                <Button secondary>
                  {t.close}
                  <span class="govuk-visually-hidden">{`: ${matter.reference}`}</span>
                </Button>
              </form>
            ) : (
              t.closedOn(formatDate(matter.closedAt, language))
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

const Erasures = ({ erasures, language }: Omit<Part, 'slug'> & { readonly erasures: readonly Erasure[] }) => {
  const t = keepingText[language]
  if (erasures.length === 0) return null
  return (
    <Table caption={t.erasures} head={[{ text: t.asked }, { text: t.by }, { text: t.state }]}>
      {erasures.map(({ askedAt, askedBy, finishedAt }) => (
        <tr class="govuk-table__row">
          <Cell header>{formatDate(askedAt, language)}</Cell>
          <Cell>{t.askedBy[askedBy]}</Cell>
          <Cell>
            <Tag colour={finishedAt === null ? 'yellow' : 'green'}>
              {finishedAt === null ? t.unfinished : t.finished}
            </Tag>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

type Runs = Awaited<ReturnType<typeof listRetentionRuns>>

const Runs = ({ runs, language }: Omit<Part, 'slug'> & { readonly runs: Runs }) => {
  const t = keepingText[language]
  const kinds = ['profile', 'import-file', 'matter'] as const
  const some = runs.filter(({ counts }) => Object.keys(counts).length > 0)
  if (some.length === 0) return null
  return (
    <Table caption={t.runs} head={[{ text: t.day }, { text: t.howMuch }]}>
      {some.map(({ day, counts }) => (
        <tr class="govuk-table__row">
          <Cell header>{formatDate(day, language)}</Cell>
          <Cell>
            {kinds
              .filter((kind) => (counts[kind] ?? 0) > 0)
              .map((kind) => `${t.categories[kind]}: ${formatCount(counts[kind] ?? 0, language)}`)
              .join('; ')}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

const Find = (props: Part & { readonly search: string; readonly people: readonly Person[] }) => {
  const { search, people, slug, language } = props
  const t = keepingText[language]
  return (
    <>
      <form method="post" action={path('servicePrivacy', { slug })}>
        <TextInput
          id="search"
          label={t.find}
          hint={t.findHint}
          type="search"
          autocomplete="off"
          width={20}
          value={search}
          language={language}
        />
        <Button secondary>{t.search}</Button>
      </form>
      {search !== '' && people.length === 0 ? <p class="govuk-body">{t.nobody}</p> : null}
      <ul class="govuk-list">
        {people.map(({ id, preferredName, externalReference }) => (
          <li>
            <a class="govuk-link" href={path('servicePrivacyPerson', { slug, personId: id })}>
              {preferredName}
            </a>
            {externalReference === null ? null : ` (${externalReference})`}
          </li>
        ))}
      </ul>
    </>
  )
}

const render = async (c: AppContext, { organisation }: Permitted, search: string) => {
  const { deps, language } = c.var
  const t = keepingText[language]
  const { id, slug } = organisation
  const today = localDateOf(deps.clock.now())
  const until = Temporal.PlainDate.from(today).add({ days: SOON_DAYS }).toString()
  const people = search === '' ? [] : (await listPeople(deps, id, { search, limit: 20 })).people
  return renderPage(
    c,
    { title: t.title, organisation, current: 'dataProtection', wide: true },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <Find {...{ search, people, slug, language }} />
      <Next
        items={await retentionItems(deps, id, until)}
        automatic={await settingOf(deps, id, 'retention.automatic')}
        {...{ today, slug, language }}
      />
      <Runs runs={await listRetentionRuns(deps, id)} language={language} />
      <Matters matters={await listMatters(deps, id)} slug={slug} language={language} />
      <Erasures erasures={await listErasures(deps, id)} language={language} />
      <p class="govuk-body">
        <a class="govuk-link" href={path('serviceAudit', { slug })}>
          {t.audit}
        </a>
      </p>
    </>,
  )
}

/** What the data protection officer looks after: what goes next, what is kept and why, what is gone. */
export const renderPrivacy = async (c: AppContext) =>
  render(c, await requirePermission(c, 'privacy:manage'), '')

/** The same with the volunteers of a name; it is posted, so that it stands in no address. */
export const findForPrivacy = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'privacy:manage')
  const search = String((await c.req.parseBody())['search'] ?? '')
  return render(c, permitted, search.trim().slice(0, 200))
}

export const postRun = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'privacy:manage')
  await runRetention(c.var.deps, organisation.id, actor)
  return c.redirect(path('servicePrivacy', { slug: organisation.slug }), 303)
}

export const postMatterClose = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'privacy:manage')
  await closeMatter(c.var.deps, organisation.id, c.req.param('matterId') ?? '', actor)
  return c.redirect(path('servicePrivacy', { slug: organisation.slug }), 303)
}
