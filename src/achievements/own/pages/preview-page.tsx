import { type CertificateLanguage, certificateLanguages } from '../../../certificates/model'
import { makeSample } from '../../../certificates/sample'
import { nameOf } from '../../../organisations/rules/name-organisation'
import { path } from '../../../paths'
import { ProblemError } from '../../../problems'
import type { AppContext, Language } from '../../../web/app-env'
import { InsetText, LinkList, SummaryList } from '../../../web/components'
import { renderPage } from '../../../web/layout'
import { choiceText } from '../../choice-text'
import type { BadgeDefinition } from '../../model'
import { achievementText } from '../../page-text'
import { BadgeFactsView } from '../../pages/badge-facts'
import { writePractice } from '../../practice'
import { readDefinition } from '../../rules/read-definition'
import { composeDraft } from '../actions'
import { ownText } from '../page-text'
import { backTo, type OwnPlace, placeOf, requireOwnBadge } from './parts'
import { Pictures } from './picture-page'

/** The definition that the draft comes to; undefined while it has no picture or no condition. */
const definitionOf = async (c: AppContext, { badge }: OwnPlace) =>
  badge.draft.image === null || badge.draft.rule.conditions.length === 0
    ? undefined
    : composeDraft(c.var.deps, badge, badge.draft)

/** What others will see of a badge: its picture in two sizes, its public page, what a check says, and its certificate. */
export const showPreview = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const { language } = c.var
  const t = ownText[language]
  const definition = await definitionOf(c, place)
  return renderPage(
    c,
    { title: t.preview, organisation: place.organisation, current: 'badges', back: backTo(place, language) },
    <>
      <h1 class="govuk-heading-l">{t.preview}</h1>
      <InsetText>{t.previewIntro}</InsetText>
      <h2 class="govuk-heading-m">{t.picture}</h2>
      <Pictures place={place} language={language} />
      {definition === undefined ? (
        <p class="govuk-body">{t.notReady}</p>
      ) : (
        <>
          <h2 class="govuk-heading-m">{t.certificate}</h2>
          <LinkList
            links={certificateLanguages.map((one) => ({
              href: `${path('serviceOwnBadgeCertificate', placeOf(place))}?language=${one}`,
              text: t.sampleIn[one],
            }))}
          />
          {(['en', 'cy'] as const).map((edition) => (
            <PublicView place={place} definition={definition} edition={edition} language={language} />
          ))}
        </>
      )}
    </>,
  )
}

const PublicView = (props: {
  readonly place: OwnPlace
  readonly definition: BadgeDefinition
  readonly edition: Language
  readonly language: Language
}) => {
  const { place, definition, edition, language } = props
  const t = ownText[language]
  const [own, facts] = [achievementText[edition], readDefinition(definition, edition)]
  const targets = definition.alignments.map(({ targetName, targetUrl }) => ({
    name: targetName,
    url: targetUrl,
  }))
  const practice = writePractice(targets, edition, [definition])
  const { validMonths } = definition
  return (
    <section>
      <h2 class="govuk-heading-l govuk-!-margin-top-6">
        {edition === 'en' ? t.inEnglish(t.publicPage) : t.inWelsh(t.publicPage)}
      </h2>
      <div class="app-card" lang={edition}>
        <h3 class="govuk-heading-l">{facts.name}</h3>
        <p class="govuk-body-l">{facts.description}</p>
        <SummaryList
          rows={[
            { key: own.issuedBy, value: nameOf(place.organisation, edition) },
            { key: own.version, value: definition.version },
            { key: own.whoseRule, value: choiceText[edition].isOwn },
          ]}
        />
        <BadgeFactsView facts={facts} language={edition} />
      </div>
      <h3 class="govuk-heading-m govuk-!-margin-top-6">{t.onCheck}</h3>
      <div class="app-card" lang={edition}>
        <p class="govuk-body">{facts.criteria}</p>
        {practice === '' ? null : <p class="govuk-body">{practice}</p>}
        <p class="govuk-body">
          {validMonths === undefined ? ownText[edition].validAlways : ownText[edition].validFor(validMonths)}
        </p>
      </div>
    </section>
  )
}

/** A certificate of the draft for a made-up name, which says that it is a sample. */
export const sendSampleCertificate = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const asked = c.req.query('language')
  const language: CertificateLanguage = certificateLanguages.find((one) => one === asked) ?? 'en'
  const definition = await definitionOf(c, place)
  if (definition === undefined) throw new ProblemError('not-found')
  const holderName = ownText[language === 'en' ? 'en' : 'cy'].sampleName
  const pdf = await makeSample(c.var.deps, place.organisation, definition, { language, holderName })
  return c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'inline; filename="sample.pdf"',
    'Cache-Control': 'no-store',
  })
}
