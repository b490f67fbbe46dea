type About = {
  readonly code: string | null
  readonly roleTitleEn: string | null
  readonly roleTitleCy: string | null
}

/** Whether words about a badge, or about a role, go with an award: it is that badge, or that is one of its roles. */
export const goesWith = (
  words: About,
  award: { readonly code: string; readonly roleTitle: string | null },
): boolean => {
  if (words.code !== null) return words.code === award.code
  if (award.roleTitle === null) return false
  const titles = new Set([award.roleTitle, ...award.roleTitle.split(', ')])
  return [words.roleTitleEn, words.roleTitleCy].some((title) => title !== null && titles.has(title))
}
