import type { Language } from '../../web/app-env'
import { formatCount } from '../../web/format'
import { type SettingKey, settings } from '../model'
import { settingsPageText } from '../page-text'

/** A value as a page shows it, with its unit. */
export const sayValue = (key: SettingKey, value: number | boolean, language: Language): string => {
  const t = settingsPageText[language]
  const { unit } = settings[key]
  if (typeof value === 'boolean' || unit === 'yes-or-no') return value ? t.yes : t.no
  return t.units[unit](formatCount(value, language))
}
