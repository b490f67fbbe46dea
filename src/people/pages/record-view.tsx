import { path } from '../../paths'
import type { Language } from '../../web/app-env'
import {
  Button,
  ButtonGroup,
  Cell,
  Details,
  NotificationBanner,
  Select,
  SummaryList,
  Table,
} from '../../web/components'
import { formatDate } from '../../web/format'
import { consentText } from '../consent-text'
import type { ConsentState } from '../consents/actions'
import { consentPurposes } from '../consents/model'
import type { Guardian } from '../guardians/model'
import type { KeptRecord } from '../record/model'
import { recordText } from '../record-text'
import { describeHold } from '../rules/describe-hold'
import { needsOf } from '../rules/needs-of'
import { nameLanguage } from '../rules/read-language-tag'

type About = {
  readonly slug: string
  readonly language: Language
  readonly mayEdit: boolean
  readonly record: KeptRecord
  readonly consents: ConsentState
  readonly guardians: readonly Guardian[]
}

/** What was done on the page before. */
export const DoneBanner = ({
  done,
  language,
}: {
  readonly done: string | undefined
  readonly language: Language
}) => {
  const [r, t] = [recordText[language], consentText[language]]
  const words: Readonly<Record<string, string>> = {
    ...{ added: r.added, saved: r.saved, invited: t.invited, ended: t.ended, recorded: t.recorded },
  }
  const text = words[done ?? '']
  return text === undefined ? null : (
    <NotificationBanner success language={language}>
      <p class="govuk-notification-banner__heading">{text}</p>
    </NotificationBanner>
  )
}

/** The record of a volunteer, with who looks after somebody young and who agreed to what. */
export const RecordView = (about: About) => {
  const { consents, guardians } = about
  const isYoung = consents.stage === 'child' || consents.stage === 'young'
  return (
    <>
      <RecordFacts {...about} />
      {isYoung || guardians.length > 0 ? <Guardians {...about} isYoung={isYoung} /> : null}
      <ConsentTable {...about} />
      <OwnWord {...about} />
    </>
  )
}

const RecordFacts = ({ slug, language, mayEdit, record }: About) => {
  const t = recordText[language]
  const { birth, languageAskedBy, languageAskedAt } = record
  const born =
    birth.date !== null
      ? formatDate(birth.date, language)
      : birth.year !== null
        ? t.bornIn(birth.year)
        : t.bornUnknown
  const asked =
    languageAskedBy === null || languageAskedAt === null
      ? ''
      : ` (${t.askedBy(languageAskedBy, formatDate(languageAskedAt, language))})`
  const emergency = [record.emergencyName, record.emergencyRelationship, record.emergencyPhone]
  const rows = [
    [t.writtenAs, record.romanisedName],
    [
      t.labels.nameLanguage,
      record.nameLanguage === null ? null : nameLanguage(record.nameLanguage, language),
    ],
    [t.labels.legalName, record.legalName],
    [t.born, born],
    [t.labels.phone, record.phone],
    [t.labels.postalAddress, record.postalAddress],
    [t.labels.languageWish, `${t.wishes[record.languageWish]}${asked}`],
    [t.emergency, emergency.filter((one) => one !== null).join(', ')],
    [t.labels.referralSource, record.referralSource],
    [t.labels.pilot, record.pilot],
  ].flatMap(([key, value]) => (key && value ? [{ key: key.replace(/ \(.*\)$/, ''), value }] : []))
  return (
    <>
      <h2 class="govuk-heading-m">{t.record}</h2>
      <SummaryList rows={rows} />
      {mayEdit ? (
        <Button href={path('serviceVolunteerEdit', { slug, personId: record.id })} secondary>
          {t.edit}
        </Button>
      ) : null}
    </>
  )
}

const Guardians = ({
  slug,
  language,
  mayEdit,
  record,
  guardians,
  isYoung,
}: About & { readonly isYoung: boolean }) => {
  const t = consentText[language]
  const head = [t.name, t.status, t.email, t.phone.replace(/ \(.*\)$/, ''), ''].map((text) => ({ text }))
  return (
    <>
      {guardians.length === 0 ? (
        <>
          <h2 class="govuk-heading-m">{t.guardians}</h2>
          <p class="govuk-body">{t.guardiansNone}</p>
        </>
      ) : (
        <Table caption={t.guardians} head={mayEdit ? head : head.slice(0, -1)}>
          {guardians.map((guardian) => (
            <tr class="govuk-table__row">
              <Cell header>
                {guardian.name}
                {guardian.relationship === null ? '' : `, ${guardian.relationship}`}
              </Cell>
              <Cell>
                <GuardianAnswer guardian={guardian} language={language} />
              </Cell>
              <Cell>{guardian.email ?? ''}</Cell>
              <Cell>{guardian.phone ?? ''}</Cell>
              {mayEdit ? (
                <Cell>
                  <GuardianButtons slug={slug} guardian={guardian} isYoung={isYoung} language={language} />
                </Cell>
              ) : null}
            </tr>
          ))}
        </Table>
      )}
      {mayEdit && isYoung ? (
        <Button href={path('serviceGuardianAdd', { slug, personId: record.id })} secondary>
          {t.addGuardian}
        </Button>
      ) : null}
    </>
  )
}

const GuardianAnswer = ({
  guardian,
  language,
}: {
  readonly guardian: Guardian
  readonly language: Language
}) => {
  const t = consentText[language]
  const { status, changedAt, linkUntil } = guardian
  const until = linkUntil === null ? t.linkOver : t.linkUntil(formatDate(linkUntil, language))
  const more = status === 'waiting' ? until : changedAt === null ? '' : formatDate(changedAt, language)
  return <>{`${t.statuses[status]}. ${more}`}</>
}

const GuardianButtons = (props: {
  readonly slug: string
  readonly guardian: Guardian
  readonly isYoung: boolean
  readonly language: Language
}) => {
  const { slug, guardian, isYoung, language } = props
  const t = consentText[language]
  const { personId, id: guardianId, status } = guardian
  if (status === 'ended') return null
  return (
    <form method="post" action={path('serviceGuardian', { slug, personId, guardianId })}>
      <ButtonGroup>
        {status === 'waiting' && isYoung && guardian.email !== null ? (
          <Button name="do" value="mail" secondary>
            {t.again}
          </Button>
        ) : null}
        {status === 'waiting' && isYoung ? (
          <Button name="do" value="paper" secondary>
            {t.slip}
          </Button>
        ) : null}
        <Button name="do" value="end" secondary>
          {t.takeOff}
        </Button>
      </ButtonGroup>
    </form>
  )
}

const ConsentTable = ({ language, consents }: About) => {
  const t = consentText[language]
  const { stage, holds } = consents
  const stateOf = (purpose: (typeof consentPurposes)[number]) => {
    const hold = holds[purpose]
    if (hold !== undefined) return describeHold(hold, language)
    return needsOf(stage, purpose).length === 0 ? t.notNeeded : t.agreed
  }
  const asked = consentPurposes.filter(
    (purpose) =>
      ['role', 'photo', 'sharing'].includes(purpose) ||
      consents.consents.some((one) => one.purpose === purpose),
  )
  return (
    <>
      <Table caption={t.consents} head={[{ text: t.purpose }, { text: t.state }]}>
        {asked.map((purpose) => (
          <tr class="govuk-table__row">
            <Cell header>{t.purposes[purpose]}</Cell>
            <Cell>{stateOf(purpose)}</Cell>
          </tr>
        ))}
      </Table>
      {consents.consents.length === 0 ? null : (
        <Details summary={t.history}>
          <Table
            caption={t.history}
            hideCaption
            head={[t.when, t.purpose, t.what, t.who, t.wording].map((text) => ({ text }))}
          >
            {consents.consents.toReversed().map((one) => (
              <tr class="govuk-table__row">
                <Cell header>{formatDate(one.at, language)}</Cell>
                <Cell>{t.purposes[one.purpose]}</Cell>
                <Cell>{t.decisions[one.decision]}</Cell>
                <Cell>{`${t.capacities[one.capacity]}, ${t.hows[one.how]}`}</Cell>
                <Cell>{one.textVersion}</Cell>
              </tr>
            ))}
          </Table>
        </Details>
      )}
    </>
  )
}

/** Writes down what somebody without an account said for themselves. */
const OwnWord = ({ slug, language, mayEdit, record, consents }: About) => {
  const t = consentText[language]
  const purposes = consentPurposes.filter((purpose) => needsOf(consents.stage, purpose).includes('self'))
  if (!mayEdit || purposes.length === 0) return null
  const hows = ['in-person', 'paper', 'phone'] as const
  return (
    <Details summary={t.recordWord}>
      <p class="govuk-body">{t.recordHelp}</p>
      <form method="post" action={path('serviceVolunteerConsents', { slug, personId: record.id })}>
        <Select
          id="purpose"
          label={t.purpose}
          items={purposes.map((value) => ({ value, text: t.purposes[value] }))}
        />
        <Select
          id="agrees"
          label={t.theySay}
          items={(['yes', 'no'] as const).map((value) => ({ value, text: t[value] }))}
        />
        <Select id="how" label={t.howSaid} items={hows.map((value) => ({ value, text: t.hows[value] }))} />
        <Button secondary>{t.save}</Button>
      </form>
    </Details>
  )
}
