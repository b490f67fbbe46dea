import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import { ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Cell, Radios, SummaryList, Table, TextInput } from '../../web/components'
import { formatCount, formatDate } from '../../web/format'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { changeSetting, settingHistory, settingsOf } from '../actions'
import { type ResolvedSetting, type SettingChange, type SettingKey, settingKeys, settings } from '../model'
import { settingsPageText } from '../page-text'
import { readSetting, type SettingFault } from '../rules/read-setting'
import { settingText } from '../setting-text'
import { rolesIn } from './overview-page'
import { sayValue } from './say-value'

const getKey = (c: AppContext): SettingKey => {
  const found = settingKeys.find((key) => key === c.req.param('key'))
  if (found === undefined) throw new ProblemError('not-found')
  return found
}

const sayFault = (key: SettingKey, fault: SettingFault, language: Language): string => {
  const t = settingsPageText[language]
  if (fault === 'missing') return t.missing
  return fault === 'not-a-number' ? t.notNumber : t.outOfRange(...rangeOf(key, language))
}

const rangeOf = (key: SettingKey, language: Language): [string, string] => {
  const rule = settings[key]
  const [least, most] = 'least' in rule ? [rule.least, rule.most] : [0, 1]
  return [formatCount(least, language), formatCount(most, language)]
}

type Typed = { readonly value: string; readonly reason: string; readonly fault?: SettingFault }

const asTyped = (value: number | boolean) =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

const ValueField = (props: {
  readonly setting: SettingKey
  readonly typed: Typed
  readonly error: { readonly error?: string }
  readonly language: Language
}) => {
  const { setting, typed, error, language } = props
  const t = settingsPageText[language]
  const { unit } = settings[setting]
  if (unit === 'yes-or-no')
    return (
      <Radios
        name="value"
        legend={t.value}
        language={language}
        items={(['yes', 'no'] as const).map((value) => ({
          value,
          text: t[value],
          checked: typed.value === value,
        }))}
        {...error}
      />
    )
  return (
    <TextInput
      id="value"
      label={t.unitNames[unit]}
      hint={t.range(...rangeOf(setting, language))}
      inputmode="numeric"
      width={5}
      value={typed.value}
      language={language}
      {...error}
    />
  )
}

const History = (props: { readonly changes: readonly SettingChange[]; readonly language: Language }) => {
  const { changes, language } = props
  const t = settingsPageText[language]
  if (changes.length === 0) return <p class="govuk-body">{t.notChanged}</p>
  return (
    <Table caption={t.history} head={[{ text: t.when }, { text: t.value }, { text: t.who }, { text: t.why }]}>
      {changes.map(({ key, value, changedAt, changedBy, reason }) => (
        <tr class="govuk-table__row">
          <Cell header>{formatDate(changedAt, language)}</Cell>
          <Cell>{value === null ? t.asAbove : sayValue(key, value, language)}</Cell>
          <Cell>{changedBy}</Cell>
          <Cell>{reason ?? ''}</Cell>
        </tr>
      ))}
    </Table>
  )
}

const Form = (props: {
  readonly one: ResolvedSetting
  readonly typed: Typed
  readonly slug: string
  readonly language: Language
}) => {
  const { one, typed, slug, language } = props
  const t = settingsPageText[language]
  const error = typed.fault === undefined ? {} : { error: sayFault(one.key, typed.fault, language) }
  return (
    <form method="post" action={path('serviceSetting', { slug, key: one.key })} novalidate>
      <ValueField setting={one.key} typed={typed} error={error} language={language} />
      <TextInput id="reason" label={t.reason} hint={t.reasonHint} value={typed.reason} language={language} />
      <div class="govuk-button-group">
        <Button name="do" value="save">
          {t.save}
        </Button>
        {one.origin === 'own' ? (
          <Button name="do" value="back" secondary>
            {t.goBack(sayValue(one.key, one.above, language))}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

const renderForm = async (c: AppContext, { organisation }: Permitted, key: SettingKey, given?: Typed) => {
  const { deps, language } = c.var
  const t = settingsPageText[language]
  const one = (await settingsOf(deps, organisation.id)).get(key)
  if (one === undefined) throw new ProblemError('not-found')
  const typed = given ?? { value: asTyped(one.value), reason: '' }
  const { name, hint } = settingText[language][key]
  const may = rolesIn(c, organisation).some((role) => permits(role, settings[key].changedBy))
  const errors =
    typed.fault === undefined ? [] : [{ field: 'value', message: sayFault(key, typed.fault, language) }]
  const { slug } = organisation
  return renderPage(
    c,
    {
      title: name,
      organisation,
      current: 'settings',
      errors,
      back: { href: path('serviceSettings', { slug }), text: t.backToSettings },
    },
    <>
      <h1 class="govuk-heading-l">{name}</h1>
      <p class="govuk-body">{hint}</p>
      <SummaryList rows={[{ key: t.holds, value: sayValue(key, one.value, language) }]} />
      {may ? <Form one={one} typed={typed} slug={slug} language={language} /> : null}
      <History changes={await settingHistory(deps, organisation.id, key)} language={language} />
    </>,
  )
}

/** One rule: what holds, what was decided, and the form that changes it for those who may. */
export const renderRule = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'settings:read')
  return renderForm(c, permitted, getKey(c))
}

export const postRule = async (c: AppContext) => {
  const key = getKey(c)
  const permitted = await requirePermission(c, settings[key].changedBy)
  const { organisation, actor } = permitted
  const form = await c.req.parseBody()
  const [value, reason] = [String(form['value'] ?? ''), String(form['reason'] ?? '')]
  const back = form['do'] === 'back'
  const read = back ? ({ ok: true, value: null } as const) : readSetting(key, value)
  if (!read.ok) return renderForm(c, permitted, key, { value, reason, fault: read.reason })
  await changeSetting(c.var.deps, organisation.id, { key, value: read.value, reason }, actor)
  return c.redirect(`${path('serviceSettings', { slug: organisation.slug })}?saved=yes`, 303)
}
