export type EllipticCurve = 'P-256' | 'P-384'
export type EllipticPoint = { readonly x: Uint8Array; readonly y: Uint8Array }

/** The field prime and the constant b of y² = x³ - 3x + b (FIPS 186-5 / SP 800-186, section 3.2.1). */
const CURVES = {
  'P-256': {
    size: 32,
    prime: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    size: 48,
    prime:
      0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
} as const

const toBigInt = (bytes: Uint8Array): bigint => {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return value
}

const toBytes = (value: bigint, size: number): Uint8Array => {
  const bytes = new Uint8Array(size)
  for (let i = size - 1, rest = value; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn)
  return bytes
}

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let result = 1n
  for (
    let square = base % modulus, rest = exponent;
    rest > 0n;
    rest >>= 1n, square = (square * square) % modulus
  ) {
    if (rest & 1n) result = (result * square) % modulus
  }
  return result
}

/**
 * A point of P-256 or P-384 in its short form: the sign of y, then x (33 or 49 bytes).
 *
 * @see SEC 1, section 2.3.3
 */
export const compressPoint = ({ x, y }: EllipticPoint): Uint8Array => {
  const bytes = new Uint8Array(x.length + 1)
  bytes[0] = 2 + ((y.at(-1) ?? 0) & 1)
  bytes.set(x, 1)
  return bytes
}

/**
 * The point that a short form names, or undefined where the bytes name no point of the curve. The bytes may
 * come from anyone.
 *
 * @see SEC 1, section 2.3.4
 */
export const decompressPoint = (curve: EllipticCurve, bytes: Uint8Array): EllipticPoint | undefined => {
  const { size, prime, b } = CURVES[curve]
  if (bytes.length !== size + 1 || (bytes[0] !== 2 && bytes[0] !== 3)) return undefined
  const x = toBigInt(bytes.subarray(1))
  if (x >= prime) return undefined
  const square = (((x * x * x - 3n * x + b) % prime) + prime) % prime
  const root = power(square, (prime + 1n) / 4n, prime)
  if ((root * root) % prime !== square) return undefined
  const y = (root & 1n) === BigInt(bytes[0] & 1) ? root : prime - root
  return { x: bytes.slice(1), y: toBytes(y, size) }
}
