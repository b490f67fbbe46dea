import type { badgeEligibility } from '../../awards/actions'
import type { Organisation } from '../../organisations/model'
import { path } from '../../paths'
import type { Language } from '../../web/app-env'
import { Button, Cell, Details, FileUpload, Pagination, RowCheckbox, Table } from '../../web/components'
import { formatCount, formatDate, formatHoursShort } from '../../web/format'
import { issueText } from '../issue-text'
import { achievementText } from '../page-text'

/** Somebody who volunteers and does not hold the badge. */
export type Candidate = Awaited<ReturnType<typeof badgeEligibility>>[number]

type Props = {
  /** Those of this page. */
  readonly people: readonly Candidate[]
  /** How many are ready, on all pages. */
  readonly total: number
  /** Where the next page is. */
  readonly next: string | undefined
  /** Who is ticked; everybody when undefined. */
  readonly chosen: ReadonlySet<string> | undefined
  readonly organisation: Organisation
  readonly code: string
  readonly language: Language
  readonly mayIssue: boolean
  readonly error: string | undefined
}

/** Those who have earned a badge, all of them ticked, and one button that issues it. */
export const IssueForm = (props: Props) => {
  const { people, total, next, organisation, code, language, mayIssue, error } = props
  const t = achievementText[language]
  return (
    <section id="ready">
      <h2 class="govuk-heading-m">{`${t.readyHeading} (${total})`}</h2>
      <p class="govuk-body">{total === 0 ? t.readyNone : t.readyIntro(total)}</p>
      {people.length === 0 ? null : mayIssue ? (
        <form method="post" action={path('serviceBadgeIssue', { slug: organisation.slug, code })}>
          {error === undefined ? null : (
            <p class="govuk-error-message" id="person-error">
              {error}
            </p>
          )}
          <ReadyTable {...props} />
          <p class="govuk-hint">{t.issueHint}</p>
          <Button>
            {t.issueTo.before} <span data-ticked="person">{t.issueTo.those}</span> {t.issueTo.after}
          </Button>{' '}
          <button
            type="submit"
            class="govuk-button govuk-button--secondary"
            formaction={path('serviceBadgePreview', { slug: organisation.slug, code })}
          >
            {issueText[language].preview}
          </button>
          {total > people.length ? (
            <>
              {' '}
              <button type="submit" class="govuk-button govuk-button--secondary" name="everyone" value="yes">
                {t.issueToAll(formatCount(total, language))}
              </button>
            </>
          ) : null}
        </form>
      ) : (
        <ReadyTable {...props} />
      )}
      <Pagination language={language} next={next} />
      {mayIssue ? <ListForm slug={organisation.slug} code={code} language={language} /> : null}
    </section>
  )
}

/** People by a list: looked at first, issued after. */
const ListForm = ({ slug, code, language }: { slug: string; code: string; language: Language }) => {
  const t = issueText[language]
  return (
    <Details summary={t.fromFile}>
      <form method="post" action={path('serviceBadgePreview', { slug, code })} enctype="multipart/form-data">
        <FileUpload id="file" label={t.file} hint={t.fileHint} accept=".csv,text/csv" language={language} />
        <Button secondary>{t.look}</Button>
      </form>
    </Details>
  )
}

const ReadyTable = ({ people, chosen, organisation, language, mayIssue }: Props) => {
  const t = achievementText[language]
  const head = [
    ...(mayIssue ? [{ text: <ChooseAll language={language} /> }] : []),
    { text: t.name },
    { text: t.hours, numeric: true },
    { text: t.role },
    { text: t.firstDay },
    { text: t.lastDay },
  ]
  const { slug } = organisation
  return (
    <Table caption={t.readyHeading} hideCaption head={head}>
      {people.map((person) => (
        <tr class="govuk-table__row">
          {mayIssue ? (
            <Cell>
              <RowCheckbox
                name="person"
                value={person.personId}
                label={t.choose(person.name)}
                checked={chosen === undefined || chosen.has(person.personId)}
              />
            </Cell>
          ) : null}
          <Cell header>
            <a class="govuk-link" href={path('serviceVolunteer', { slug, personId: person.personId })}>
              {person.name}
            </a>
          </Cell>
          <Cell numeric>{formatHoursShort(person.minutes)}</Cell>
          <Cell>{person.roleTitle ?? t.severalRoles}</Cell>
          <Cell>{person.firstDate === undefined ? '' : formatDate(person.firstDate, language)}</Cell>
          <Cell>{person.lastDate === undefined ? '' : formatDate(person.lastDate, language)}</Cell>
        </tr>
      ))}
    </Table>
  )
}

/** The box that ticks every other one; shown where there is a script to do so. */
const ChooseAll = ({ language }: Pick<Props, 'language'>) => {
  const t = achievementText[language]
  return (
    <>
      <span class="govuk-visually-hidden">{t.select}</span>
      <div class="govuk-checkboxes govuk-checkboxes--small app-row-checkbox" hidden>
        <div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" id="all" type="checkbox" data-select-all="person" />
          <label class="govuk-label govuk-checkboxes__label" for="all">
            <span class="govuk-visually-hidden">{t.chooseAll}</span>
          </label>
        </div>
      </div>
    </>
  )
}
