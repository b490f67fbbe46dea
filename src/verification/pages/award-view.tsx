import { definitionOfEdition } from '../../achievements/definitions'
import { writePractice } from '../../achievements/practice'
import type { VerificationReport } from '../../openbadges/verify'
import { path } from '../../paths'
import type { PublicAward } from '../../sharing/model'
import type { AppContext, Language } from '../../web/app-env'
import { InsetText } from '../../web/components'
import { formatDate, formatTime } from '../../web/format'
import { verifyForPublic } from '../actions'
import { AboutIssuer, CheckYourself, ForEmployers, Story } from './award-parts'
import { Endorsed, spokenBeside, spokenInside } from './endorsed'
import { verificationText } from './page-text'
import {
  AboutBadge,
  AnswerList,
  type AwardFacts,
  CheckList,
  InsideReports,
  VerdictBanner,
} from './report-view'

const factsOf = (award: PublicAward): AwardFacts => ({
  ...(award.holderName === undefined ? {} : { holderName: award.holderName }),
  minutes: award.minutes,
  firstDate: award.firstDate,
  lastDate: award.lastDate,
  suspendedAt: award.suspendedAt,
  revokedAt: award.revokedAt,
  items: award.items,
})

/** An award with what was found when it was checked. */
export type CheckedAward = {
  readonly award: PublicAward
  readonly report: VerificationReport
  readonly practice: string
  readonly spoken: ReturnType<typeof spokenInside>
  readonly checkedAt: Date
}

/** Verifies an award anew, by the same verifier that checks the badges of others. */
export const checkAward = async (c: AppContext, award: PublicAward): Promise<CheckedAward> => {
  const { deps, language } = c.var
  const report = await verifyForPublic(deps, { text: award.document }, language)
  const practice = writePractice(report.credential?.alignments ?? [], language, [
    await definitionOfEdition(deps, award.organisation.id, award.achievementId),
  ])
  const spoken = [...spokenInside(report), ...(await spokenBeside(deps, award, language))]
  return { award, report, practice, spoken, checkedAt: deps.clock.now() }
}

/** The page of an award, as far as its holder lets it out; `address` is where it is read. */
export const AwardView = (
  props: CheckedAward & {
    readonly address: string
    readonly language: Language
    readonly heading?: 'h1' | 'p'
  },
) => {
  const { award, report, practice, checkedAt, address, language } = props
  const t = verificationText[language]
  const skills = award.items.has('skills')
  return (
    <article class="app-public">
      <VerdictBanner report={report} language={language} heading={props.heading ?? 'h1'} />
      <div class="app-plate">
        <img
          class="app-plate__image"
          src={path('achievementImage', { id: award.achievementId })}
          alt=""
          width="220"
          height="220"
        />
        <Story award={award} report={report} language={language} />
      </div>
      <div class="app-public__columns">
        <div class="app-public__main">
          <AnswerList report={report} checkedAt={checkedAt} language={language} facts={factsOf(award)} />
          <InsetText>{t.meaningText}</InsetText>
          <Endorsed spoken={props.spoken} language={language} />
          {skills ? <ForEmployers report={report} practice={practice} language={language} /> : null}
          <AboutBadge
            report={report}
            language={language}
            criteria={award.items.has('criteria')}
            skills={skills}
          />
          <InsideReports report={report} language={language} />
        </div>
        <aside class="app-public__aside" aria-label={t.aboutIssuer}>
          <AboutIssuer organisation={award.organisation} report={report} language={language} />
          <CheckYourself award={award} language={language} />
        </aside>
      </div>
      <CheckList report={report} language={language} />
      <p class="app-printed">
        {t.printed(address, `${formatDate(checkedAt, language)}, ${formatTime(checkedAt, language)}`)}
      </p>
    </article>
  )
}
