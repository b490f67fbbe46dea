import { listBadges } from '../../achievements/settings/actions'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { AppContext } from '../../web/app-env'
import { Button, Select, Textarea, TextInput } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { peopleToWriteAbout, writeWords } from '../actions'
import type { WordsEntry } from '../model'
import { wordsText } from '../page-text'

type Typed = {
  readonly entry: WordsEntry
  readonly person: string
  readonly requestId: string
  readonly errors: readonly FieldProblem[]
}

const choicesFor = async (c: AppContext, { organisation, reach }: Permitted) => {
  const { deps, language } = c.var
  const t = wordsText[language]
  const people = await peopleToWriteAbout(deps, organisation.id, reach)
  const badges = await listBadges(deps, organisation.id)
  const roles = await listRoles(deps, organisation.id)
  const first = { value: '', text: t.choose }
  return {
    people: [first, ...people.map(({ id, preferredName }) => ({ value: id, text: preferredName }))],
    about: [
      first,
      ...badges
        .filter(({ hidden }) => !hidden)
        .map(({ definition }) => ({ value: definition.id, text: definition.name[language] })),
      ...roles.map(({ id, titleEn, titleCy }) => ({
        value: id,
        text: t.aRole(language === 'cy' ? (titleCy ?? titleEn) : titleEn),
      })),
    ],
  }
}

const renderForm = async (c: AppContext, permitted: Permitted, typed: Typed) => {
  const { language } = c.var
  const t = wordsText[language]
  const { organisation } = permitted
  const { slug } = organisation
  const { entry, person, errors } = typed
  const { people, about } = await choicesFor(c, permitted)
  const field = (id: keyof WordsEntry | 'person') => {
    const error = errors.find((one) => one.field === id)?.message
    return { id, language, ...(error === undefined ? {} : { error }) }
  }
  const chosen = (items: readonly { value: string; text: string }[], value: string) =>
    items.map((item) => ({ ...item, selected: item.value === value }))
  const languages = (['en', 'cy'] as const).map((value) => ({ value, text: t.languages[value] }))
  return renderPage(
    c,
    {
      title: t.writeTitle,
      organisation,
      current: 'words',
      errors,
      back: { href: path('serviceWords', { slug }), text: t.title },
    },
    <>
      <h1 class="govuk-heading-l">{t.writeTitle}</h1>
      <p class="govuk-body">{t.writeIntro}</p>
      <form method="post" action={path('serviceWordsWrite', { slug })} novalidate>
        <input type="hidden" name="request" value={typed.requestId} />
        <Select {...field('person')} label={t.person} items={chosen(people, person)} />
        <Select {...field('about')} label={t.about} hint={t.aboutHint} items={chosen(about, entry.about)} />
        <Textarea {...field('words')} label={t.words} hint={t.wordsHint} value={entry.words} rows={6} />
        <Select {...field('language')} label={t.writtenIn} items={chosen(languages, entry.language)} />
        <TextInput
          {...field('writerName')}
          label={t.writerName}
          value={entry.writerName}
          autocomplete="name"
        />
        <TextInput
          {...field('writerRole')}
          label={t.writerRole}
          hint={t.writerRoleHint}
          value={entry.writerRole}
          autocomplete="organization-title"
        />
        <Button>{t.send}</Button>
      </form>
    </>,
  )
}

/** A form for a few words about a volunteer. `?person=` and `?about=` fill it in. */
export const showWriteForm = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'endorsements:write')
  const about = c.req.query('about') ?? ''
  return renderForm(c, permitted, {
    entry: { about, words: '', language: c.var.language, writerName: '', writerRole: '' },
    person: c.req.query('person') ?? '',
    requestId: c.var.deps.random.uuid(),
    errors: [],
  })
}

const fields = ['about', 'words', 'language', 'writerName', 'writerRole'] as const

/** Keeps the words for the volunteer to read, or shows the form again with what is wrong. */
export const postWords = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'endorsements:write')
  const { deps, language } = c.var
  const { organisation, actor, reach } = permitted
  const t = wordsText[language]
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  // Every field of an entry is in the list.
  const entry = Object.fromEntries(fields.map((name) => [name, text(name)])) as WordsEntry
  const requestId = text('request') || deps.random.uuid()
  const personId = text('person')
  const again = (errors: readonly FieldProblem[]) =>
    renderForm(c, permitted, { entry, person: personId, requestId, errors })
  if (personId === '') return again([{ field: 'person', message: t.personMissing }])
  const done = await writeWords(deps, organisation.id, entry, { personId, requestId, actor, reach })
  if (!done.ok) return again(done.reason.map(({ field, reason }) => ({ field, message: t.faults[reason] })))
  return c.redirect(`${path('serviceWords', { slug: organisation.slug })}?done=yes`, 303)
}
