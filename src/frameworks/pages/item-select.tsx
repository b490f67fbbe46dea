import type { Language } from '../../web/app-env'
import { Select } from '../../web/components'
import type { Framework } from '../model'
import { inLanguage, titleOfFramework } from '../rules/name-item'
import { writeItemChoice } from './read-item-choice'

/** A list of every entry of some frameworks, in their order. */
export const ItemSelect = (props: {
  readonly frameworks: readonly Framework[]
  readonly label: string
  readonly language: Language
  readonly error?: string
}) => {
  const { frameworks, label, language, error } = props
  return (
    <Select
      id="item"
      label={label}
      language={language}
      {...(error === undefined ? {} : { error })}
      items={frameworks.flatMap((framework) =>
        framework.items.map(({ code, name }) => ({
          value: writeItemChoice(framework.id, framework.version, code),
          text: `${inLanguage(name, language)} (${titleOfFramework(framework, language)}, ${code})`,
        })),
      )}
    />
  )
}
