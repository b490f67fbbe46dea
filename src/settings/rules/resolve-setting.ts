import { type ResolvedSetting, type SettingChange, type SettingKey, settings } from '../model'

/** The last decisions of one organisation, by key. */
export type OwnSettings = {
  readonly organisationId: string
  readonly latest: ReadonlyMap<SettingKey, SettingChange>
}

/**
 * What holds for an organisation: its own value first, then that of the nearest organisation above it that has set
 * one, then what is built in. `chain` begins with the organisation itself. A value that no longer fits the rule of
 * its key is passed over.
 */
export const resolveSetting = (key: SettingKey, chain: readonly OwnSettings[]): ResolvedSetting => {
  const found = chain.flatMap(({ organisationId, latest }, distance) => {
    const change = latest.get(key)
    if (change === undefined || change.value === null) return []
    const read = settings[key].schema.safeParse(change.value)
    return read.success ? [{ organisationId, distance, change, value: read.data }] : []
  })
  const [first] = found
  const above = found.find(({ distance }) => distance > 0)?.value ?? settings[key].builtIn
  if (first === undefined)
    return { key, value: above, above, origin: 'built-in', change: null, organisationId: null }
  return {
    key,
    above,
    value: first.value,
    origin: first.distance === 0 ? 'own' : 'above',
    change: first.change,
    organisationId: first.organisationId,
  }
}
