import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CountedSession } from '../model'

/**
 * A SHA-256 over what the sessions of a report are: any change of a session, one more or one fewer gives another. The
 * order makes no difference.
 */
export const snapshotSessions = (sessions: readonly CountedSession[]): string => {
  const lines = sessions.map(({ id, localDate, minutes, trainingMinutes, timeCredit, roleId }) =>
    JSON.stringify([id, localDate, minutes, trainingMinutes, timeCredit, roleId]),
  )
  return bytesToHex(sha256(utf8ToBytes(lines.sort().join('\n'))))
}
