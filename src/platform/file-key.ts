const part = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/

/** A key is parts of letters, digits, `.`, `_` and `-` between slashes; throws on any other, such as `../x`. */
export const checkFileKey = (key: string): string => {
  if (key.length > 500 || !key.split('/').every((name) => part.test(name)))
    throw new Error('Not a key of a file.')
  return key
}
