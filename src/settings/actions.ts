import { recordAudit } from '../audit/actions'
import { withOrganisation } from '../database/scope'
import type { Deps } from '../deps'
import { getOrganisation } from '../organisations/actions'
import { ProblemError } from '../problems'
import {
  type ResolvedSetting,
  type SettingChange,
  type SettingKey,
  type SettingValue,
  settingKeys,
  settings,
} from './model'
import { type OwnSettings, resolveSetting } from './rules/resolve-setting'
import { insertChange, listChanges, listLatest } from './store'

type Reads = Pick<Deps, 'db'> & Deps

/** An organisation and those above it, each with what it has set. Each is read as itself. */
const readChain = async (deps: Reads, organisationId: string): Promise<OwnSettings[]> => {
  const chain: OwnSettings[] = []
  let next: string | null = organisationId
  while (next !== null) {
    const id: string = next
    const latest = await withOrganisation(deps.db, id, listLatest)
    chain.push({ organisationId: id, latest: new Map(latest.map((change) => [change.key, change])) })
    next = (await getOrganisation(deps, id)).parentId
  }
  return chain
}

/** What holds for an organisation, of every setting. */
export const settingsOf = async (
  deps: Deps,
  organisationId: string,
): Promise<ReadonlyMap<SettingKey, ResolvedSetting>> => {
  const chain = await readChain(deps, organisationId)
  return new Map(settingKeys.map((key) => [key, resolveSetting(key, chain)]))
}

/** The value of one setting that holds for an organisation. */
export const settingOf = async <K extends SettingKey>(
  deps: Deps,
  organisationId: string,
  key: K,
): Promise<SettingValue<K>> =>
  // The rule takes only values that the schema of the key lets through.
  resolveSetting(key, await readChain(deps, organisationId)).value as SettingValue<K>

/** Every decision of an organisation about a setting, the newest first. */
export const settingHistory = (
  deps: Deps,
  organisationId: string,
  key: SettingKey,
): Promise<SettingChange[]> => withOrganisation(deps.db, organisationId, (scope) => listChanges(scope, key))

/**
 * Sets a value of the organisation's own, or goes back to what holds above it with `null`. What holds already is not
 * written again. Throws `invalid-input` for a value that the setting does not take and `conflict` where somebody else
 * changed it at the same time.
 */
export const changeSetting = async (
  deps: Deps,
  organisationId: string,
  wanted: { readonly key: SettingKey; readonly value: number | boolean | null; readonly reason: string },
  actor: string,
): Promise<void> => {
  const { key, value } = wanted
  if (value !== null && !settings[key].schema.safeParse(value).success)
    throw new ProblemError('invalid-input', {
      fields: [{ field: 'value', message: 'Not a value for this.' }],
    })
  await withOrganisation(deps.db, organisationId, async (scope) => {
    const [last] = await listChanges(scope, key)
    if ((last?.value ?? null) === value) return
    const version = (last?.version ?? 0) + 1
    const reason = wanted.reason.trim() === '' ? null : wanted.reason.trim().slice(0, 500)
    const change = { key, value, version, changedBy: actor, changedAt: deps.clock.now(), reason }
    if (!(await insertChange(scope, deps.random.uuid(), change))) throw new ProblemError('conflict')
    await recordAudit(scope, {
      id: deps.random.uuid(),
      actor,
      action: 'setting.changed',
      subjectType: 'setting',
      subjectId: key,
      detail: { version, value: value === null ? 'as above' : String(value) },
    })
  })
}
