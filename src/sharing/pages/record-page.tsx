import { definitionsOf, type FindDefinition } from '../../achievements/definitions'
import { listAwards } from '../../awards/lists/actions'
import type { AwardRow } from '../../awards/lists/model'
import { renewalText } from '../../awards/renewals/renewal-text'
import { statusColour } from '../../awards/rules/status-colour'
import { programmesOf } from '../../dofe/actions'
import { MyProgrammes } from '../../dofe/pages/my-links'
import { MyWordsLink } from '../../endorsements/pages/my-words'
import { sessionsOf, summariesFor } from '../../hours/actions'
import type { SessionRow } from '../../hours/model'
import { localDateOf } from '../../hours/rules/local-date-of'
import { getOrganisation, getOrganisationBySlug } from '../../organisations/actions'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path, paths } from '../../paths'
import { namesOf } from '../../people/actions'
import { consentText } from '../../people/consent-text'
import { holdsOf } from '../../people/holds/actions'
import { ProblemError } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { App, AppContext, Language } from '../../web/app-env'
import { Cell, InsetText, LinkList, Table, Tag } from '../../web/components'
import { formatDate, formatHoursShort } from '../../web/format'
import { type OwnRecord, recordsOf, requireOwnRecords, requireViewer } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { makeLearnerRecord } from '../learner-record'
import { MyData } from './my-data-link'
import { OtherRecords, otherRecords } from './other-records'
import { myText } from './page-text'
import { Year } from './year'

const LAST_SESSIONS = 10
const MOST_BADGES = 100

const readRecord = async (c: AppContext, { organisationId, personId }: OwnRecord) => {
  const { deps, language } = c.var
  const organisation = await getOrganisation(deps, organisationId)
  const hours = (await summariesFor(deps, organisationId, [personId])).get(personId)
  const sessions = await sessionsOf(deps, organisationId, personId)
  const { awards } = await listAwards(deps, organisationId, { filter: { personId }, limit: MOST_BADGES })
  const codes = awards.map(({ definitionCode }) => definitionCode)
  const definitionOf = await definitionsOf(deps, organisationId, codes)
  const roles = await listRoles(deps, organisationId)
  const programmes = await programmesOf(deps, organisationId, personId)
  const titles = new Map(
    roles.map(({ id, titleEn, titleCy }) => [id, language === 'cy' ? (titleCy ?? titleEn) : titleEn]),
  )
  const name = (await namesOf(deps, organisationId, [personId])).get(personId) ?? ''
  const asGuardian = recordsOf(requireViewer(c), 'record:read-own').some(
    (one) => one.personId === personId && one.role === 'guardian',
  )
  const waits = (await holdsOf(deps, organisationId, [personId], 'role')).get(personId)?.hold !== undefined
  return {
    ...{ organisationId, personId, organisation, hours, sessions, awards, definitionOf, programmes },
    ...{ titles, name },
    asGuardian,
    waits,
  }
}

type ServiceRecord = Awaited<ReturnType<typeof readRecord>>

const Figures = ({ record, language }: { record: ServiceRecord; language: Language }) => {
  const t = myText[language]
  const { hours, awards } = record
  const year = hours?.approved.byYear.at(-1)
  const held = awards.filter(({ status }) => status === 'valid').length
  const figures = [
    { text: t.hoursTotal, value: formatHoursShort(hours?.approved.minutes ?? 0) },
    ...(year === undefined ? [] : [{ text: t.hoursYear(year.year), value: formatHoursShort(year.minutes) }]),
    ...(hours?.waitingMinutes ? [{ text: t.waiting, value: formatHoursShort(hours.waitingMinutes) }] : []),
    { text: t.badgesHeld, value: String(held) },
  ]
  return (
    <dl class="app-figures">
      {figures.map(({ text, value }) => (
        <div class="app-figure">
          <dt>{text}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Until when a badge is valid that runs out. */
const RunsOut = ({ award, language }: { award: AwardRow; language: Language }) =>
  award.validUntil === null || award.status === 'revoked' ? null : (
    <p class="govuk-body-s">
      {`${renewalText[language].validUntil} ${formatDate(award.validUntil, language)}`}
    </p>
  )

const BadgeCard = (props: { award: AwardRow; definitionOf: FindDefinition; language: Language }) => {
  const { award, definitionOf, language } = props
  const t = myText[language]
  return (
    <li class="app-card app-card--badge">
      <img
        class="app-badge-image"
        src={path('achievementImage', { id: award.achievementId })}
        alt=""
        width="96"
        height="96"
        loading="lazy"
      />
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={path('myAward', { awardId: award.id })}>
          {definitionOf(award.definitionCode).name[language]}
        </a>
      </h3>
      <p class="govuk-body-s">{t.issuedOn(formatDate(award.issuedAt, language))}</p>
      <RunsOut award={award} language={language} />
      {award.status === 'valid' ? null : (
        <Tag colour={statusColour[award.status]}>{t.awardStatuses[award.status]}</Tag>
      )}
    </li>
  )
}

const Badges = ({ record, language }: { record: ServiceRecord; language: Language }) => {
  const { awards, definitionOf, organisation } = record
  const t = myText[language]
  const held = awards.filter(({ status }) => status === 'valid')
  const skills = held.flatMap(({ definitionCode }) =>
    definitionOf(definitionCode).skills.map(({ name }) => name[language]),
  )
  return (
    <>
      <h2 class="govuk-heading-m">{t.badges}</h2>
      {awards.length === 0 ? <p class="govuk-body">{t.noBadges}</p> : null}
      <ul class="app-cards">
        {awards.map((award) => (
          <BadgeCard award={award} definitionOf={definitionOf} language={language} />
        ))}
      </ul>
      {held.length === 0 ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={path('myLearnerRecord', { slug: organisation.slug })} download>
            {t.takeAll}
          </a>
          {` (${t.takeAllFor})`}
        </p>
      )}
      {skills.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{t.skills}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {[...new Set(skills)].map((skill) => (
              <li>{skill}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Sessions = ({ sessions, language }: { sessions: readonly SessionRow[]; language: Language }) => {
  const t = myText[language]
  const head = [{ text: t.date }, { text: t.role }, { text: t.hours, numeric: true }, { text: t.status }]
  return sessions.length === 0 ? null : (
    <Table caption={t.sessions} head={head}>
      {sessions.slice(0, LAST_SESSIONS).map((session) => (
        <tr class="govuk-table__row">
          <Cell header>{formatDate(session.localDate, language)}</Cell>
          <Cell>
            {language === 'cy' ? (session.roleTitleCy ?? session.roleTitleEn) : session.roleTitleEn}
          </Cell>
          <Cell numeric>{formatHoursShort(session.minutes)}</Cell>
          <Cell>{t.statuses[session.status]}</Cell>
        </tr>
      ))}
    </Table>
  )
}

/** Whose record it is, for those who look after more than their own; and what it waits for. */
const LooksAfter = ({ record, language }: { record: ServiceRecord; language: Language }) => {
  const t = consentText[language]
  return (
    <>
      {record.asGuardian ? <InsetText>{t.looksAfter(record.name)}</InsetText> : null}
      {record.waits ? (
        <InsetText>
          {t.waitsNow}{' '}
          <a class="govuk-link" href={path('myConsents')}>
            {t.consents}
          </a>
        </InsetText>
      ) : null}
    </>
  )
}

/** The pages of a record. */
const Ways = ({ slug, language }: { slug: string; language: Language }) => {
  const t = myText[language]
  const ways = [
    { href: path('myHours', { slug }), text: t.myHours },
    { href: path('mySkills', { slug }), text: t.mySkills },
    { href: path('myProgress', { slug }), text: t.myProgress },
    { href: path('myTranscript', { slug }), text: t.transcript },
    { href: path('myDetails', { slug }), text: t.myDetails },
  ]
  return <LinkList links={ways} />
}

const sendLearnerRecord = async (c: AppContext) => {
  const { deps, language } = c.var
  const { records } = requireOwnRecords(c)
  const organisation = await getOrganisationBySlug(deps, c.req.param('slug') ?? '')
  const own = records.find(({ organisationId }) => organisationId === organisation.id)
  if (own === undefined) throw new ProblemError('not-found')
  const name = myText[language].learnerRecord(nameOf(organisation, language))
  return respondWithFile(c, await makeLearnerRecord(deps, organisation, own.personId, name))
}

/** What a volunteer did, for each service they volunteer for. */
export const recordPage = (app: App): void => {
  app.get(paths.myLearnerRecord, sendLearnerRecord)
  app.get(paths.my, async (c) => {
    const { language } = c.var
    const t = myText[language]
    const { records } = requireOwnRecords(c)
    const found = await Promise.all(records.map((record) => readRecord(c, record)))
    const only = found.length === 1 ? found[0]?.organisation : undefined
    return renderPage(
      c,
      {
        title: t.record,
        current: 'record',
        wide: true,
        ...(only === undefined ? {} : { organisation: only }),
      },
      <>
        <h1 class="govuk-heading-xl">{t.record}</h1>
        <p class="govuk-body">{t.recordIntro}</p>
        <OtherRecords others={await otherRecords(c, records)} language={language} />
        {found.map((record) => (
          <section>
            {found.length > 1 ? (
              <h2 class="govuk-heading-l">{nameOf(record.organisation, language)}</h2>
            ) : null}
            <Figures record={record} language={language} />
            <LooksAfter record={record} language={language} />
            <Ways slug={record.organisation.slug} language={language} />
            <MyData c={c} organisation={record.organisation} />
            <MyWordsLink c={c} record={{ ...record, slug: record.organisation.slug }} />
            <MyProgrammes
              slug={record.organisation.slug}
              programmes={record.programmes}
              language={language}
            />
            <Badges record={record} language={language} />
            {record.hours === undefined || record.hours.approved.sessions === 0 ? (
              <p class="govuk-body">{t.noHours}</p>
            ) : (
              <Year
                approved={record.hours.approved}
                titles={record.titles}
                slug={record.organisation.slug}
                service={nameOf(record.organisation, language)}
                today={localDateOf(c.var.deps.clock.now())}
                language={language}
              />
            )}
            <Sessions sessions={record.sessions} language={language} />
          </section>
        ))}
      </>,
    )
  })
}
