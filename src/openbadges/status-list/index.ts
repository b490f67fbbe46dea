export {
  type DecodedStatusList,
  decodeStatusList,
  type StatusListKind,
} from './decode-status-list'
export { encodeStatusList } from './encode-status-list'
export { permuteIndex } from './permute-index'
export { createStatusBits, MINIMUM_ENTRIES, readStatusBit, writeStatusBit } from './status-bits'
