import { getAchievementDocument } from '../achievements/actions'
import { pictureGiven } from '../achievements/images/actions'
import { getCredentialText } from '../awards/actions'
import type { Award } from '../awards/model'
import { type CertificateOptions, makeCertificate } from '../certificates/actions'
import { readMeaning } from '../certificates/rules/read-meaning'
import type { Deps } from '../deps'
import { bakePng, bakeSvg } from '../openbadges/bake'
import { isJsonObject } from '../openbadges/model/json'
import { signCredentialJwt } from '../openbadges/proof'
import { jwtSignerOf } from '../organisations/jwt/actions'
import type { Organisation } from '../organisations/model'
import { ProblemError } from '../problems'
import { type CredentialFileFormat, nameCredentialFile } from './rules/name-credential-file'

export type CredentialFile = {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly fileName: string
}

/** What each form is on the web; JSON and JWT as Open Badges 3.0, Document Formats, says. */
const contentTypes = {
  json: 'application/vc+ld+json',
  jwt: 'text/plain',
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
} as const satisfies Record<CredentialFileFormat, string>

const imageOf = async (deps: Deps, award: Award, format: 'png' | 'svg'): Promise<Uint8Array> => {
  const { language } = readMeaning(await getAchievementDocument(deps, award.achievementId))
  return pictureGiven(deps, award.organisationId, award, { language, format })
}

const toJwt = async (deps: Deps, organisation: Organisation, text: string): Promise<string> => {
  const credential: unknown = JSON.parse(text)
  if (!isJsonObject(credential))
    throw new ProblemError('unexpected', { detail: 'The stored credential is no JSON object.' })
  const signer = await jwtSignerOf(deps, organisation)
  return signCredentialJwt({ credential, signer, key: { kid: signer.verificationMethod } })
}

const makeBytes = async (
  deps: Deps,
  organisation: Organisation,
  award: Award,
  format: CredentialFileFormat,
  options: CertificateOptions,
): Promise<Uint8Array> => {
  const text = await getCredentialText(deps, organisation.id, award.id)
  const encoder = new TextEncoder()
  switch (format) {
    case 'pdf':
      return makeCertificate(deps, organisation, award, options)
    case 'json':
      return encoder.encode(text)
    case 'jwt':
      return encoder.encode(await toJwt(deps, organisation, text))
    case 'png':
      return bakePng(await imageOf(deps, award, 'png'), text)
    case 'svg':
      return encoder.encode(bakeSvg(new TextDecoder().decode(await imageOf(deps, award, 'svg')), text))
  }
}

/**
 * A badge as a file that carries its own proof: the stored text byte for byte, a JWT signed now with the key
 * that the service chose for that, the picture with the credential inside, or the printable certificate with it attached. Throws `conflict`
 * for the certificate of an award that was taken back, and `not-found` for an award of another organisation.
 */
export const credentialFile = async (
  deps: Deps,
  organisation: Organisation,
  award: Award,
  format: CredentialFileFormat,
  options: CertificateOptions = {},
): Promise<CredentialFile> => ({
  bytes: await makeBytes(deps, organisation, award, format, options),
  contentType: contentTypes[format],
  fileName: nameCredentialFile(award.definitionCode, organisation.slug, format),
})
