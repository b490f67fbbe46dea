/** Text tables, migrations and type-only descriptions of foreign packages may be as long as they need to be. */
const exempt = [/(^|[/-])text\.ts$/, /^src\/database\/migrations\//, /\.d\.ts$/]

/** Lines that a file of this path may have; undefined where there is no limit. */
const limitOf = (path: string): number | undefined => {
  if (exempt.some((pattern) => pattern.test(path))) return undefined
  return path.startsWith('test/') ? 400 : 300
}

const countLines = (text: string) => text.replace(/\n$/, '').split('\n').length

/** The files that are longer than they may be, each with its lines and its limit. */
export const tooLong = (files: Readonly<Record<string, string>>): string[] =>
  Object.entries(files).flatMap(([path, text]) => {
    const limit = limitOf(path)
    const lines = countLines(text)
    return limit !== undefined && lines > limit ? [`${path}: ${lines} lines, at most ${limit}`] : []
  })

/** Folders of the machine that a file was written on. */
const machinePath = /(?<![\w.:/])\/(?:home|Users|root|tmp|work|mnt|workspace|var\/folders)\/[\w.-]+/

/** The lines that name a folder of somebody's machine. */
export const machinePaths = (files: Readonly<Record<string, string>>): string[] =>
  Object.entries(files).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const found = machinePath.exec(line)
      return found ? [`${path}:${index + 1}: ${found[0]}`] : []
    }),
  )
