import { readInstant, writeDay } from './findings'
import type { Check, CredentialSummary, VerificationReport } from './report'
import { checkTexts, reportTexts } from './text'

/** A report as the command line prints it with `--json`. */
export type CommandLineReport = {
  readonly file: string
  readonly verdict: VerificationReport['verdict']
  readonly checks: readonly Check[]
  readonly credential?: Pick<CredentialSummary, 'name' | 'issuer' | 'recipient' | 'validFrom' | 'validUntil'>
}

/** A report in the form that the command line promises: the file, the verdict, the checks, and the badge in short. */
export const toCommandLineReport = (file: string, report: VerificationReport): CommandLineReport => {
  const { verdict, checks, credential } = report
  if (credential === undefined) return { file, verdict, checks }
  const { name, issuer, recipient, validFrom, validUntil } = credential
  return {
    file,
    verdict,
    checks,
    credential: {
      name,
      issuer,
      ...(recipient === undefined ? {} : { recipient }),
      validFrom,
      ...(validUntil === undefined ? {} : { validUntil }),
    },
  }
}

/** Text of others without what could steer a terminal: control characters and marks that turn the direction. */
const tame = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 300)

/** The reports inside a report, each with what it is about: endorsements, the badges of a record, the newer copy. */
export const listInside = (
  { inner = [], refreshed }: VerificationReport,
  language: 'en' | 'cy',
): readonly { readonly label: string; readonly report: VerificationReport }[] => [
  ...inner.map(({ pointer, report }) => ({
    label: report.credential?.name ?? `${reportTexts.inside[language]} ${pointer}`,
    report,
  })),
  ...(refreshed === undefined ? [] : [{ label: reportTexts.newerCopy[language], report: refreshed }]),
]

const marks = { passed: '+', failed: 'x', 'not-checked': '-' } as const

/**
 * A report in plain text for a terminal, in English or Welsh: the verdict, the headline, the badge in short,
 * each check with its problem, and the reports inside. Names from the credential are shown without control characters.
 */
export const writePlainReport = (
  file: string,
  report: VerificationReport,
  language: 'en' | 'cy' = 'en',
): string => {
  const day = (instant: string) => {
    const read = readInstant(instant)
    return read === undefined ? instant : writeDay(read)[language]
  }
  const { credential } = report
  const rows: ['badge' | 'recipient' | 'issuer' | 'validFrom' | 'validUntil', string | undefined][] = [
    ['badge', credential?.name],
    ['recipient', credential?.recipient?.name ?? credential?.recipient?.id],
    ['issuer', credential && [credential.issuer.name, credential.issuer.id].filter(Boolean).join(', ')],
    ['validFrom', credential && day(credential.validFrom)],
    ['validUntil', credential?.validUntil && day(credential.validUntil)],
  ]
  const summary = rows.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [`  ${reportTexts[label][language]}: ${tame(value)}`],
  )
  const checks = report.checks.flatMap(({ id, outcome, problem, differs }) => [
    `  ${marks[outcome]} ${checkTexts[id][language]}: ${reportTexts.outcome[outcome][language]}`,
    ...(problem === undefined || problem.code === 'not-reached'
      ? []
      : [`      ${tame(problem.detail[language])}`]),
    ...(differs === undefined ? [] : [`      ${tame(differs[language])}`]),
  ])
  const inside = listInside(report, language).flatMap(({ label, report: inner }) => [
    '',
    ...writePlainReport(label, inner, language)
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
  ])
  return [
    `${tame(file)}: ${reportTexts.verdict[report.verdict][language]}`,
    tame(report.headline[language]),
    ...summary,
    ...checks,
    ...inside,
    '',
  ].join('\n')
}
