import type { AlignmentStrength, BadgeDefinition, EditionLanguage } from '../model'

/** What a badge stands for, in one language, as pages show it. */
export type BadgeFacts = {
  readonly name: string
  readonly description: string
  readonly criteria: string
  readonly skills: readonly string[]
  readonly alignments: readonly {
    readonly targetName: string
    readonly targetUrl: string
    readonly targetFramework: string
    readonly strength?: AlignmentStrength
  }[]
}

/** What a definition of the catalogue stands for, in a language. */
export const readDefinition = (definition: BadgeDefinition, language: EditionLanguage): BadgeFacts => ({
  name: definition.name[language],
  description: definition.description[language],
  criteria: definition.criteria[language],
  skills: definition.skills.map((skill) => skill.name[language]),
  alignments: definition.alignments,
})
