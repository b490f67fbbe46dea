import { type GenericCheck, genericChecks } from '../../openbadges/verify'

/** What clients call the checks that can be asked for. */
const names: Readonly<Record<string, GenericCheck>> = {
  issuer: 'issuer',
  status: 'status',
  credentialStatus: 'status',
  validity: 'validity',
}

/**
 * The checks that a request asks for beside the data model and the proof. Without a list it asks for all;
 * with one, for those in it.
 *
 * @see VC API, Verify Credential, `options.checks`
 */
export const readChecks = (checks: readonly string[] | undefined): readonly GenericCheck[] =>
  checks === undefined
    ? genericChecks
    : genericChecks.filter((check) =>
        checks.some((name) => Object.hasOwn(names, name) && names[name] === check),
      )
