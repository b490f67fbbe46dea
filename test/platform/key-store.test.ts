import { base64 } from '@scure/base'
import { describe, expect, test } from 'vitest'
import { createSignerFromJwk, decodeMultikey, toPublicJwk } from '../../src/openbadges/proof'
import { createKeyStore } from '../../src/platform/key-store'
import { createNodeSigner } from '../../src/platform/open-deps-node'

const keyOf = (fill: number) => base64.encode(new Uint8Array(32).fill(fill))
const data = new TextEncoder().encode('what is signed')

const verify = async (publicKeyMultibase: string, algorithm: 'Ed25519' | 'ES256', signature: Uint8Array) => {
  const key = decodeMultikey(publicKeyMultibase)
  if (!key) throw new Error('Not a multikey.')
  const imported = algorithm === 'Ed25519' ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: 'P-256' }
  const used = algorithm === 'Ed25519' ? { name: 'Ed25519' } : { name: 'ECDSA', hash: 'SHA-256' }
  const publicKey = await crypto.subtle.importKey('jwk', { ...toPublicJwk(key) }, imported, false, ['verify'])
  return crypto.subtle.verify(used, publicKey, Uint8Array.from(signature), data)
}

describe.each([
  ['Node', createNodeSigner],
  ['WebCrypto alone', createSignerFromJwk],
])('keys with the signer of %s', (_, createSigner) => {
  test.each(['Ed25519', 'ES256'] as const)(
    '%s: what is generated signs, and the public key verifies it',
    async (algorithm) => {
      const keys = createKeyStore(keyOf(1), createSigner)
      const { publicKeyMultibase, wrapped } = await keys.generate(algorithm)
      const signer = await keys.signer({
        wrapped,
        algorithm,
        verificationMethod: 'did:web:example.org#key-1',
      })
      expect(signer).toMatchObject({ algorithm, verificationMethod: 'did:web:example.org#key-1' })
      expect(await verify(publicKeyMultibase, algorithm, await signer.sign(data))).toBe(true)
    },
  )
})

test('another store with the same key-encryption key opens it, one with another key does not', async () => {
  const { wrapped } = await createKeyStore(keyOf(1), createSignerFromJwk).generate('Ed25519')
  const key = { wrapped, algorithm: 'Ed25519' as const, verificationMethod: 'did:web:example.org#key-1' }
  await expect(createKeyStore(keyOf(1), createSignerFromJwk).signer(key)).resolves.toBeDefined()
  await expect(createKeyStore(keyOf(2), createSignerFromJwk).signer(key)).rejects.toThrow('does not open')
})

test('a wrapped key holds nothing of the private key in the clear, and differs each time', async () => {
  const keys = createKeyStore(keyOf(1), createSignerFromJwk)
  const [one, other] = [await keys.generate('Ed25519'), await keys.generate('Ed25519')]
  expect(one.wrapped).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/)
  expect(one.wrapped).not.toBe(other.wrapped)
  expect(Buffer.from(one.wrapped.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('kty')
})

test('refuses a key passed off as another algorithm, a changed one and an unknown form', async () => {
  const keys = createKeyStore(keyOf(1), createSignerFromJwk)
  const { wrapped } = await keys.generate('Ed25519')
  const ask = (text: string, algorithm: 'Ed25519' | 'ES256' = 'Ed25519') =>
    keys.signer({ wrapped: text, algorithm, verificationMethod: 'did:web:example.org#key-1' })
  await expect(ask(wrapped, 'ES256')).rejects.toThrow('does not open')
  await expect(ask(`${wrapped.slice(0, -2)}${wrapped.endsWith('AA') ? 'BB' : 'AA'}`)).rejects.toThrow()
  await expect(ask(`v2${wrapped.slice(2)}`)).rejects.toThrow('a form that is not known')
})

test('unwraps a key once', async () => {
  let made = 0
  const keys = createKeyStore(keyOf(1), async (key) => {
    made += 1
    return createSignerFromJwk(key)
  })
  const { wrapped } = await keys.generate('Ed25519')
  const key = { wrapped, algorithm: 'Ed25519' as const, verificationMethod: 'did:web:example.org#key-1' }
  await Promise.all([keys.signer(key), keys.signer(key), keys.signer(key)])
  expect(made).toBe(1)
})

test('refuses a key-encryption key that is too short', () => {
  expect(() => createKeyStore(base64.encode(new Uint8Array(16)), createSignerFromJwk)).toThrow('32 bytes')
})

test('an RSA key is kept the same way, and opens as no other kind', async () => {
  const keys = createKeyStore(keyOf(1), createSignerFromJwk)
  const { publicKeyJwk, wrapped } = await keys.generateRsa()
  const verificationMethod = 'did:web:example.org#key-3'
  const signer = await keys.rsaSigner({ wrapped, verificationMethod })
  const data = new TextEncoder().encode('header.payload')
  const parameters = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const publicKey = await crypto.subtle.importKey('jwk', publicKeyJwk, parameters, false, ['verify'])
  const signature = new Uint8Array(await signer.sign(data))
  expect(await crypto.subtle.verify(parameters, publicKey, signature, data)).toBe(true)
  expect(signer).toMatchObject({ algorithm: 'RS256', verificationMethod })
  expect(await keys.rsaSigner({ wrapped, verificationMethod })).toBe(signer)
  await expect(keys.signer({ wrapped, algorithm: 'ES256', verificationMethod })).rejects.toThrow(
    'does not open',
  )
})
