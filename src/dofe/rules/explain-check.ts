import { writeDay, writeDuration } from '../../certificates/rules/certificate-text'
import type { CheckResult } from '../model'
import { checkText } from './check-text'

/** Months as words. */
export const writeMonths = (months: number, language: 'en' | 'cy'): string =>
  language === 'cy' ? `${months} mis` : `${months} month${months === 1 ? '' : 's'}`

const writeDaysCount = (days: number, language: 'en' | 'cy') =>
  language === 'cy' ? `${days} diwrnod` : `${days} day${days === 1 ? '' : 's'}`

/** What a check found in words, to the young person or to the coordinator. */
export const explainCheck = (
  { reason, values = {}, passesFrom }: CheckResult,
  language: 'en' | 'cy',
  to: 'young' | 'coordinator',
): string => {
  const day = (date: string | undefined) =>
    date === undefined || date === '' ? '–' : writeDay(date, language)
  const shown = (values.dates ?? []).slice(0, 4).map(day)
  const more = (values.dates ?? []).length - shown.length
  return checkText[language].reasons[reason][to]({
    months: writeMonths(values.months ?? 0, language),
    count:
      values.months !== undefined && values.count !== undefined
        ? writeMonths(values.count, language)
        : String(values.count ?? 0),
    hours: writeDuration(values.minutes ?? 0, language),
    days: writeDaysCount(values.days ?? 0, language),
    percent: `${values.percent ?? 0}%`,
    first: day(values.first),
    last: day(values.last),
    dates: [...shown, ...(more > 0 ? [`+${more}`] : [])].join(', '),
    from: day(passesFrom),
  })
}
