import { path } from '../../../paths'
import type { FieldProblem } from '../../../problems'
import type { AppContext, Language } from '../../../web/app-env'
import { Button, Textarea, TextInput } from '../../../web/components'
import { requirePermission } from '../../../web/guard'
import { renderPage } from '../../../web/layout'
import { claimsTooMuch, zCatalogueAchievementType } from '../../model'
import { beginOwnBadge, changeDraft } from '../actions'
import { longest, type OwnWords, zOwnWords } from '../model'
import { ownText } from '../page-text'
import { backTo, ChoiceSelect, errorFor, placeOf, readForm, requireOwnBadge, type Typed } from './parts'

const texts = ['name', 'description', 'criteria'] as const
const languages = ['en', 'cy'] as const

const typeWords = (words: OwnWords): Typed => {
  const values: Record<string, string> = {
    achievementType: words.achievementType,
    validMonths: words.validMonths === null ? '' : String(words.validMonths),
    tags: words.tags.join(', '),
  }
  for (const text of texts)
    for (const language of languages) values[`${text}-${language}`] = words[text][language]
  return (name) => values[name] ?? ''
}

const empty: Typed = (name) => (name === 'achievementType' ? 'Badge' : '')

const tagsOf = (typed: Typed) =>
  typed('tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')

/** The words as they were typed, or what is wrong with them. */
const readWords = (
  typed: Typed,
  language: Language,
): { readonly words?: OwnWords; readonly errors: readonly FieldProblem[] } => {
  const { faults } = ownText[language]
  const both = (text: string) => ({ en: typed(`${text}-en`), cy: typed(`${text}-cy`) })
  const months = typed('validMonths').trim()
  const parsed = zOwnWords.safeParse({
    ...{ name: both('name'), description: both('description'), criteria: both('criteria') },
    achievementType: typed('achievementType'),
    validMonths: months === '' ? null : /^\d{1,3}$/.test(months) ? Number(months) : Number.NaN,
    tags: tagsOf(typed),
  })
  if (parsed.success) return { words: parsed.data, errors: [] }
  const wordsFault = (field: string, most: number) => {
    const text = typed(field).trim()
    if (text === '') return faults.missing
    return text.length > most ? faults.long(most) : claimsTooMuch(text) ? faults.claims : undefined
  }
  const errors = texts.flatMap((text) =>
    languages.flatMap((one) => {
      const message = wordsFault(`${text}-${one}`, longest[text])
      return message === undefined ? [] : [{ field: `${text}-${one}`, message }]
    }),
  )
  const wrong = new Set(parsed.error.issues.map(({ path: [part] }) => part))
  return {
    errors: [
      ...errors,
      ...(wrong.has('achievementType') ? [{ field: 'achievementType', message: faults.choose }] : []),
      ...(wrong.has('validMonths') ? [{ field: 'validMonths', message: faults.number }] : []),
      ...(wrong.has('tags')
        ? [{ field: 'tags', message: tagsOf(typed).some(claimsTooMuch) ? faults.claims : faults.tags }]
        : []),
    ],
  }
}

const WordFields = (props: {
  readonly typed: Typed
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}) => {
  const { typed, errors, language } = props
  const t = ownText[language]
  const errorOf = errorFor(errors)
  const labelIn = { en: t.inEnglish, cy: t.inWelsh }
  const types = zCatalogueAchievementType.options.map((value) => ({ value, text: t.types[value] }))
  return (
    <>
      {languages.map((one) => (
        <>
          <TextInput
            id={`name-${one}`}
            label={labelIn[one](t.name)}
            value={typed(`name-${one}`)}
            language={language}
            {...errorOf(`name-${one}`)}
          />
          <Textarea
            id={`description-${one}`}
            label={labelIn[one](t.description)}
            value={typed(`description-${one}`)}
            rows={2}
            language={language}
            {...errorOf(`description-${one}`)}
          />
          <Textarea
            id={`criteria-${one}`}
            label={labelIn[one](t.criteria)}
            hint={t.criteriaHint}
            value={typed(`criteria-${one}`)}
            rows={4}
            language={language}
            {...errorOf(`criteria-${one}`)}
          />
        </>
      ))}
      <ChoiceSelect
        id="achievementType"
        label={t.achievementType}
        choices={types}
        value={typed('achievementType')}
        language={language}
        errors={errors}
      />
      <TextInput
        id="validMonths"
        label={t.validMonths}
        hint={t.validHint}
        value={typed('validMonths')}
        width={3}
        inputmode="numeric"
        language={language}
        {...errorOf('validMonths')}
      />
      <TextInput
        id="tags"
        label={t.tags}
        hint={t.tagsHint}
        value={typed('tags')}
        language={language}
        {...errorOf('tags')}
      />
    </>
  )
}

const noErrors: readonly FieldProblem[] = []

export const showNewBadge = async (c: AppContext, typed: Typed = empty, errors = noErrors) => {
  const { organisation } = await requirePermission(c, 'badges:design')
  const { language } = c.var
  const t = ownText[language]
  const { slug } = organisation
  const back = { href: path('serviceOwnBadges', { slug }), text: t.title }
  return renderPage(
    c,
    { title: t.begin, organisation, current: 'badges', errors, back },
    <>
      <h1 class="govuk-heading-l">{t.begin}</h1>
      <p class="govuk-body">{t.wordsIntro}</p>
      <form method="post" action={path('serviceOwnBadgeNew', { slug })} novalidate>
        <WordFields typed={typed} errors={errors} language={language} />
        <Button>{t.save}</Button>
      </form>
    </>,
  )
}

export const postNewBadge = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'badges:design')
  const typed = await readForm(c)
  const { words, errors } = readWords(typed, c.var.language)
  if (words === undefined) return showNewBadge(c, typed, errors)
  const { code } = await beginOwnBadge(c.var.deps, organisation.id, words, actor)
  return c.redirect(path('serviceOwnBadge', { slug: organisation.slug, ownCode: code }), 303)
}

export const showWords = async (c: AppContext, retyped?: Typed, errors = noErrors) => {
  const place = await requireOwnBadge(c)
  const { language } = c.var
  const t = ownText[language]
  const { badge, organisation } = place
  return renderPage(
    c,
    { title: t.words, organisation, current: 'badges', errors, back: backTo(place, language) },
    <>
      <h1 class="govuk-heading-l">{t.words}</h1>
      <p class="govuk-body">{t.wordsIntro}</p>
      <form method="post" action={path('serviceOwnBadgeWords', placeOf(place))} novalidate>
        <WordFields typed={retyped ?? typeWords(badge.draft.words)} errors={errors} language={language} />
        <Button>{t.save}</Button>
      </form>
    </>,
  )
}

export const postWords = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const typed = await readForm(c)
  const { words, errors } = readWords(typed, c.var.language)
  if (words === undefined) return showWords(c, typed, errors)
  const { organisation, actor, badge } = place
  const change = { actor, change: (draft: typeof badge.draft) => ({ ...draft, words }) }
  await changeDraft(c.var.deps, organisation.id, badge.code, change)
  return c.redirect(`${path('serviceOwnBadge', placeOf(place))}?saved=yes`, 303)
}
