import { path } from '../../paths'
import type { Language } from '../../web/app-env'
import { LinkList } from '../../web/components'
import type { Programme } from '../model'
import { outputText } from '../rules/output-text'
import { dofePageText } from './page-text'

/** The programmes of a young person, in their own record; nothing where there is none. */
export const MyProgrammes = (props: {
  readonly slug: string
  readonly programmes: readonly Programme[]
  readonly language: Language
}) => {
  const { slug, programmes, language } = props
  const o = outputText[language]
  return programmes.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{dofePageText[language].mine}</h2>
      <LinkList
        links={programmes.map(({ id, level, section }) => ({
          href: path('myDofe', { slug, programmeId: id }),
          text: `${o.levels[level]}: ${o.sections[section]}`,
        }))}
      />
    </>
  )
}
