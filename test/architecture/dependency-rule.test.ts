import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const config = resolve('.dependency-cruiser.cjs')
const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

/** Cruises a made-up tree and gives the rules that were broken, each with the file that broke it. */
const cruise = (files: Readonly<Record<string, string>>): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-rule-'))
  try {
    const tree = {
      'tsconfig.json': '{"compilerOptions": {"module": "ESNext", "moduleResolution": "bundler"}}',
      'node_modules/kysely/package.json': '{"name": "kysely", "main": "index.js"}',
      'node_modules/kysely/index.js': '',
      'node_modules/hono/package.json': '{"name": "hono", "main": "index.js"}',
      'node_modules/hono/index.js': '',
      'package.json': '{"name": "planted", "dependencies": {"kysely": "*", "hono": "*"}}',
      ...files,
    }
    for (const [name, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const args = [cruiser, '--config', config, '--output-type', 'json', 'src']
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    const { summary } = JSON.parse(stdout)
    return summary.violations.map(
      ({ rule, from }: { rule: { name: string }; from: string }) => `${rule.name} ${from}`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('the dependency rule sees every violation that is planted', () => {
  const broken = cruise({
    'src/hours/store.ts': 'export const store = 1',
    'src/hours/rules/count.ts': "import { store } from '../store'\nexport const count = store",
    'src/openbadges/build.ts': "import { x } from '../problems'\nexport const y = x",
    'src/problems.ts': 'export const x = 1',
    'src/awards/actions.ts':
      "import { store } from '../hours/store'\nimport 'kysely'\nexport const z = store",
    'src/hours/imports/store.ts': 'export const nested = 1',
    'src/skills/actions.ts': "import { nested } from '../hours/imports/store'\nexport const n = nested",
    'src/people/actions.ts': "import 'hono'\nimport 'node:fs'\nexport const p = 1",
    'src/node.ts': 'export const entry = 1',
    'src/roles/actions.ts':
      "import { entry } from '../node'\nimport { b } from './b'\nexport const a = [entry, b]",
    'src/roles/b.ts': "import { a } from './actions'\nexport const b = () => a",
    'src/web/page.ts': "import './nowhere'",
  })
  expect(broken).toEqual(
    expect.arrayContaining([
      'pure-stays-pure src/hours/rules/count.ts',
      'openbadges-stands-alone src/openbadges/build.ts',
      'stores-are-private src/awards/actions.ts',
      'stores-are-private src/skills/actions.ts',
      'sql-only-in-stores src/awards/actions.ts',
      'http-is-the-top src/people/actions.ts',
      'runtimes-at-the-edge src/people/actions.ts',
      'nobody-imports-an-entry src/roles/actions.ts',
      'no-cycles src/roles/actions.ts',
      'resolves src/web/page.ts',
    ]),
  )
})

test('a tree that keeps the rule has no violation', () => {
  expect(
    cruise({
      'src/hours/model.ts': 'export const m = 1',
      'src/hours/store.ts': "import 'kysely'\nimport { m } from './model'\nexport const s = m",
      'src/hours/imports/store.ts': 'export const n = 1',
      'src/hours/actions.ts':
        "import { n } from './imports/store'\nimport { s } from './store'\nexport const a = [n, s]",
      'src/hours/api.ts': "import 'hono'\nimport { a } from './actions'\nexport const api = a",
    }),
  ).toEqual([])
})
