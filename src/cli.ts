import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from './config'
import { createNodeFetchPublic } from './platform/fetch-public-node'
import { runVerifyCommand, verifyHelp } from './verification/command'

const help = `Usage: colophon COMMAND [options]

Commands:
  verify   check badges: JSON, JWT, PNG, SVG or PDF

\`colophon COMMAND --help\` says more of each.
`

const stdout = (text: string) => process.stdout.write(text)
const stderr = (text: string) => process.stderr.write(text)

/** Exit code of a command that was not understood. */
const NOT_UNDERSTOOD = 2

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

const commands: Readonly<
  Record<string, { run: (args: readonly string[]) => Promise<number>; help: string }>
> = {
  verify: { run: verify, help: verifyHelp },
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
    const expected = error instanceof ConfigError || (error instanceof TypeError && 'code' in error)
    if (!expected) throw error
    stderr(`${error.message}\n\n${command.help}`)
    return NOT_UNDERSTOOD
  }
}

process.exitCode = await main(process.argv.slice(2))
