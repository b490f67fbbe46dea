type Letter = { readonly subject: string; readonly text: string }

/** The same letter in several languages as one mail, the first to be read first. */
export const joinLetters = (letters: readonly Letter[]): Letter => ({
  subject: letters.map(({ subject }) => subject).join(' / '),
  text: letters.map(({ text }) => text).join('\n\n* * *\n\n'),
})
