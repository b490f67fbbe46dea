import { z } from 'zod'
import { zEditionLanguage } from '../../achievements/model'
import { firstSentence } from './first-sentence'

const zAlignment = z.object({ targetName: z.string(), targetUrl: z.string() })

const zPublished = z.object({
  name: z.string(),
  criteria: z.object({ narrative: z.string() }),
  image: z.object({ caption: z.string() }),
  inLanguage: zEditionLanguage,
  alignment: z.array(zAlignment).default([]),
  related: z.array(z.object({ id: z.url(), inLanguage: zEditionLanguage })).min(1),
})

export type NamedTarget = { readonly name: string; readonly url: string }

const toTarget = ({ targetName, targetUrl }: z.infer<typeof zAlignment>): NamedTarget => ({
  name: targetName,
  url: targetUrl,
})

/** What a certificate says of a badge, out of one published edition. */
export type BadgeMeaning = {
  readonly language: z.infer<typeof zEditionLanguage>
  readonly name: string
  readonly meaning: string
  readonly imageDescription: string
  /** What it is aligned to. */
  readonly alignments: readonly NamedTarget[]
  /** Identifier of the edition in the other language. */
  readonly otherId: string
}

/** Reads an Achievement as this service publishes it: what was signed, not what the catalogue says today. */
export const readMeaning = (document: string): BadgeMeaning => {
  const { name, criteria, image, inLanguage, alignment, related } = zPublished.parse(JSON.parse(document))
  return {
    language: inLanguage,
    name,
    meaning: firstSentence(criteria.narrative),
    imageDescription: image.caption,
    alignments: alignment.map(toTarget),
    otherId: related[0]?.id.split('/').at(-1) ?? '',
  }
}

const zEarned = z.object({
  credentialSubject: z.object({
    result: z.array(z.object({ alignment: z.array(zAlignment).default([]) })).default([]),
  }),
})

/** What the results of one person are aligned to, from the signed credential; none where it is not one of ours. */
export const readResultTargets = (credential: string): readonly NamedTarget[] => {
  const read = zEarned.safeParse(JSON.parse(credential))
  return read.success
    ? read.data.credentialSubject.result.flatMap(({ alignment }) => alignment.map(toTarget))
    : []
}
