import { definitionsOf, type FindDefinition } from '../../achievements/definitions'
import { listAwards } from '../../awards/lists/actions'
import type { AwardRow } from '../../awards/lists/model'
import { statusColour } from '../../awards/rules/status-colour'
import { sessionsOf, summariesFor } from '../../hours/actions'
import type { HoursSummary, SessionRow } from '../../hours/model'
import { allows, permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import { listRoles } from '../../roles/actions'
import type { AppContext, Language } from '../../web/app-env'
import { Cell, SummaryList, Table, Tag } from '../../web/components'
import { formatDate, formatDuration, formatHoursShort, formatMonth } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getPerson } from '../actions'
import { consentStateOf } from '../consents/actions'
import { guardiansOf } from '../guardians/actions'
import type { Person } from '../model'
import { peopleText } from '../page-text'
import { getRecord } from '../record/actions'
import { recordText } from '../record-text'
import { DoneBanner, RecordView } from './record-view'

/** Sessions and badges that the page shows at most. */
const SESSIONS_SHOWN = 100
const BADGES_SHOWN = 100

/** One volunteer: what they have done, which badges they have, how they are reached, and who agreed to what. */
export const renderVolunteer = async (c: AppContext) => {
  const { organisation, membership } = await requirePermission(c, 'people:read')
  const { deps, language } = c.var
  const t = peopleText[language]
  const { id: organisationId, slug } = organisation
  const person = await getPerson(deps, organisationId, c.req.param('personId') ?? '')
  const hours = (await summariesFor(deps, organisationId, [person.id])).get(person.id)
  const sessions = await sessionsOf(deps, organisationId, person.id)
  const filter = { personId: person.id }
  const { awards } = await listAwards(deps, organisationId, { filter, limit: BADGES_SHOWN })
  const codes = awards.map(({ definitionCode }) => definitionCode)
  const definitionOf = await definitionsOf(deps, organisationId, codes)
  const roles = await listRoles(deps, organisationId)
  const titleOf = (roleId: string) => {
    const role = roles.find(({ id }) => id === roleId)
    return (language === 'cy' ? role?.titleCy : undefined) ?? role?.titleEn ?? ''
  }
  const record = await getRecord(deps, organisationId, person.id)
  const consents = await consentStateOf(deps, organisationId, person.id)
  const guardians = await guardiansOf(deps, organisationId, person.id)
  const mayEdit = allows(membership, 'people:edit')
  const about = { slug, language, mayEdit, record, consents, guardians }
  return renderPage(
    c,
    {
      title: person.preferredName,
      organisation,
      current: 'volunteers',
      wide: true,
      back: { href: path('serviceVolunteers', { slug }), text: t.volunteers },
    },
    <>
      <DoneBanner done={c.req.query('done')} language={language} />
      <h1 class="govuk-heading-l">{person.preferredName}</h1>
      <Facts person={person} hours={hours} language={language} />
      <p class="govuk-body">
        <a class="govuk-link" href={path('servicePersonBadges', { slug, personId: person.id })}>
          {t.badgeProgress}
        </a>
      </p>
      <RecordView {...about} />
      <Badges awards={awards} definitionOf={definitionOf} slug={slug} language={language} />
      {hours === undefined || hours.approved.sessions === 0 ? null : (
        <Hours approved={hours.approved} titleOf={titleOf} language={language} />
      )}
      <Sessions slug={slug} sessions={sessions} titleOf={titleOf} language={language} />
      {permits(membership.role, 'training:manage') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={path('serviceVolunteerTraining', { slug, personId: person.id })}>
            {t.rolesAndTraining}
          </a>
        </p>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href={path('serviceTranscript', { slug, personId: person.id })}>
          {t.transcript}
        </a>
      </p>
    </>,
  )
}

const Facts = (props: {
  readonly person: Person
  readonly hours: { readonly approved: HoursSummary; readonly waitingMinutes: number } | undefined
  readonly language: Language
}) => {
  const { person, hours, language } = props
  const t = peopleText[language]
  const duration = (minutes = 0) => (minutes === 0 ? t.none : formatDuration(minutes, language))
  const { firstDate = null, lastDate = null } = hours?.approved ?? {}
  const period =
    firstDate === null || lastDate === null
      ? undefined
      : t.fromTo(formatDate(firstDate, language), formatDate(lastDate, language))
  return (
    <SummaryList
      rows={[
        ...(person.status === 'active'
          ? []
          : [{ key: t.status, value: recordText[language].statuses[person.status] }]),
        { key: t.approvedTotal, value: duration(hours?.approved.minutes) },
        { key: t.waitingTotal, value: duration(hours?.waitingMinutes) },
        ...(period === undefined ? [] : [{ key: t.period, value: period }]),
        ...(person.externalReference === null ? [] : [{ key: t.reference, value: person.externalReference }]),
        { key: t.contact, value: person.email ?? t.noEmail },
        { key: t.writtenIn, value: t.languages[person.contactLanguage] },
      ]}
    />
  )
}

const Badges = (props: {
  readonly awards: readonly AwardRow[]
  readonly definitionOf: FindDefinition
  readonly slug: string
  readonly language: Language
}) => {
  const { awards, definitionOf, slug, language } = props
  const t = peopleText[language]
  const head = [{ text: t.name }, { text: t.issuedOn }, { text: t.status }]
  if (awards.length === 0)
    return (
      <>
        <h2 class="govuk-heading-m">{t.badges}</h2>
        <p class="govuk-body">{t.badgesNone}</p>
      </>
    )
  return (
    <Table caption={t.badges} head={head}>
      {awards.map((award) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={path('serviceAward', { slug, awardId: award.id })}>
              {definitionOf(award.definitionCode).name[language]}
            </a>
          </Cell>
          <Cell>{formatDate(award.issuedAt, language)}</Cell>
          <Cell>
            <Tag colour={statusColour[award.status]}>{t[award.status]}</Tag>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

const Hours = (props: {
  readonly approved: HoursSummary
  readonly titleOf: (roleId: string) => string
  readonly language: Language
}) => {
  const { approved, titleOf, language } = props
  const t = peopleText[language]
  const rows = (lines: readonly { readonly name: string; readonly minutes: number }[]) =>
    lines.map(({ name, minutes }) => (
      <tr class="govuk-table__row">
        <Cell header>{name}</Cell>
        <Cell numeric>{formatHoursShort(minutes)}</Cell>
      </tr>
    ))
  const hours = { text: t.hours, numeric: true }
  return (
    <>
      <Table caption={t.byRole} head={[{ text: t.role }, hours]}>
        {rows(approved.byRole.map(({ roleId, minutes }) => ({ name: titleOf(roleId), minutes })))}
      </Table>
      <Table caption={t.byMonth} head={[{ text: t.month }, hours]}>
        {rows(
          [...approved.byMonth]
            .reverse()
            .map(({ month, minutes }) => ({ name: formatMonth(month, language), minutes })),
        )}
      </Table>
    </>
  )
}

const colours = { submitted: 'yellow', approved: 'green', disputed: 'red', void: 'grey' } as const

const Sessions = (props: {
  readonly slug: string
  readonly sessions: readonly SessionRow[]
  readonly titleOf: (roleId: string) => string
  readonly language: Language
}) => {
  const { slug, sessions, titleOf, language } = props
  const t = peopleText[language]
  const shown = sessions.slice(0, SESSIONS_SHOWN)
  if (shown.length === 0) return <p class="govuk-body">{t.sessionsNone}</p>
  const head = [
    { text: t.date },
    { text: t.role },
    { text: t.branch },
    { text: t.status },
    { text: t.hours, numeric: true },
  ]
  return (
    <>
      <Table caption={t.sessions} head={head}>
        {shown.map((session) => (
          <tr class="govuk-table__row">
            <Cell header>
              <a class="govuk-link" href={path('serviceSession', { slug, sessionId: session.id })}>
                {formatDate(session.localDate, language)}
              </a>
            </Cell>
            <Cell>{titleOf(session.roleId)}</Cell>
            <Cell>{session.branchName ?? ''}</Cell>
            <Cell>
              <Tag colour={colours[session.status]}>{t.statuses[session.status]}</Tag>
            </Cell>
            <Cell numeric>{formatHoursShort(session.minutes)}</Cell>
          </tr>
        ))}
      </Table>
      {shown.length < sessions.length ? (
        <p class="govuk-body">{t.sessionsShown(shown.length, sessions.length)}</p>
      ) : null}
    </>
  )
}
