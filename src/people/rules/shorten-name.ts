const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * First name and initial, as somebody under the age of own consent is named in public: `Llŷr ap Gwilym` is `Llŷr G.`.
 * A name of one word stays as it is.
 */
export const shortenName = (name: string): string => {
  const words = name.split(' ').filter((word) => word !== '')
  const [first = name] = words
  const last = words.length > 1 ? words.at(-1) : undefined
  if (last === undefined) return first
  const [initial] = graphemes.segment(last)
  return initial === undefined ? first : `${first} ${initial.segment}.`
}
