/**
 * `npm test`: lint, types, dependency rule, what is unused and every test, each with its output; the last line
 * counts them. A step that is no test run counts as one test.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const node = process.execPath

const main = () => {
  const bin = (name, script) => [node, [join(root, 'node_modules', name, script)]]
  const run = ([command, base], args) =>
    spawnSync(command, [...base, ...args], { cwd: root, stdio: 'inherit', env: process.env }).status === 0
  const report = join(root, 'artifacts', 'vitest.json')
  mkdirSync(join(root, 'artifacts'), { recursive: true })
  rmSync(report, { force: true })

  let passed = 0
  let failed = 0
  const steps = [
    ['build, the Worker included', [node, [join(root, 'scripts', 'build.mjs')]], []],
    ['lint', bin('@biomejs/biome', 'bin/biome'), ['check', '.']],
    ['types', bin('typescript', 'bin/tsc'), ['--noEmit', '-p', '.']],
    [
      'dependency rule',
      bin('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
      ['--config', '.dependency-cruiser.cjs', 'src'],
    ],
    ['nothing unused', bin('knip', 'bin/knip.js'), ['--no-progress', '--no-config-hints']],
  ]
  for (const [name, command, args] of steps) {
    const ok = run(command, args)
    if (ok) passed += 1
    else failed += 1
    process.stdout.write(`${ok ? 'passed' : 'FAILED'}: ${name}\n`)
  }

  const ok = run(bin('vitest', 'vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ])
  const counts = readCounts(report)
  passed += counts.passed
  failed += counts.failed
  if (!ok && counts.failed === 0) failed += 1
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 && counts.passed > 0 ? 0 : 1
}

const readCounts = (report) => {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    // A file that cannot be loaded has no tests to fail.
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return { passed: numPassedTests, failed: numFailedTests + broken.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

process.exitCode = main()
