// Runs a command of the service: installs what is missing, builds what is out of date, and hands over to the
// Node release that the project pins. Needs nothing but Node 20 and npm.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const programs = {
  serve: 'dist/node.js',
  cli: 'dist/cli.js',
  bench: 'dist/bench.js',
  worker: 'dist/worker-local.js',
  test: 'scripts/test.mjs',
  tour: 'scripts/tour.mjs',
}

/** What a build is made from. */
const sources = [
  'src',
  'contexts',
  'badge-definitions',
  'templates',
  'bench',
  'scripts/build.mjs',
  'scripts/build-assets.mjs',
  'scripts/build-badge-images.mjs',
  'package-lock.json',
  'tsconfig.json',
  'wrangler.toml',
]

const timeOf = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

const newestOf = (path) => {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(join(root, path)).reduce(
    (newest, name) => Math.max(newest, newestOf(`${path}/${name}`)),
    stat.mtimeMs,
  )
}

/** Ends with the exit code of the child; a child that a signal ended gives 128 and the signal's number. */
const run = (file, args, options = {}) =>
  new Promise((done, refuse) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options })
    const passOn = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => child.kill(signal)])
    for (const [signal, listener] of passOn) process.on(signal, listener)
    child.on('error', refuse)
    child.on('exit', (code, signal) => {
      for (const [name, listener] of passOn) process.off(name, listener)
      done(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })

/** Standard output belongs to the command alone, so that its output can be piped. */
const quiet = { stdio: ['ignore', 2, 2] }

const npm = (args) => {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args], quiet)
    : run('npm', args, { ...quiet, shell: true })
}

const pinnedNode = () => {
  const folder = join(root, 'node_modules/node')
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, bin.node)
}

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const ensureInstalled = async () => {
  const installed = timeOf('node_modules/.package-lock.json')
  if (installed > 0 && installed >= timeOf('package-lock.json') && existsSync(pinnedNode())) return
  process.stderr.write('Installing packages (a minute or so, once) ...\n')
  if ((await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])) !== 0) {
    fail('The packages could not be installed; the messages above say why.')
  }
}

const ensureBuilt = async () => {
  const built = timeOf('dist/.built')
  if (built > 0 && sources.every((path) => newestOf(path) <= built)) return
  process.stderr.write('Building ...\n')
  if ((await run(pinnedNode(), ['scripts/build.mjs', '--quiet'], quiet)) !== 0) {
    rmSync(join(root, 'dist/.built'), { force: true })
    fail('The build failed; the messages above say why.')
  }
}

const main = async ([command, ...args]) => {
  const program = Object.hasOwn(programs, command ?? '') ? programs[command] : undefined
  if (program === undefined) fail(`Say one of: ${Object.keys(programs).join(', ')}.`)
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`Node 20 or later is needed; this is ${process.version}.`)
  await ensureInstalled()
  await ensureBuilt()
  const from = process.env.INIT_CWD ?? process.cwd()
  const data = process.env.COLOPHON_DATA ? resolve(from, process.env.COLOPHON_DATA) : join(root, 'data')
  const path = [join(root, 'node_modules/.bin'), dirname(pinnedNode()), process.env.PATH].join(delimiter)
  const compiled = join(root, 'node_modules/.cache/compiled')
  const flags = ['--enable-source-maps', '--disable-warning=ExperimentalWarning']
  process.exitCode = await run(pinnedNode(), [...flags, join(root, program), ...args], {
    cwd: command === 'cli' ? from : root,
    // Compiled code is kept from one start to the next, which makes the next one quicker.
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, PATH: path, COLOPHON_DATA: data },
  })
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2))
