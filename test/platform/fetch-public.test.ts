import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { checkPublicUrl, createFetchPublic } from '../../src/platform/fetch-public'
import { createNodeFetchPublic } from '../../src/platform/fetch-public-node'
import { createWorkerFetchPublic } from '../../src/platform/fetch-public-worker'
import { isPublicAddress } from '../../src/platform/public-address-node'
import { ProblemError } from '../../src/problems'

const codeOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'fetched',
    (error: unknown) => (error instanceof ProblemError ? error.code : error),
  )

let server: Server | undefined
afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

/** A server of this machine; its origin stands for the service's own. */
const serve = async (answer: (path: string) => { status?: number; location?: string; body?: string }) => {
  server = createServer((request, response) => {
    const { status = 200, location, body = '' } = answer(request.url ?? '/')
    response.writeHead(status, {
      'Content-Type': 'application/ld+json',
      ...(location === undefined ? {} : { Location: location }),
    })
    response.end(body)
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

describe('which addresses belong to the public internet', () => {
  test.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '0.0.0.0', '::1', '::']],
    ['private networks', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1']],
    ['link-local and metadata services', ['169.254.169.254', 'fe80::1', 'fd00:ec2::254', '100.100.100.200']],
    ['carrier-grade NAT', ['100.64.0.1', '100.127.255.255']],
    [
      'IPv4 within IPv6',
      ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1'],
    ],
    [
      'documentation and benchmarks',
      ['192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '2001:db8::1'],
    ],
    ['many hosts at once', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
    ['no address at all', ['', 'localhost', '8.8.8', '0x7f.1', '2130706433']],
  ])('not %s', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })

  test('neighbours of closed ranges are public', () => {
    const open = [
      '1.1.1.1',
      '8.8.8.8',
      '11.0.0.0',
      '172.15.0.1',
      '172.32.0.1',
      '100.63.0.1',
      '100.128.0.1',
      '2a00::1',
    ]
    expect(open.filter((address) => !isPublicAddress(address))).toEqual([])
  })
})

describe('what an address may say', () => {
  test.each([
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://user:secret@library.org.uk/',
    'https://localhost/',
    'https://database/',
    'https://printer.local/',
    'https://metadata.google.internal/',
  ])('refuses %s', (address) => {
    expect(() => checkPublicUrl(new URL(address))).toThrow(ProblemError)
  })

  test('takes a name of the public web', () => {
    expect(() => checkPublicUrl(new URL('https://badges.library.org.uk/status/1'))).not.toThrow()
  })
})

describe('fetching', () => {
  test('refuses a public name that leads to a private address', async () => {
    const fetchPublic = createNodeFetchPublic(undefined, async () => [{ address: '10.0.0.7', family: 4 }])
    expect(await codeOf(fetchPublic('https://badges.library.org.uk/'))).toBe('invalid-input')
  })

  test('refuses a name when only one of its addresses is private', async () => {
    const both = [
      { address: '93.184.215.14', family: 4 },
      { address: '::1', family: 6 },
    ]
    expect(await codeOf(createNodeFetchPublic(undefined, async () => both)('https://library.org.uk/'))).toBe(
      'invalid-input',
    )
  })

  test('refuses a private address that is written out', async () => {
    const fetchPublic = createNodeFetchPublic(undefined)
    for (const host of ['127.0.0.1', '[::1]', '2130706433', '0x7f000001', '[::ffff:127.0.0.1]']) {
      expect(await codeOf(fetchPublic(`https://${host}/`))).toBe('invalid-input')
    }
  })

  test('reaches its own origin where development allows it, and hands back the document', async () => {
    const origin = await serve(() => ({ body: '{"a":1}' }))
    expect(await createNodeFetchPublic(origin)(`${origin}/status/1`)).toEqual({
      status: 200,
      contentType: 'application/ld+json',
      bytes: new TextEncoder().encode('{"a":1}'),
      text: '{"a":1}',
    })
    expect(await codeOf(createNodeFetchPublic(undefined)(`${origin}/status/1`))).toBe('invalid-input')
  })

  test('checks where a redirect leads', async () => {
    const origin = await serve(() => ({ status: 302, location: 'http://169.254.169.254/latest/meta-data' }))
    expect(await codeOf(createNodeFetchPublic(origin)(`${origin}/`))).toBe('invalid-input')
  })

  test('follows three redirects and no fourth', async () => {
    const origin = await serve((path) => {
      const left = Number(path.slice(1))
      return left === 0 ? { body: 'there' } : { status: 303, location: `/${left - 1}` }
    })
    const fetchPublic = createNodeFetchPublic(origin)
    expect(await fetchPublic(`${origin}/3`)).toMatchObject({ status: 200, text: 'there' })
    expect(await codeOf(fetchPublic(`${origin}/4`))).toBe('not-available')
  })

  test.each([
    ['Node', createNodeFetchPublic],
    ['a Worker', createWorkerFetchPublic],
  ])('stops reading what is too large, on %s', async (_, create) => {
    const origin = await serve(() => ({ body: 'x'.repeat(2001) }))
    expect(await codeOf(create(origin)(`${origin}/`, { maxBytes: 2000 }))).toBe('not-available')
    expect(await codeOf(create(origin)(`${origin}/`, { maxBytes: 2001 }))).toBe('fetched')
  })

  test('a Worker refuses numbers for hosts', async () => {
    const fetchPublic = createWorkerFetchPublic(undefined)
    for (const host of ['93.184.215.14', '[2a00::1]', '2130706433']) {
      expect(await codeOf(fetchPublic(`https://${host}/`))).toBe('invalid-input')
    }
  })

  test('a failure names the host and keeps its cause', async () => {
    const fetchPublic = createFetchPublic({ fetchOnce: async () => Promise.reject(new Error('reset')) })
    await expect(fetchPublic('https://library.org.uk/a')).rejects.toMatchObject({
      code: 'not-available',
      detail: 'Nothing came back from library.org.uk.',
      cause: { message: 'reset' },
    })
  })
})
