export {
  createStatusBits,
  type DecodedStatusList,
  decodeStatusList,
  encodeStatusList,
  MINIMUM_ENTRIES,
  readStatusBit,
  type StatusListReason,
  writeStatusBit,
} from './encode-status-list'
export { permuteIndex } from './permute-index'
