declare module '@digitalbazaar/vc' {
  type Options = { documentLoader: (url: string) => Promise<object>; suite: object }
  export const issue: (options: Options & { credential: object }) => Promise<{ [name: string]: unknown }>
  export const derive: (
    options: Options & { verifiableCredential: object },
  ) => Promise<{ [name: string]: unknown }>
  export const signPresentation: (
    options: Options & { presentation: object; challenge: string; domain: string; verify: boolean },
  ) => Promise<{ [name: string]: unknown }>
  export const verifyCredential: (
    options: Options & { credential: object; checkStatus: () => Promise<{ verified: boolean }> },
  ) => Promise<{ verified: boolean; error?: unknown }>
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; date?: string; cryptosuite: object })
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}
declare module '@digitalbazaar/ed25519-multikey' {
  type KeyPair = { signer(): object }
  export const from: (key: object) => Promise<KeyPair>
}
declare module '@digitalbazaar/ed25519-verification-key-2020' {
  export class Ed25519VerificationKey2020 {
    constructor(key: {
      id: string
      controller: string
      publicKeyMultibase: string
      privateKeyMultibase: string
    })
  }
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options: { key: object; date: string })
  }
}
declare module '@digitalbazaar/ecdsa-multikey' {
  type KeyPair = { id: string; controller: string; signer(): object }
  export const fromJwk: (options: { jwk: object; secretKey: boolean }) => Promise<KeyPair>
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export const createSignCryptosuite: (options: { mandatoryPointers: readonly string[] }) => object
  export const createDiscloseCryptosuite: (options: { selectivePointers: readonly string[] }) => object
  export const createVerifyCryptosuite: () => object
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object
}
