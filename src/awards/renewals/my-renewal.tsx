import type { BadgeDefinition } from '../../achievements/model'
import { describeRule } from '../../achievements/rules/describe-rule'
import type { Language } from '../../web/app-env'
import { InsetText } from '../../web/components'
import { formatDate } from '../../web/format'
import type { Award } from '../model'
import { soonAfter } from '../rules/end-of-validity'
import { renewalText } from './renewal-text'

/** What a volunteer reads of a badge that runs out within sixty days or ran out: when, and what to do. */
export const MyRenewal = (props: {
  readonly award: Pick<Award, 'status' | 'validUntil'>
  readonly definition: BadgeDefinition
  readonly now: Date
  readonly language: Language
}) => {
  const { award, definition, now, language } = props
  const t = renewalText[language]
  const { status, validUntil } = award
  if (validUntil === null || status === 'revoked' || validUntil > soonAfter(now)) return null
  const day = formatDate(validUntil, language)
  const ended = status === 'ended'
  return (
    <InsetText>
      <p class="govuk-body">{ended ? `${t.myEnded(day)} ${t.myEndedMeans}` : t.mySoon(day)}</p>
      <p class="govuk-body">{t.myTodo(describeRule(definition.rule, language))}</p>
    </InsetText>
  )
}
