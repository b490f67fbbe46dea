import type { Deps } from '../../deps'
import { wordsOfAward } from '../../endorsements/actions'
import type { VerificationReport } from '../../openbadges/verify'
import type { PublicAward } from '../../sharing/model'
import type { Language } from '../../web/app-env'
import { verifyForPublic } from '../actions'
import { verificationText } from './page-text'

/** An endorsement that was verified: what is said, and who says it. */
type Spoken = { readonly comment: string; readonly by: string; readonly address?: string }

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const readSpoken = (document: unknown): Spoken | undefined => {
  if (!isObject(document)) return undefined
  const { credentialSubject: subject, issuer, description } = document
  const comment = isObject(subject) ? textOf(subject['endorsementComment']) : ''
  const service = isObject(issuer) ? textOf(issuer['name']) : ''
  return comment === '' ? undefined : { comment, by: textOf(description) || service }
}

/** The endorsements that a badge carries and that verified with it. */
export const spokenInside = (report: VerificationReport): Spoken[] => {
  const carried = report.document?.['endorsement']
  const all: readonly unknown[] = Array.isArray(carried) ? carried : [carried]
  return all.flatMap((document, at) => {
    const inner = report.inner?.find(
      ({ pointer }) => pointer === `/endorsement/${at}` || pointer === '/endorsement',
    )
    const spoken = inner?.report.verdict === 'verified' ? readSpoken(document) : undefined
    return spoken === undefined ? [] : [spoken]
  })
}

/** The endorsements that go beside a badge of this service, each verified now; their files while the page is public. */
export const spokenBeside = async (deps: Deps, award: PublicAward, language: Language): Promise<Spoken[]> => {
  const beside = (await wordsOfAward(deps, award.organisation.id, award.awardId)).filter(
    (one) => !one.embedded,
  )
  const found = await Promise.all(
    beside.map(async ({ document }) => {
      const report = await verifyForPublic(deps, { text: document }, language)
      const spoken = report.verdict === 'verified' ? readSpoken(report.document) : undefined
      const address = textOf(report.document?.['id'])
      return spoken && { ...spoken, ...(award.publicPage ? { address } : {}) }
    }),
  )
  return found.filter((one) => one !== undefined)
}

/** What people who know the volunteer say, in their words. */
export const Endorsed = ({
  spoken,
  language,
}: {
  readonly spoken: readonly Spoken[]
  readonly language: Language
}) => {
  const t = verificationText[language]
  if (spoken.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t.endorsed}</h2>
      {spoken.map(({ comment, by, address }) => (
        <figure class="app-words">
          <blockquote class="app-words__said">
            <p class="govuk-body app-preserve-lines" dir="auto">
              {comment}
            </p>
          </blockquote>
          <figcaption class="govuk-body-s" dir="auto">
            {by}
            {address === undefined ? null : (
              <>
                {' '}
                <a class="govuk-link" href={address} type="application/vc+ld+json" download="words.json">
                  {t.endorsedFile}
                </a>
              </>
            )}
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
