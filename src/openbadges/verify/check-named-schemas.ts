import type { DocumentSource } from './document-source'
import { failed, hasType, isObject, notChecked, passed, readId, toList, worstOf } from './findings'
import type { Finding, JsonObject } from './report'
import { checkAgainstSchema } from './schema/check-against-schema'

/** What these say is checked already, by the outline of the data model. */
const canonicalSchema =
  /^https:\/\/purl\.imsglobal\.org\/spec\/(ob\/v3p0\/schema\/json(-ld)?\/ob_v3p0_(any)?(achievement|endorsement)|clr\/v2p0\/schema\/json(-ld)?\/clr_v2p0_clr)credential_schema\.json$/

const knownTypes = ['1EdTechJsonSchemaValidator2019', 'JsonSchema', 'JsonSchemaValidator2018']
const maxSchemas = 4
const maxText = 256 * 1024

const checkOne = async (
  document: JsonObject,
  schema: unknown,
  pointer: string,
  documents: DocumentSource,
): Promise<Finding> => {
  const url = readId(schema) ?? ''
  if (canonicalSchema.test(url)) return passed
  const place = { pointer, values: { url } }
  if (!isObject(schema) || !knownTypes.some((type) => hasType(schema, type)))
    return notChecked('schema-not-understood', place)
  const got = await documents.get(url, 'schema-unreachable')
  if (!got.ok) return got.finding
  if (got.text.length > maxText) return notChecked('schema-not-understood', place)
  const answer = checkAgainstSchema(document, got.text)
  if (answer.outcome === 'not-understood') return notChecked('schema-not-understood', place)
  return answer.outcome === 'fits'
    ? passed
    : failed('schema-mismatch', { pointer: answer.pointer, values: { url, place: answer.pointer || '/' } })
}

/**
 * Holds a credential against every schema that its issuer names besides the published ones, four at most. A schema
 * that cannot be had, or is not of a type or kind that is understood here, is `not-checked`. Trust: schemas come from
 * whoever the issuer names.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.11 Data Schemas; Open Badges 3.0, CredentialSchema
 */
export const checkNamedSchemas = async (
  document: JsonObject,
  documents: DocumentSource,
): Promise<Finding> => {
  const named = document['credentialSchema']
  const findings: Finding[] = []
  for (const [at, schema] of toList(named).entries()) {
    const pointer = Array.isArray(named) ? `/credentialSchema/${at}` : '/credentialSchema'
    findings.push(
      at < maxSchemas
        ? await checkOne(document, schema, pointer, documents)
        : notChecked('schema-not-understood', { pointer, values: { url: readId(schema) ?? '' } }),
    )
  }
  return worstOf(findings)
}
