import { describePractice } from '../../frameworks/rules/describe-alignment'
import { assetPath } from '../../web/asset-path'
import { Cell, Table } from '../../web/components'
import type { BadgeDefinition, EditionLanguage } from '../model'
import { achievementText } from '../page-text'
import type { BadgeFacts } from '../rules/read-definition'

/** The picture of a badge. Without `described` it says nothing to a screen reader: the name stands beside it. */
export const BadgeImage = (props: {
  readonly definition: BadgeDefinition
  readonly language: EditionLanguage
  /** Width and height in CSS pixels. */
  readonly size: number
  readonly described?: boolean
}) => {
  const { definition, language, size, described } = props
  const edition = language === 'cy' ? '.cy' : ''
  return (
    <img
      class="app-badge-picture"
      src={definition.image.address?.[language] ?? assetPath(`badges/${definition.id}${edition}.svg`)}
      alt={described ? definition.image.alt[language] : ''}
      width={size}
      height={size}
    />
  )
}

/** What a badge stands for: its criteria in words, its skills, and the framework entries it is linked to. */
export const BadgeFactsView = (props: { readonly facts: BadgeFacts; readonly language: EditionLanguage }) => {
  const { facts, language } = props
  const t = achievementText[language]
  return (
    <>
      <h2 class="govuk-heading-m">{t.criteria}</h2>
      <p class="govuk-body">{facts.criteria}</p>
      {facts.skills.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{t.skills}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {facts.skills.map((skill) => (
              <li>{skill}</li>
            ))}
          </ul>
        </>
      )}
      {facts.alignments.length === 0 ? null : (
        <>
          <Alignments {...props} />
          <p class="govuk-body">
            {describePractice(
              facts.alignments.map(({ targetName }) => targetName),
              language,
            )}
          </p>
        </>
      )}
    </>
  )
}

const Alignments = ({
  facts,
  language,
}: {
  readonly facts: BadgeFacts
  readonly language: EditionLanguage
}) => {
  const t = achievementText[language]
  const head = [{ text: t.alignmentName }, { text: t.framework }, { text: t.strength }]
  return (
    <Table caption={t.alignments} captionSize="m" head={head}>
      {facts.alignments.map((alignment) => (
        <tr class="govuk-table__row">
          <Cell header>
            <a class="govuk-link" href={alignment.targetUrl} lang="en" rel="noreferrer">
              {alignment.targetName}
            </a>
          </Cell>
          <Cell>{alignment.targetFramework}</Cell>
          <Cell>{alignment.strength === undefined ? '' : t.strengths[alignment.strength]}</Cell>
        </tr>
      ))}
    </Table>
  )
}
