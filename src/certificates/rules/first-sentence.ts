/** The first sentence of a text, with its full stop. */
export const firstSentence = (text: string): string => text.trim().split(/(?<=[.!?])\s+/)[0] ?? ''
