import { type SettingKey, settings } from '../model'

export type SettingFault = 'missing' | 'not-a-number' | 'out-of-range'

/** A value as somebody typed it; choices are `yes` and `no`. */
export const readSetting = (
  key: SettingKey,
  typed: string,
):
  | { readonly ok: true; readonly value: number | boolean }
  | { readonly ok: false; readonly reason: SettingFault } => {
  const text = typed.trim()
  if (text === '') return { ok: false, reason: 'missing' }
  if (settings[key].unit === 'yes-or-no')
    return text === 'yes' || text === 'no'
      ? { ok: true, value: text === 'yes' }
      : { ok: false, reason: 'missing' }
  if (!/^\d{1,6}$/.test(text)) return { ok: false, reason: 'not-a-number' }
  const read = settings[key].schema.safeParse(Number(text))
  return read.success ? { ok: true, value: read.data } : { ok: false, reason: 'out-of-range' }
}
