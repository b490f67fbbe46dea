import {
  type FetchDocument,
  toCommandLineReport,
  type Verdict,
  type VerificationReport,
  type VerifyOptions,
  verifyCredential,
  writePlainReport,
} from '../openbadges/verify'

/** The arguments of `verify` as they were parsed from the command line. */
export type VerifyArguments = {
  readonly files: readonly string[]
  readonly json?: boolean
  /** Verify as of this instant, ISO 8601 with a zone. */
  readonly at?: string
  readonly offline?: boolean
  /** A JSON file that maps URLs to documents, used in place of the network. */
  readonly documents?: string
  readonly help?: boolean
}

/** What the command needs of the world. */
export type VerifyIo = {
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly readStdin: () => Promise<Uint8Array>
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly now: () => Date
  readonly fetchDocument: FetchDocument
  readonly findKnownIssuer?: VerifyOptions['findKnownIssuer']
}

export const verifyHelp = `Usage: colophon verify [options] FILE...

Checks badges: JSON, JWT, baked PNG or SVG, or a PDF certificate. FILE - reads from standard input.

Options:
  --json             print an array of reports as JSON
  --at INSTANT       check as of this instant, for example 2026-05-01T12:00:00Z
  --offline          fetch nothing; what needs the network is then not confirmed
  --documents FILE   a JSON file {"URL": document, ...} to use in place of the network
  --help             show this text

Exit code: 0 every badge is verified, 1 at least one is not, 2 at least one could not be confirmed
(or the command itself was not understood).
`

/** A mistake in the arguments, told on stderr. */
class UsageError extends Error {}

const readInstant = (text: string): Date => {
  const instant = new Date(text)
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ||
    Number.isNaN(instant.getTime())
  )
    throw new UsageError(`--at ${text}: write an instant with its zone, for example 2026-05-01T12:00:00Z`)
  return instant
}

/** A fetch that answers from a map of documents and from nothing else: 404 for any other address. */
export const createFetchFromMap =
  (documents: Readonly<Record<string, unknown>>): FetchDocument =>
  async (url) => {
    const document = Object.hasOwn(documents, url) ? documents[url] : undefined
    if (document === undefined) return { status: 404, contentType: 'text/plain', text: '' }
    const isText = typeof document === 'string'
    const text = isText ? document : JSON.stringify(document)
    const contentType = isText ? 'text/plain' : 'application/json'
    // An object has lost the spelling of the file that it came from, and so its bytes.
    return { status: 200, contentType, text, ...(isText && { bytes: new TextEncoder().encode(text) }) }
  }

/** What is wrong with an entry of the map, or undefined. */
const findBadEntry = ([url, document]: [string, unknown]): string | undefined => {
  if (!URL.canParse(url)) return `"${url}" is not a URL`
  const isRight = typeof document === 'string' || (typeof document === 'object' && document !== null)
  return isRight ? undefined : `the document of ${url} is neither JSON nor text`
}

const readJsonObject = (bytes: Uint8Array): Record<string, unknown> | undefined => {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    return isObject ? { ...parsed } : undefined
  } catch {
    return undefined
  }
}

const readDocuments = async (path: string, io: VerifyIo): Promise<FetchDocument> => {
  const bytes = await io.readFile(path).catch(() => {
    throw new UsageError(`--documents ${path}: this file cannot be read`)
  })
  const parsed = readJsonObject(bytes)
  if (parsed === undefined)
    throw new UsageError(`--documents ${path}: this file is not a JSON object of documents by URL`)
  const wrong = Object.entries(parsed)
    .map(findBadEntry)
    .find((sentence) => sentence !== undefined)
  if (wrong !== undefined) throw new UsageError(`--documents ${path}: ${wrong}`)
  return createFetchFromMap(parsed)
}

const chooseOptions = async (args: VerifyArguments, io: VerifyIo): Promise<VerifyOptions> => {
  const now = args.at === undefined ? io.now() : readInstant(args.at)
  const known = io.findKnownIssuer === undefined ? {} : { findKnownIssuer: io.findKnownIssuer }
  if (args.documents !== undefined)
    return { now, ...known, fetchDocument: await readDocuments(args.documents, io) }
  return args.offline === true ? { now, ...known } : { now, ...known, fetchDocument: io.fetchDocument }
}

const exitCodes: Record<Verdict, number> = { verified: 0, 'not-verified': 1, 'could-not-verify': 2 }

/** The exit code for several verdicts: 1 if any is not verified, otherwise 2 if any could not be, otherwise 0. */
export const decideExitCode = (verdicts: readonly Verdict[]): number => {
  const codes = verdicts.map((verdict) => exitCodes[verdict])
  return codes.includes(1) ? 1 : codes.includes(2) ? 2 : 0
}

/**
 * Runs `colophon verify`: checks each file and prints a report for each, as text or, with `--json`, as one
 * array. Returns the exit code: 0 verified, 1 not verified, 2 could not verify or not understood. A file that
 * cannot be read is told on stderr, has no report, and counts as could not verify.
 */
export const runVerifyCommand = async (args: VerifyArguments, io: VerifyIo): Promise<number> => {
  if (args.help === true) {
    io.stdout(verifyHelp)
    return 0
  }
  try {
    if (args.files.length === 0) throw new UsageError('Name at least one file, or - for standard input.')
    const options = await chooseOptions(args, io)
    const verdicts: Verdict[] = []
    const reports: { file: string; report: VerificationReport }[] = []
    for (const file of args.files) {
      const bytes = await (file === '-' ? io.readStdin() : io.readFile(file)).catch(() => undefined)
      if (bytes === undefined) {
        io.stderr(`${file}: this file cannot be read\n`)
        verdicts.push('could-not-verify')
        continue
      }
      const report = await verifyCredential({ bytes }, options)
      verdicts.push(report.verdict)
      reports.push({ file, report })
      if (args.json !== true) io.stdout(`${writePlainReport(file, report)}\n`)
    }
    if (args.json === true) {
      io.stdout(
        `${JSON.stringify(
          reports.map(({ file, report }) => toCommandLineReport(file, report)),
          null,
          2,
        )}\n`,
      )
    }
    return decideExitCode(verdicts)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.stderr(`${error.message}\nTry: colophon verify --help\n`)
    return 2
  }
}
