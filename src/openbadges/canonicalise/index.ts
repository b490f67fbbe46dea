export { type CanonicalisationCode, CanonicalisationError } from './canonicalisation-error'
export {
  type CanonicalHash,
  canonicaliseDataset,
  canonicaliseDocument,
  type LabelledDataset,
  labelDataset,
  serialiseQuad,
} from './canonicalise-document'
export {
  createDocumentLoader,
  type DocumentLoader,
  documentLoader,
  type RemoteDocument,
} from './document-loader'
export { sha256, toHex } from './hash'
export { type IriOrBlank, type Literal, type Quad, toDataset } from './to-dataset'
