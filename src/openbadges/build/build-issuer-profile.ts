import type { JsonObject } from '../model/json'
import { buildImage, type ImageInput } from './build-image'
import { given } from './given'

export type IssuerProfileInput = {
  /** The issuer's own URI: the controller of the keys that it signs with. */
  readonly id: string
  readonly name: string
  readonly url?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly description?: string | undefined
  readonly image?: ImageInput | undefined
  /** The body that the issuer belongs to, such as a consortium or a council. */
  readonly parent?:
    | { readonly id: string; readonly name: string; readonly url?: string | undefined }
    | undefined
}

export type IssuerProfile = JsonObject & {
  readonly id: string
  readonly type: readonly ['Profile']
  readonly name: string
}

/**
 * The profile of an issuer, always as an object: the public validator refuses a bare URI.
 *
 * @see Open Badges 3.0, section B.1.19 (Profile)
 */
export const buildIssuerProfile = (input: IssuerProfileInput): IssuerProfile => ({
  id: input.id,
  type: ['Profile'],
  name: input.name,
  ...given('url', input.url),
  ...given('email', input.email),
  ...given('phone', input.phone),
  ...given('description', input.description),
  ...given('image', input.image && buildImage(input.image)),
  ...given(
    'parentOrg',
    input.parent && {
      id: input.parent.id,
      type: ['Profile'],
      name: input.parent.name,
      ...given('url', input.parent.url),
    },
  ),
})
