import { runIssueBatch } from '../../src/awards/actions'
import { readConfig } from '../../src/config'
import { runImport } from '../../src/hours/actions'
import { openNodeDeps } from '../../src/platform/open-deps-node'

/** A program of the tests: does one piece of work, says how far it is, and is killed in the middle of it. */
const [kind = '', organisationId = '', id = ''] = process.argv.slice(2)
const opened = await openNodeDeps(readConfig(process.env), { runNow: async () => {} })
process.stdout.write('ready\n')
const run = kind === 'issue' ? runIssueBatch : runImport
await run(opened.deps, organisationId, id, (done) => process.stdout.write(`${done} done\n`))
await opened.close()
