export { BakeError, type BakeErrorCode } from './bake-error'
export { bakePng } from './bake-png'
export { bakeSvg } from './bake-svg'
export {
  type CredentialFormat,
  type Extracted,
  type ExtractRefusalCode,
  extractCredential,
  extractCredentialText,
  maxCredentialBytes,
  maxFileBytes,
} from './extract-credential'
export { readPicture } from './read-picture'
