import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { listCredentialTexts } from './awards/actions'
import { exportHelp, issueHelp, runIssueCommand } from './awards/command'
import { ConfigError, readConfig } from './config'
import { migrateToLatest } from './database/connect'
import type { Deps } from './deps'
import { getImport, importFaultsCsv, previewImport, startImport, uploadImport } from './hours/actions'
import { ledgerHelp, runLedgerCheck } from './hours/command'
import { getOrganisationBySlug, markKeyCompromised, rotateKeys } from './organisations/actions'
import {
  addable,
  addHelp,
  addOptions,
  rotateHelp,
  runAddCommand,
  runJwtCommand,
} from './organisations/command'
import { createNodeFetchPublic } from './platform/fetch-public-node'
import { openNodeDeps } from './platform/open-deps-node'
import { ProblemError } from './problems'
import { type JobWatcher, runJob } from './run-job'
import { runVerifyCommand, verifyHelp } from './verification/command'

const help = `Usage: colophon COMMAND [options]

Commands:
  import   take sessions from a spreadsheet into the ledger
  issue    issue a badge to those who have earned it
  verify   check badges: JSON, JWT, PNG, SVG or PDF
  export   print signed credentials
  ledger   check the chains of the ledger of hours
  rotate   give an organisation new signing keys
  add      make a network, a library service or a branch, or let somebody in

\`colophon COMMAND --help\` says more of each.
`

const stdout = (text: string) => process.stdout.write(text)
const stderr = (text: string) => process.stderr.write(text)

/** Exit code of a command that was not understood. */
const NOT_UNDERSTOOD = 2
const FAILED = 1

/** Who acts, in the audit trail. */
const commandLine = 'command line'

/** One line that is written over on a terminal; elsewhere a line each time, where it is asked for. */
const progressLine = (asked: boolean | undefined): JobWatcher | undefined => {
  const terminal = process.stderr.isTTY
  if (!terminal && !asked) return undefined
  return (done, total) => {
    const line = `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`
    stderr(terminal ? `\r${line}${done < total ? '' : '\n'}` : `${line}\n`)
  }
}

const verify = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      at: { type: 'string' },
      offline: { type: 'boolean' },
      documents: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const config = readConfig(process.env)
  return runVerifyCommand(
    { ...values, files: positionals },
    {
      readFile,
      readStdin: async () => new Uint8Array(await buffer(process.stdin)),
      stdout,
      stderr,
      now: () => new Date(),
      fetchDocument: createNodeFetchPublic(config.production ? undefined : config.origin),
    },
  )
}

/**
 * Opens the service's own database, also while the service runs, and lets go of it at the end. Mails are left to
 * the service, which shows or sends them.
 */
const withDeps = async (work: (deps: Deps) => Promise<number>, onProgress?: JobWatcher): Promise<number> => {
  const opened = await openNodeDeps(readConfig(process.env), {
    runNow: async (deps, job) => {
      if (job.kind !== 'send-mail') await runJob(deps, job, onProgress)
    },
  })
  try {
    await migrateToLatest(opened.deps.db)
    return await work(opened.deps)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    stderr(
      `${[error.message, ...error.fields.map(({ field, message }) => `${field}: ${message}`)].join('\n')}\n`,
    )
    return FAILED
  } finally {
    await opened.close()
  }
}

const progressOption = { progress: { type: 'boolean' } } as const
const organisationOption = { organisation: { type: 'string' }, help: { type: 'boolean' } } as const

class UsageError extends Error {}

/** A file that was named on the command line. */
const readGiven = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new UsageError(`${file} could not be read.`, { cause })
  }
}

const needed = (value: string | undefined, name: string): string => {
  if (value === undefined) throw new UsageError(`${name} is missing.`)
  return value
}

const importHelp = `Usage: colophon import sessions FILE --organisation SLUG [--progress]

Takes sessions from a CSV file into the ledger, where they wait for approval. Rows with faults are left out and
printed as CSV on standard output, to be mended and imported again; importing a row twice adds nothing.
Progress of long work is shown on a terminal; --progress shows it elsewhere too.

Exit code: 0 every row is in, 1 some rows have faults, 2 the command was not understood.
`

const importSessions = async (args: readonly string[]): Promise<number> => {
  const options = { ...organisationOption, ...progressOption } as const
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  if (values.help) return tellHelp(importHelp)
  const [what, file] = positionals
  if (what !== 'sessions') throw new UsageError('Say what to import: sessions.')
  const bytes = await readGiven(needed(file, 'FILE'))
  const slug = needed(values.organisation, '--organisation')
  return withDeps(async (deps) => {
    const { id } = await getOrganisationBySlug(deps, slug)
    const { importId } = await uploadImport(deps, id, {
      fileName: basename(needed(file, 'FILE')),
      bytes,
      actor: commandLine,
    })
    const { mapping } = await previewImport(deps, id, importId)
    await startImport(deps, id, importId, mapping, commandLine)
    const done = await getImport(deps, id, importId)
    stderr(`${done.rowsAdded} added, ${done.rowsDuplicate} there already, ${done.rowsFaulty} with faults.\n`)
    if (done.rowsFaulty === 0) return 0
    stdout(await importFaultsCsv(deps, id, importId))
    return FAILED
  }, progressLine(values.progress))
}

const issue = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...organisationOption,
      ...progressOption,
      badge: { type: 'string' },
      eligible: { type: 'boolean' },
      to: { type: 'string' },
    },
  })
  if (values.help) return tellHelp(issueHelp)
  const code = needed(values.badge, '--badge')
  const slug = needed(values.organisation, '--organisation')
  if ((values.eligible === true) === (values.to !== undefined))
    throw new UsageError('Say whom to issue to: --eligible or --to FILE.')
  const list = values.to === undefined ? {} : { list: await readGiven(values.to) }
  return withDeps(
    (deps) => runIssueCommand(deps, { code, slug, ...list }, stderr),
    progressLine(values.progress),
  )
}

const exportCredentials = async (args: readonly string[]): Promise<number> => {
  const options = { ...organisationOption, badge: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...args], options })
  if (values.help) return tellHelp(exportHelp)
  const code = needed(values.badge, '--badge')
  const slug = needed(values.organisation, '--organisation')
  return withDeps(async (deps) => {
    const { id } = await getOrganisationBySlug(deps, slug)
    for (const text of await listCredentialTexts(deps, id, code)) stdout(`${text}\n`)
    return 0
  })
}

const instantOf = (text: string): Date => {
  const instant = new Date(text)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(instant.getTime()))
    throw new UsageError(`"${text}" is no instant with a zone, such as 2026-11-24T09:00:00Z.`)
  return instant
}

const rotate = async (args: readonly string[]): Promise<number> => {
  const text = { type: 'string' } as const
  const options = { ...organisationOption, key: text, since: text, algorithm: text } as const
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  if (values.help) return tellHelp(rotateHelp)
  const [what] = positionals
  const slug = needed(values.organisation, '--organisation')
  if (what === 'compromised') {
    const key = { fragment: needed(values.key, '--key'), since: instantOf(needed(values.since, '--since')) }
    return withDeps(async (deps) => {
      const organisation = await getOrganisationBySlug(deps, slug)
      const added = await markKeyCompromised(deps, organisation, key, commandLine)
      stderr(`${key.fragment} signs no more.${added === undefined ? '' : ` ${added} signs from now on.`}\n`)
      return 0
    })
  }
  if (what === 'jwt') {
    const algorithm = needed(values.algorithm, '--algorithm')
    return withDeps(async (deps) => {
      stderr(await runJwtCommand(deps, await getOrganisationBySlug(deps, slug), algorithm, commandLine))
      return 0
    })
  }
  if (what !== 'keys') throw new UsageError('Say what to rotate: keys, compromised or jwt.')
  return withDeps(async (deps) => {
    const fragments = await rotateKeys(deps, await getOrganisationBySlug(deps, slug), commandLine)
    stderr(`New keys: ${fragments.join(', ')}. They sign in ten minutes.\n`)
    return 0
  })
}

const ledger = async (args: readonly string[]): Promise<number> => {
  const options = { args: [...args], allowPositionals: true, options: organisationOption } as const
  const { values, positionals } = parseArgs(options)
  if (values.help) return tellHelp(ledgerHelp)
  if (positionals[0] !== 'check') throw new UsageError('Say what to do with the ledger: check.')
  const slug = needed(values.organisation, '--organisation')
  return withDeps((deps) => runLedgerCheck(deps, slug, { stdout, stderr }))
}

const add = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: addOptions })
  if (values.help) return tellHelp(addHelp)
  const what = addable.find((one) => one === positionals[0])
  if (what === undefined) throw new UsageError(`Say what to add: ${addable.join(', ')}.`)
  return withDeps(async (deps) => {
    stderr(await runAddCommand(deps, what, values))
    return 0
  })
}

const tellHelp = (text: string): number => {
  stdout(text)
  return 0
}

const commands: Readonly<
  Record<string, { run: (args: readonly string[]) => Promise<number>; help: string }>
> = {
  import: { run: importSessions, help: importHelp },
  issue: { run: issue, help: issueHelp },
  verify: { run: verify, help: verifyHelp },
  export: { run: exportCredentials, help: exportHelp },
  ledger: { run: ledger, help: ledgerHelp },
  rotate: { run: rotate, help: rotateHelp },
  add: { run: add, help: addHelp },
}

const main = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === undefined || name === '--help' || name === 'help') {
    stdout(help)
    return name === undefined ? NOT_UNDERSTOOD : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    stderr(`There is no command ${name}.\n\n${help}`)
    return NOT_UNDERSTOOD
  }
  try {
    return await command.run(args)
  } catch (error) {
    const expected =
      error instanceof ConfigError ||
      error instanceof UsageError ||
      (error instanceof TypeError && 'code' in error)
    if (!expected) throw error
    stderr(`${error.message}\n\n${command.help}`)
    return NOT_UNDERSTOOD
  }
}

process.exitCode = await main(process.argv.slice(2))
