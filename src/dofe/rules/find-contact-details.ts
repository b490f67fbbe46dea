/** What in a text should not be in a report. */
export type WordWarning =
  | 'email'
  | 'telephone'
  | 'postcode'
  | 'address'
  | 'link'
  | 'handle'
  | 'health'
  | 'surname'

const patterns: readonly (readonly [WordWarning, RegExp])[] = [
  ['email', /[^\s@]+@[^\s@]+\.[^\s@]+/],
  ['telephone', /(?:\+44|\(?\b0)[\d\s()-]{8,}\d/],
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i],
  [
    'address',
    /\b\d+[a-z]?\s+\p{Lu}[\p{L}']+\s+(?:Street|Road|Avenue|Lane|Close|Drive|Terrace|Way|Heol|Ffordd|Stryd|Rhodfa)\b/u,
  ],
  ['link', /\b(?:https?:\/\/|www\.)\S+/i],
  ['handle', /(?:^|\s)@[A-Za-z0-9_.]{3,}|\b(?:snapchat|instagram|tiktok|whatsapp|discord)\b/i],
  [
    'health',
    /\b(?:autis\w*|adhd|dyslexi\w*|anxiety|depress\w*|medication|self[- ]harm|disab\w*|awtis\w*|iselder|gorbryder|anabl\w*)\b/i,
  ],
]

/**
 * Contact details and private matters in a text, each kind once. `surname` is what is not shown of the name, if
 * anything. It warns; who writes decides.
 */
export const findContactDetails = (text: string, surname?: string): WordWarning[] => {
  const found = patterns.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind)
  const words = (surname ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 2)
  const said = new Set(text.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [])
  return words.some((word) => said.has(word)) ? [...found, 'surname'] : found
}
