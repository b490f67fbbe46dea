import { path } from '../../paths'
import { describeHold } from '../../people/rules/describe-hold'
import type { Language } from '../../web/app-env'
import { Button } from '../../web/components'
import { MOST_SLIPS, type Reach } from '../slips/actions'
import { slipPageText } from './slip-page-text'

/** How many people of a batch no mail can reach, and the slips for them, a file for each 100. */
export const BatchSlips = (props: {
  readonly reaches: readonly Reach[]
  readonly slug: string
  readonly batchId: string
  readonly language: Language
}) => {
  const { reaches, slug, batchId, language } = props
  const t = slipPageText[language]
  const without = reaches.filter(({ address }) => address === null)
  const ready = without.filter(({ hold }) => hold === undefined).length
  if (without.length === 0) return null
  const files = Array.from({ length: Math.ceil(ready / MOST_SLIPS) }, (_, index) => index * MOST_SLIPS)
  return (
    <section>
      <h2 class="govuk-heading-m">{t.heading}</h2>
      <p class="govuk-body">{t.without(without.length)}</p>
      {ready < without.length ? <p class="govuk-body">{t.waiting(without.length - ready)}</p> : null}
      {ready === 0 ? null : <p class="govuk-body">{t.help}</p>}
      {files.map((from) => (
        <form method="post" action={path('serviceBatchSlips', { slug, batchId })}>
          <Button secondary name="from" value={String(from)}>
            {files.length === 1
              ? t.printAll(ready)
              : t.printSome(from + 1, Math.min(from + MOST_SLIPS, ready))}
          </Button>
        </form>
      ))}
    </section>
  )
}

/** A slip for the holder of one award whom no mail can reach, or why there is none yet. */
export const AwardSlip = (props: {
  readonly reach: Reach
  readonly slug: string
  readonly language: Language
}) => {
  const { reach, slug, language } = props
  const t = slipPageText[language]
  if (reach.hold !== undefined) return <p class="govuk-body">{`${describeHold(reach.hold, language)}.`}</p>
  return (
    <form method="post" action={path('serviceAwardSlip', { slug, awardId: reach.awardId })}>
      <p class="govuk-body">{t.helpOne}</p>
      <Button secondary>{t.printOne}</Button>
    </form>
  )
}
