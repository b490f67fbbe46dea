import { findRecipients } from '../../awards/actions'
import { badgeEligibility } from '../../awards/eligibility'
import type { ChosenSkills } from '../../awards/model'
import { readRecipients } from '../../awards/rules/read-recipients'
import { path } from '../../paths'
import { ProblemError } from '../../problems'
import { isUuid } from '../../roles/rules/is-uuid'
import type { AppContext } from '../../web/app-env'
import { Button, Cell, Table } from '../../web/components'
import { formatHoursShort } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getDefinition } from '../definitions'
import { issueText } from '../issue-text'
import { achievementText } from '../page-text'

type Person = Awaited<ReturnType<typeof badgeEligibility>>[number]
type Ready = { readonly person: Person; readonly text: string }
type Left = { readonly words: string; readonly why: string }
type Named = { readonly personId: string; readonly words: string; readonly text: string }

/** The words that a form has for each person, by id. */
export const textsOfForm = (form: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      name.startsWith('text-') && typeof value === 'string' && value.trim() !== ''
        ? [[name.slice('text-'.length), value]]
        : [],
    ),
  )

/** The skills that a form names for each person, by id: nobody is in it for whom no choice was offered. */
export const skillsOfForm = (form: Readonly<Record<string, unknown>>): ChosenSkills =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      name.startsWith('skills-')
        ? [[name.slice('skills-'.length), [value].flat().map(String).filter(isUuid)]]
        : [],
    ),
  )

/** Who is named by a list, and the rows that name nobody. */
const readList = async (c: AppContext, organisationId: string, file: File) => {
  const t = issueText[c.var.language]
  const rows = readRecipients(new Uint8Array(await file.arrayBuffer()))
  if (!rows.ok) throw new ProblemError('invalid-file', { detail: t.noFile })
  const matches = await findRecipients(c.var.deps, organisationId, rows.value)
  const named: Named[] = []
  const left: Left[] = []
  rows.value.forEach(({ words, text }, index) => {
    const match = matches[index]
    if (match?.kind === 'found') named.push({ personId: match.personId, words, text })
    else left.push({ words, why: t[match?.kind ?? 'unknown'] })
  })
  return { named, left }
}

/** What issuing a badge to those ticked, or to those of a list, would do; nothing is done. */
export const postPreview = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'badges:issue')
  const { deps, language } = c.var
  const t = issueText[language]
  const { id: organisationId } = permitted.organisation
  const { id: code } = await getDefinition(deps, organisationId, c.req.param('code') ?? '')
  const form = await c.req.parseBody({ all: true })
  const texts = textsOfForm(form)
  const file = form['file']
  const ticked = [form['person'] ?? []]
    .flat()
    .map(String)
    .filter(isUuid)
    .map((personId): Named => ({ personId, words: '', text: texts[personId] ?? '' }))
  const { named, left } =
    file instanceof File && file.size > 0
      ? await readList(c, organisationId, file)
      : { named: ticked, left: [] }
  const ids = named.map(({ personId }) => personId)
  const people = await badgeEligibility(deps, organisationId, code, ids)
  const byId = new Map(people.map((person) => [person.personId, person]))
  const ready: Ready[] = []
  const refused = [...left]
  for (const { personId, words, text } of new Map(named.map((one) => [one.personId, one])).values()) {
    const person = byId.get(personId)
    if (person === undefined) refused.push({ words, why: t.holds })
    else if (person.hold !== undefined) refused.push({ words: person.name, why: t.waits })
    else if (person.eligible) ready.push({ person, text })
    else refused.push({ words: person.name, why: person.missing?.[language] ?? '' })
  }
  return renderPreview(c, permitted, { code, ready, refused })
}

const renderPreview = async (
  c: AppContext,
  { organisation }: Permitted,
  { code, ready, refused }: { code: string; ready: readonly Ready[]; refused: readonly Left[] },
) => {
  const { deps, language } = c.var
  const t = issueText[language]
  const place = { slug: organisation.slug, code }
  const badge = (await getDefinition(deps, organisation.id, code)).name[language]
  const back = { href: path('serviceBadge', place), text: badge }
  return renderPage(
    c,
    { title: t.title(badge), organisation, current: 'badges', wide: true, back },
    <>
      <h1 class="govuk-heading-l">{t.title(badge)}</h1>
      <p class="govuk-body">{ready.length === 0 ? t.nobody : t.intro}</p>
      {ready.length === 0 ? null : (
        <form method="post" action={path('serviceBadgeIssue', place)}>
          <ReadyTable ready={ready} language={language} />
          <Button>{t.issue}</Button>
        </form>
      )}
      {refused.length === 0 ? null : (
        <Table caption={`${t.wont} (${refused.length})`} head={[{ text: t.row }, { text: t.why }]}>
          {refused.map(({ words, why }) => (
            <tr class="govuk-table__row">
              <Cell header>{words}</Cell>
              <Cell>{why}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </>,
  )
}

const ReadyTable = ({ ready, language }: { ready: readonly Ready[]; language: 'en' | 'cy' }) => {
  const t = issueText[language]
  const naming = ready.some(({ person }) => person.claims.length > 0)
  const head = [
    { text: t.row },
    { text: achievementText[language].hours, numeric: true },
    { text: t.words },
    ...(naming ? [{ text: t.skills }] : []),
  ]
  return (
    <Table caption={`${t.will} (${ready.length})`} head={head}>
      {ready.map(({ person, text }) => (
        <tr class="govuk-table__row">
          <Cell header>
            <input type="hidden" name="person" value={person.personId} />
            {person.name}
          </Cell>
          <Cell numeric>{formatHoursShort(person.minutes)}</Cell>
          <Cell>
            <label class="govuk-visually-hidden" for={`text-${person.personId}`}>
              {t.wordsOf(person.name)}
            </label>
            <input
              class="govuk-input"
              id={`text-${person.personId}`}
              name={`text-${person.personId}`}
              value={text}
              maxlength={2000}
            />
          </Cell>
          {naming ? (
            <Cell>
              <SkillChoice person={person} language={language} />
            </Cell>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

/** The confirmed skills of somebody, all of them ticked; one that no framework lists cannot be named. */
const SkillChoice = ({ person, language }: { person: Person; language: 'en' | 'cy' }) => {
  const t = issueText[language]
  const name = `skills-${person.personId}`
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{t.skillsOf(person.name)}</legend>
      <input type="hidden" name={name} value="" />
      <div class="govuk-checkboxes govuk-checkboxes--small">
        {person.claims.map(({ claimId, title, alignments }) =>
          alignments.length === 0 ? (
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              {title} <span class="govuk-hint">{t.notAligned}</span>
            </p>
          ) : (
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={`skill-${claimId}`}
                type="checkbox"
                name={name}
                value={claimId}
                checked
              />
              <label class="govuk-label govuk-checkboxes__label" for={`skill-${claimId}`}>
                {title}
              </label>
            </div>
          ),
        )}
      </div>
    </fieldset>
  )
}
