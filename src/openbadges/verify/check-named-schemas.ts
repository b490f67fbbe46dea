import type { DocumentSource } from './document-source'
import { notChecked, passed, readId, toList } from './findings'
import type { Finding, JsonObject } from './report'

const canonicalSchema =
  /^https:\/\/purl\.imsglobal\.org\/spec\/(ob\/v3p0\/schema\/json(-ld)?\/ob_v3p0_(any)?(achievement|endorsement)|clr\/v2p0\/schema\/json(-ld)?\/clr_v2p0_clr)credential_schema\.json$/

export const checkNamedSchemas = async (
  document: JsonObject,
  _documents: DocumentSource,
): Promise<Finding> => {
  const other = toList(document['credentialSchema']).find(
    (schema) => !canonicalSchema.test(readId(schema) ?? ''),
  )
  return other === undefined
    ? passed
    : notChecked('schema-not-held', { pointer: '/credentialSchema', values: { url: readId(other) ?? '' } })
}
