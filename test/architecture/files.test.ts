import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { machinePaths, tooLong } from './measure-files'

const tracked = (...patterns: readonly string[]): Record<string, string> => {
  const { stdout, stderr } = spawnSync('git', ['ls-files', '-z', ...patterns], { encoding: 'utf8' })
  const names = stdout.split('\0').filter((name) => name !== '' && existsSync(name))
  if (names.length === 0) throw new Error(stderr || 'No files are tracked.')
  return Object.fromEntries(names.map((name) => [name, readFileSync(name, 'utf8')]))
}

const lines = (count: number) => 'x\n'.repeat(count)

test('a file that is too long is found, of whichever kind', () => {
  const files = {
    'src/a/model.ts': lines(301),
    'src/a/rules/b.ts': lines(300),
    'src/a/text.ts': lines(900),
    'src/a/page-text.ts': lines(900),
    'src/a/context.ts': lines(301),
    'src/database/migrations/1.ts': lines(900),
    'test/a.test.ts': lines(400),
    'test/b.test.ts': lines(401),
  }
  expect(tooLong(files)).toEqual([
    'src/a/model.ts: 301 lines, at most 300',
    'src/a/context.ts: 301 lines, at most 300',
    'test/b.test.ts: 401 lines, at most 400',
  ])
})

test('no file is longer than it may be', () => {
  const files = tracked('*.ts', '*.tsx', '*.mjs', '*.cjs')
  expect(Object.keys(files).length).toBeGreaterThan(200)
  expect(tooLong(files)).toEqual([])
})

test('a folder of somebody’s machine is found', () => {
  const planted = ['home/ann/colophon', 'Users/ann', 'work/main'].map((folder) => `see /${folder} there`)
  expect(machinePaths({ 'README.md': planted.join('\n') })).toHaveLength(3)
  expect(machinePaths({ 'a.ts': "fetch('https://example.org/work/main')\nimport './root/x'" })).toEqual([])
})

test('no file names a folder of the machine that it was written on', () => {
  const files = tracked('*.ts', '*.tsx', '*.mjs', '*.cjs', '*.md', '*.toml', '*.json', '*.yml', '.ci/*')
  expect(machinePaths(files)).toEqual([])
})
