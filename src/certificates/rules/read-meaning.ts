import { z } from 'zod'
import { zEditionLanguage } from '../../achievements/model'
import { firstSentence } from './first-sentence'

const zPublished = z.object({
  name: z.string(),
  criteria: z.object({ narrative: z.string() }),
  image: z.object({ caption: z.string() }),
  inLanguage: zEditionLanguage,
  related: z.array(z.object({ id: z.url(), inLanguage: zEditionLanguage })).min(1),
})

/** What a certificate says of a badge, out of one published edition. */
export type BadgeMeaning = {
  readonly language: z.infer<typeof zEditionLanguage>
  readonly name: string
  readonly meaning: string
  readonly imageDescription: string
  /** Identifier of the edition in the other language. */
  readonly otherId: string
}

/** Reads an Achievement as this service publishes it: what was signed, not what the catalogue says today. */
export const readMeaning = (document: string): BadgeMeaning => {
  const { name, criteria, image, inLanguage, related } = zPublished.parse(JSON.parse(document))
  return {
    language: inLanguage,
    name,
    meaning: firstSentence(criteria.narrative),
    imageDescription: image.caption,
    otherId: related[0]?.id.split('/').at(-1) ?? '',
  }
}
