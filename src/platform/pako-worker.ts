import { zlibSync } from 'fflate'

/** Stands in for pako in the Worker's bundle, where PDFs are its only user: fflate, which is there anyway. */
export default { deflate: (bytes: Uint8Array): Uint8Array => zlibSync(bytes) }
