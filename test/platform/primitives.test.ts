import { describe, expect, test } from 'vitest'
import {
  createSignerFromJwk,
  decodeMultikey,
  generateKeyPair,
  type PublicKey,
  type SignatureAlgorithm,
  type SignatureScheme,
  webPrimitives,
} from '../../src/openbadges/proof'
import { nodePrimitives } from '../../src/platform/primitives-node'

const schemes: Readonly<Record<SignatureAlgorithm, SignatureScheme>> = {
  Ed25519: { key: { name: 'Ed25519' }, parameters: { name: 'Ed25519' } },
  ES256: {
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    parameters: { name: 'ECDSA', hash: 'SHA-256' },
  },
  ES384: {
    key: { name: 'ECDSA', namedCurve: 'P-384' },
    parameters: { name: 'ECDSA', hash: 'SHA-384' },
  },
}
// The keys of a record whose type names them.
const algorithms = Object.keys(schemes) as SignatureAlgorithm[]

const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))

describe('hashes and signatures by the platform at once', () => {
  test.each(algorithms)(
    'answer as WebCrypto does for a signature with %s, right or wrong',
    async (algorithm) => {
      const scheme = schemes[algorithm]
      const pair = await generateKeyPair(algorithm)
      const other = decodeMultikey((await generateKeyPair(algorithm)).publicKeyMultibase)
      const key = decodeMultikey(pair.publicKeyMultibase)
      if (key === undefined || other === undefined) throw new Error('no key')
      const signer = await createSignerFromJwk({
        ...pair,
        algorithm,
        verificationMethod: 'did:example:1#key',
      })
      const data = new TextEncoder().encode('What the volunteer did.')
      const signature = await signer.sign(data)
      const questions: [PublicKey, Uint8Array, Uint8Array<ArrayBuffer>, boolean][] = [
        [key, signature, data, true],
        [other, signature, data, false],
        [key, signature, flip(data, 3), false],
        ...Array.from(signature, (_, at): [PublicKey, Uint8Array, Uint8Array<ArrayBuffer>, boolean] => [
          key,
          flip(signature, at),
          data,
          false,
        ]),
        [key, signature.slice(1), data, false],
        [key, new Uint8Array(), data, false],
      ]
      for (const [publicKey, bytes, signed, expected] of questions) {
        expect(nodePrimitives.isSignedBy(publicKey, scheme, bytes, signed)).toBe(expected)
        expect(await webPrimitives.isSignedBy(publicKey, scheme, bytes, signed)).toBe(expected)
      }
    },
  )

  test('a key that is no point of its curve is refused by both', async () => {
    const key: PublicKey = { curve: 'P-256', bytes: new Uint8Array(33).fill(255).fill(2, 0, 1) }
    const ask = [key, schemes.ES256, new Uint8Array(64), new Uint8Array(8)] as const
    expect(() => nodePrimitives.isSignedBy(...ask)).toThrow()
    await expect((async () => webPrimitives.isSignedBy(...ask))()).rejects.toThrow()
  })

  test.each(['SHA-256', 'SHA-384'] as const)('%s of a text is that of its UTF-8', async (name) => {
    for (const text of ['', 'Llyfrgell y dŵr', '📚'.repeat(3_000)])
      expect(new Uint8Array(nodePrimitives.digest(name, text))).toStrictEqual(
        await webPrimitives.digest(name, text),
      )
  })
})
