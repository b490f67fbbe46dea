import type { Scope } from '../../database/scope'
import { fileKey } from '../rules/file-key'
import { listOwnHashes } from './store'

/** The files behind a person's skills, within the caller's transaction; not those that somebody else has brought too. */
export const skillFilesOf = async (scope: Scope, personId: string): Promise<string[]> =>
  (await listOwnHashes(scope, personId)).map((hash) => fileKey(scope.organisationId, hash))
