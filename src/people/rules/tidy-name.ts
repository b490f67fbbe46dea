/** Control characters, and the invisible marks that set the direction of writing in exported text. */
const invisible = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/**
 * A person's name as it is kept: Unicode NFC, single spaces, nothing invisible. Nothing else is changed, for
 * the name belongs to the person who writes it.
 */
export const tidyName = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(invisible, '').normalize('NFC').replace(/ {2,}/g, ' ').trim()
