import { expect, test } from 'vitest'
import { runVerifyCommand, type VerifyArguments, type VerifyIo } from '../../src/verification/command'
import {
  fetchFrom,
  listAddress,
  makeStatusList,
  makeWeb,
  now,
  sign,
  unsigned,
  type Web,
} from '../openbadges/verify/sample'

const signed = await sign(unsigned)

const run = async (args: Partial<VerifyArguments>, files: Record<string, unknown>, web?: Web) => {
  const out = { stdout: '', stderr: '' }
  const read = (path: string) => {
    const file = files[path]
    if (file === undefined) throw new Error('no such file')
    return new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file))
  }
  const fetchDocument = fetchFrom(web ?? (await makeWeb()))
  const io: VerifyIo = {
    readFile: async (path) => read(path),
    readStdin: async () => read('-'),
    stdout: (text) => {
      out.stdout += text
    },
    stderr: (text) => {
      out.stderr += text
    },
    now: () => now,
    fetchDocument,
  }
  const code = await runVerifyCommand({ files: [], ...args }, io)
  return { code, ...out }
}

test('one good badge: exit 0 and an array of one report', async () => {
  const { code, stdout, stderr } = await run({ files: ['a.json'], json: true }, { 'a.json': signed })
  expect(code).toBe(0)
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject([
    { file: 'a.json', verdict: 'verified', credential: { name: unsigned['name'] } },
  ])
})

test('an altered badge: exit 1; a failure among several wins over one that could not be checked', async () => {
  const altered = { ...signed, name: 'Other' }
  expect((await run({ files: ['a'] }, { a: altered })).code).toBe(1)
  const web = await makeWeb({ [listAddress]: 404 })
  const { code, stdout } = await run({ files: ['a', 'b'], json: true }, { a: signed, b: altered }, web)
  expect(code).toBe(1)
  expect(JSON.parse(stdout).map((report: { verdict: string }) => report.verdict)).toEqual([
    'could-not-verify',
    'not-verified',
  ])
  expect((await run({ files: ['a'] }, { a: signed }, web)).code).toBe(2)
})

test('offline, from standard input, in plain words: exit 2', async () => {
  const { code, stdout } = await run({ files: ['-'], offline: true }, { '-': signed })
  expect(code).toBe(2)
  expect(stdout).toContain('-: Could not confirm')
  expect(stdout).toContain('working offline')
})

test('documents from a file stand in for the network', async () => {
  const files = { a: signed, 'documents.json': await makeWeb() }
  expect((await run({ files: ['a'], documents: 'documents.json' }, files, {})).code).toBe(0)
  const revoked = await makeWeb({ [listAddress]: await makeStatusList([94567]) })
  expect((await run({ files: ['a'], documents: 'd' }, { a: signed, d: revoked }, {})).code).toBe(1)
  expect((await run({ files: ['a'], documents: 'd' }, { a: signed, d: {} })).code).toBe(2)
  const wrong: [unknown, string][] = [
    [{ 'not a url': {} }, '"not a url" is not a URL'],
    [{ 'https://badges.example/status/1': 7 }, 'https://badges.example/status/1 is neither JSON nor text'],
  ]
  for (const [d, words] of wrong) {
    const { code, stderr } = await run({ files: ['a'], documents: 'd' }, { a: signed, d })
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  }
  expect((await run({ files: ['a'], documents: 'd' }, { a: signed, d: '[]' })).stderr).toContain(
    '--documents d',
  )
})

test('an instant can be given', async () => {
  expect((await run({ files: ['a'], at: '2030-01-01T00:00:00Z' }, { a: signed })).code).toBe(1)
  const wrong = await run({ files: ['a'], at: 'tomorrow' }, { a: signed })
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toContain('--at tomorrow')
})

test('a missing file and a missing argument are told on stderr', async () => {
  const { code, stdout, stderr } = await run({ files: ['nowhere', 'a'], json: true }, { a: signed })
  expect([code, stderr]).toEqual([2, 'nowhere: this file cannot be read\n'])
  expect(JSON.parse(stdout)).toHaveLength(1)
  expect((await run({}, {})).code).toBe(2)
  expect(await run({ help: true }, {})).toMatchObject({ code: 0, stderr: '' })
})
