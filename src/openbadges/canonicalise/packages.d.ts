/** Types of the parts of jsonld and rdf-canonize that this project uses; neither package ships its own. */
declare module 'jsonld' {
  type Quad = import('./to-dataset').Quad
  type ToRdfOptions = {
    safe: boolean
    base: null
    documentLoader: (url: string) => Promise<object>
    contextResolver: object
    rdfDirection?: 'i18n-datatype'
    produceGeneralizedRdf: boolean
  }
  const jsonld: { toRDF(document: object, options: ToRdfOptions): Promise<Quad[]> }
  export default jsonld
}

declare module 'rdf-canonize' {
  type Quad = import('./to-dataset').Quad
  type CanonizeOptions = {
    algorithm: 'RDFC-1.0'
    format?: 'application/n-quads'
    maxWorkFactor?: number
    signal?: AbortSignal
    canonicalIdMap?: Map<string, string>
    messageDigestAlgorithm?: 'SHA-256' | 'SHA-384'
  }
  export const NQuads: { serializeQuad(quad: Quad): string; parse(text: string): Quad[] }
  const rdfCanonize: {
    canonize(dataset: readonly Quad[], options: CanonizeOptions): Promise<string>
    NQuads: typeof NQuads
  }
  export default rdfCanonize
}
