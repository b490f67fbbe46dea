import { itemPath } from '../../frameworks/alignments'
import type { FoundItem } from '../../frameworks/model'
import { frameworkText } from '../../frameworks/page-text'
import { inLanguage, titleOfFramework } from '../../frameworks/rules/name-item'
import type { Role } from '../../roles/model'
import type { Language } from '../../web/app-env'
import { SummaryList, Tag } from '../../web/components'
import type { SummaryRow } from '../../web/components/content'
import { formatDate, formatDuration, formatTime } from '../../web/format'
import type { ClaimDetails, ClaimStatus } from '../model'
import { skillText } from '../page-text'

const colours = { self: 'grey', confirmed: 'green', assessed: 'green' } as const

export const StatusTag = ({ status, language }: { status: ClaimStatus; language: Language }) => (
  <Tag colour={colours[status]}>{skillText[language].statuses[status]}</Tag>
)

export const roleName = (roles: readonly Role[], roleId: string | null, language: Language): string => {
  const role = roles.find(({ id }) => id === roleId)
  if (role === undefined) return skillText[language].noRole
  return (language === 'cy' ? role.titleCy : null) ?? role.titleEn
}

/** An alignment with the item that it names. */
export type ShownAlignment = ClaimDetails['alignments'][number] & { readonly found: FoundItem }

type Props = {
  readonly claim: ClaimDetails
  readonly roles: readonly Role[]
  readonly alignments: readonly ShownAlignment[]
  readonly language: Language
  readonly contextAction?: SummaryRow['action']
}

/** What a claim says, who stands behind it, the hours behind it and what it is linked to. */
export const ClaimFacts = ({ claim, roles, alignments, language, contextAction }: Props) => {
  const t = skillText[language]
  return (
    <>
      <SummaryList
        rows={[
          {
            key: t.status,
            value: (
              <>
                <StatusTag status={claim.status} language={language} />{' '}
                {claim.state === 'settled' ? '' : t.states[claim.state]}
              </>
            ),
          },
          {
            key: t.context,
            value:
              claim.context === '' ? (
                t.noContext
              ) : (
                <span class="app-preserve-lines" dir="auto">
                  {claim.context}
                </span>
              ),
            ...(contextAction === undefined ? {} : { action: contextAction }),
          },
          { key: t.role, value: roleName(roles, claim.roleId, language) },
          {
            key: t.hoursBehind,
            value:
              claim.minutes === 0
                ? t.noHours
                : t.hoursSessions(formatDuration(claim.minutes, language), String(claim.sessions)),
          },
        ]}
      />
      <h2 class="govuk-heading-m">{t.alignments}</h2>
      {alignments.length === 0 ? (
        <p class="govuk-body">{t.alignmentsNone}</p>
      ) : (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {alignments.map(({ found, strength }) => (
              <li>
                <a class="govuk-link" href={itemPath(found)}>
                  <bdi>{inLanguage(found.item.name, language)}</bdi>
                </a>
                {` (${titleOfFramework(found.framework, language)}): ${frameworkText[language].strengths[strength].toLowerCase()}`}
              </li>
            ))}
          </ul>
          <p class="govuk-body">{t.notQualification}</p>
        </>
      )}
    </>
  )
}

/** The evidence of a claim. Links open at the reader's own wish; the service never follows one. */
export const EvidenceList = (props: {
  readonly claim: ClaimDetails
  readonly language: Language
  readonly fileHref: (evidenceId: string) => string
  readonly removeAt?: string
}) => {
  const { claim, language, fileHref, removeAt } = props
  const t = skillText[language]
  if (claim.evidence.length === 0) return <p class="govuk-body">{t.evidenceNone}</p>
  return (
    <ul class="govuk-list">
      {claim.evidence.map((one) => (
        <li>
          <strong>{t.kinds[one.kind]}</strong>{' '}
          {one.url === null ? null : (
            <a class="govuk-link app-break" href={one.url} rel="noreferrer nofollow">
              {one.url}
            </a>
          )}
          {one.sha256 === null ? null : (
            <a class="govuk-link" href={fileHref(one.id)}>
              {t.download} <bdi>{one.fileName ?? ''}</bdi>
            </a>
          )}
          {one.words === '' ? null : (
            <p class="govuk-body app-preserve-lines" dir="auto">
              {one.words}
            </p>
          )}
          {removeAt === undefined ? null : (
            <form method="post" action={removeAt}>
              <input type="hidden" name="evidence" value={one.id} />
              <button class="govuk-button govuk-button--secondary" type="submit" name="do" value="remove">
                {t.remove}
                <span class="govuk-visually-hidden"> {t.kinds[one.kind]}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What happened to a claim; who did it is shown to the service only. */
export const ClaimHistory = (props: {
  readonly claim: ClaimDetails
  readonly language: Language
  readonly showWho: boolean
}) => {
  const { claim, language, showWho } = props
  const t = skillText[language]
  return (
    <>
      <h2 class="govuk-heading-m">{t.history}</h2>
      <ul class="govuk-list">
        {claim.events.map(({ kind, at, actor, words, detail }) => (
          <li>
            <strong>{t.deeds[kind]}</strong>
            {`, ${formatDate(at, language)} ${formatTime(at, language)}`}
            {showWho ? `, ${actor}` : ''}
            {words === null || kind === 'recorded' ? null : (
              <p class="govuk-body app-preserve-lines" dir="auto">
                {words}
              </p>
            )}
            {kind === 'assessed' ? (
              <p class="govuk-body" dir="auto">
                {[detail['assessor'], detail['scheme'], detail['result'], detail['assessedOn']].join(' · ')}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
