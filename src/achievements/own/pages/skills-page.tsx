import { getFrameworkItem, listChoices } from '../../../frameworks/actions'
import { strengths } from '../../../frameworks/model'
import { frameworkText } from '../../../frameworks/page-text'
import { ItemSelect } from '../../../frameworks/pages/item-select'
import { readItemChoice } from '../../../frameworks/pages/read-item-choice'
import { inLanguage, titleOfFramework } from '../../../frameworks/rules/name-item'
import { path } from '../../../paths'
import type { FieldProblem } from '../../../problems'
import type { AppContext } from '../../../web/app-env'
import { Button, Cell, Select, Table, TextInput } from '../../../web/components'
import { renderPage } from '../../../web/layout'
import { claimsTooMuch } from '../../model'
import { changeDraft } from '../actions'
import { longest, MOST_SKILLS, type OwnDraft, type OwnSkill, zOwnSkill } from '../model'
import { ownText } from '../page-text'
import {
  backTo,
  errorFor,
  type OwnPlace,
  placeOf,
  readForm,
  requireOwnBadge,
  Saved,
  type Typed,
} from './parts'

const none: Typed = () => ''

export const showSkills = async (
  c: AppContext,
  typed: Typed = none,
  errors: readonly FieldProblem[] = [],
) => {
  const place = await requireOwnBadge(c)
  const { deps, language } = c.var
  const t = ownText[language]
  const { badge, organisation } = place
  const { skills } = badge.draft
  const errorOf = errorFor(errors)
  const itemError = errors.find(({ field }) => field === 'item')?.message
  return renderPage(
    c,
    { title: t.skills, organisation, current: 'badges', wide: true, errors, back: backTo(place, language) },
    <>
      <Saved c={c} />
      <h1 class="govuk-heading-l">{t.skills}</h1>
      <p class="govuk-body">{t.skillsIntro}</p>
      {skills.length === 0 ? <p class="govuk-body">{t.skillsNone}</p> : await skillTable(c, place)}
      {skills.length >= MOST_SKILLS ? null : (
        <form method="post" action={path('serviceOwnBadgeSkills', placeOf(place))} novalidate>
          <ItemSelect
            frameworks={await listChoices(deps, organisation.id)}
            label={t.entry}
            language={language}
            {...(itemError === undefined ? {} : { error: itemError })}
          />
          <Select
            id="strength"
            label={t.strength}
            items={strengths.map((value) => ({
              ...{ value, text: frameworkText[language].strengths[value] },
              selected: typed('strength') === value,
            }))}
          />
          {(['en', 'cy'] as const).map((one) => (
            <TextInput
              id={`name-${one}`}
              label={(one === 'en' ? t.inEnglish : t.inWelsh)(t.yourWords)}
              value={typed(`name-${one}`)}
              language={language}
              {...errorOf(`name-${one}`)}
            />
          ))}
          <Button name="do" value="add">
            {t.addSkill}
          </Button>
        </form>
      )}
    </>,
  )
}

const skillTable = async (c: AppContext, place: OwnPlace) => {
  const { deps, language } = c.var
  const t = ownText[language]
  const head = [{ text: t.skill }, { text: t.entry }, { text: t.strength }, { text: t.remove }]
  const rows = await Promise.all(
    place.badge.draft.skills.map(async (skill) => ({ skill, found: await getFrameworkItem(deps, skill) })),
  )
  return (
    <Table caption={t.skills} hideCaption head={head}>
      {rows.map(({ skill, found }) => (
        <tr class="govuk-table__row">
          <Cell header>{skill.name[language]}</Cell>
          <Cell>{`${inLanguage(found.item.name, language)} (${titleOfFramework(found.framework, language)})`}</Cell>
          <Cell>{frameworkText[language].strengths[skill.strength]}</Cell>
          <Cell>
            <form method="post" action={path('serviceOwnBadgeSkills', placeOf(place))}>
              <input type="hidden" name="code" value={skill.code} />
              <button
                class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
                type="submit"
                name="do"
                value="remove"
              >
                {t.remove}
                <span class="govuk-visually-hidden">{`: ${skill.name[language]}`}</span>
              </button>
            </form>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

/** The skill as it was filled in, or what is wrong with it. */
const readSkill = (
  c: AppContext,
  typed: Typed,
  there: readonly OwnSkill[],
): { readonly skill?: OwnSkill; readonly errors: readonly FieldProblem[] } => {
  const { faults } = ownText[c.var.language]
  const link = readItemChoice(typed('item'))
  const isThere = there.some(({ code }) => code === link?.code)
  const parsed = zOwnSkill.safeParse({
    ...link,
    strength: typed('strength'),
    name: { en: typed('name-en'), cy: typed('name-cy') },
  })
  if (parsed.success && !isThere) return { skill: parsed.data, errors: [] }
  const names = (['en', 'cy'] as const).flatMap((one) => {
    const text = typed(`name-${one}`).trim()
    const field = `name-${one}`
    if (text === '') return [{ field, message: faults.missing }]
    if (text.length > longest.skill) return [{ field, message: faults.long(longest.skill) }]
    return claimsTooMuch(text) ? [{ field, message: faults.claims }] : []
  })
  const item = isThere ? faults.there : link === undefined ? faults.choose : undefined
  return { errors: [...(item === undefined ? [] : [{ field: 'item', message: item }]), ...names] }
}

export const postSkills = async (c: AppContext) => {
  const { organisation, actor, badge, ...rest } = await requireOwnBadge(c)
  const { deps } = c.var
  const typed = await readForm(c)
  const change = (next: (skills: readonly OwnSkill[]) => OwnSkill[]) =>
    changeDraft(deps, organisation.id, badge.code, {
      actor,
      change: (draft: OwnDraft) => ({ ...draft, skills: next(draft.skills) }),
    })
  if (typed('do') === 'remove') {
    await change((skills) => skills.filter(({ code }) => code !== typed('code')))
  } else {
    const { skill, errors } = readSkill(c, typed, badge.draft.skills)
    if (skill === undefined) return showSkills(c, typed, errors)
    // Throws `not-found` for an entry that there is none of.
    await getFrameworkItem(deps, skill)
    await change((skills) => [...skills.filter(({ code }) => code !== skill.code), skill])
  }
  const place = placeOf({ organisation, actor, badge, ...rest })
  return c.redirect(`${path('serviceOwnBadgeSkills', place)}?saved=yes`, 303)
}
