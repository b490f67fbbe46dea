import { describeLedger, evidenceName } from '../../awards/rules/describe-ledger'
import {
  type BuiltAchievement,
  type BuiltCredential,
  buildAchievement,
  buildAchievementCredential,
  buildEndorsementCredential,
  formatHours,
  type IssuerProfile,
} from '../../openbadges/build'
import type { Declaration, DofeSection } from '../model'
import { type ReportWords, reportQuestions, type SignedFacts } from '../reports/model'
import { outputText } from './output-text'
import { recordText } from './record-text'

/** The version in the achievement's address: a published version never changes, another one has another address. */
export const recordVersion = '1'

/**
 * What the record stands for, as an Open Badges 3.0 Achievement of a service; `addressOf` gives its address in a language.
 *
 * @see Open Badges 3.0, section B.1.1 (Achievement)
 */
export const buildRecordAchievement = (
  language: 'en' | 'cy',
  addressOf: (language: 'en' | 'cy') => string,
): BuiltAchievement => {
  const t = recordText[language]
  const other = language === 'en' ? 'cy' : 'en'
  const id = addressOf(language)
  return buildAchievement({
    id,
    name: t.name,
    description: t.description,
    criteria: { id, narrative: t.criteria },
    achievementType: 'CertificateOfCompletion',
    inLanguage: language,
    version: recordVersion,
    resultDescriptions: [{ id: `${id}#hours`, name: t.hours, resultType: 'RawScore', valueMin: '0' }],
    related: [{ id: addressOf(other), inLanguage: other, version: recordVersion }],
  })
}

export type RecordInput = {
  readonly id: string
  readonly subjectId: string
  readonly issuer: IssuerProfile
  readonly achievement: BuiltAchievement
  readonly language: 'en' | 'cy'
  readonly section: DofeSection
  readonly facts: SignedFacts
  /** The one role of all sessions. */
  readonly role: string | undefined
  readonly assessor: Pick<Declaration, 'name' | 'role' | 'nameInCredential'>
  readonly status: { readonly statusListCredential: string; readonly statusListIndex: string }
  readonly at: Date
}

/**
 * The record of volunteering for a youth award: dates, hours, role, the assessor's role, and where the record of the
 * hours stood. It names nobody and says of the award only what it is offered for.
 *
 * @see Open Badges 3.0, section B.1.2 (AchievementCredential)
 */
export const buildRecord = (input: RecordInput): BuiltCredential => {
  const { facts, language, achievement } = input
  const t = recordText[language]
  return buildAchievementCredential({
    id: input.id,
    issuer: input.issuer,
    achievement,
    description: t.offered(outputText[language].sections[input.section]),
    subject: {
      id: input.subjectId,
      activityStart: new Date(`${facts.firstDate}T00:00:00Z`),
      activityEnd: new Date(`${facts.lastDate}T00:00:00Z`),
      role: input.role,
      results: [{ resultDescription: `${achievement.id}#hours`, value: formatHours(facts.minutes) }],
    },
    evidence: [
      { name: evidenceName[language], narrative: describeLedger(facts.ledger, language) },
      { name: t.assessor, narrative: t.assessedBy(input.assessor.role) },
    ],
    validFrom: input.at,
    awardedDate: input.at,
    status: { ...input.status, statusPurpose: 'revocation' },
  })
}

/**
 * The assessor's report as an endorsement of the record, bound to the same state of the hours. The service signs for the
 * assessor, who is named as far as they agreed.
 *
 * @see Open Badges 3.0, EndorsementCredential
 */
export const buildReportEndorsement = (input: {
  readonly id: string
  readonly recordId: string
  readonly issuer: IssuerProfile
  readonly language: 'en' | 'cy'
  readonly words: ReportWords
  readonly facts: SignedFacts
  readonly assessor: Pick<Declaration, 'name' | 'role' | 'nameInCredential'>
  readonly at: Date
}): BuiltCredential => {
  const { language, words, assessor } = input
  const [t, questions] = [recordText[language], outputText[language].questions]
  const named = assessor.nameInCredential
    ? t.namedAssessor(assessor.name, assessor.role)
    : t.unnamedAssessor(assessor.role)
  return buildEndorsementCredential({
    id: input.id,
    issuer: input.issuer,
    name: t.endorsement,
    description: `${named} ${describeLedger(input.facts.ledger, language)}`,
    endorsedId: input.recordId,
    comment: reportQuestions.map((question) => `${questions[question]}\n${words[question]}`).join('\n\n'),
    validFrom: input.at,
    awardedDate: input.at,
  })
}
