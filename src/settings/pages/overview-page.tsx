import { getOrganisation } from '../../organisations/actions'
import type { Membership, Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { permits } from '../../organisations/rules/permits'
import { path } from '../../paths'
import type { AppContext, Language } from '../../web/app-env'
import { Cell, NotificationBanner, SummaryList, Table } from '../../web/components'
import { formatDate } from '../../web/format'
import { requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { settingsOf } from '../actions'
import { type ResolvedSetting, type SettingGroup, settingGroups, settings } from '../model'
import { settingsPageText } from '../page-text'
import { groupText, settingText } from '../setting-text'
import { sayValue } from './say-value'

/** What the viewer is in the organisation. */
export const rolesIn = (c: AppContext, organisation: Organisation): Membership['role'][] =>
  (c.var.viewer?.memberships ?? [])
    .filter(({ organisationId }) => organisationId === organisation.id)
    .map(({ role }) => role)

/** Where a value comes from, since when and by whom. */
const sayOrigin = (one: ResolvedSetting, names: ReadonlyMap<string, string>, language: Language): string => {
  const t = settingsPageText[language]
  if (one.change === null) return t.builtIn
  const on = formatDate(one.change.changedAt, language)
  return one.origin === 'own'
    ? t.own(one.change.changedBy, on)
    : t.above(names.get(one.organisationId ?? '') ?? '', on)
}

const Group = (props: {
  readonly group: SettingGroup
  readonly all: readonly ResolvedSetting[]
  readonly names: ReadonlyMap<string, string>
  readonly may: (one: ResolvedSetting) => boolean
  readonly slug: string
  readonly language: Language
}) => {
  const { group, all, names, may, slug, language } = props
  const t = settingsPageText[language]
  return (
    <Table
      caption={groupText[language][group]}
      head={[{ text: t.rule }, { text: t.holds }, { text: t.from }, { text: t.change }]}
    >
      {all
        .filter(({ key }) => settings[key].group === group)
        .map((one) => (
          <tr class="govuk-table__row">
            <Cell header>{settingText[language][one.key].name}</Cell>
            <Cell>{sayValue(one.key, one.value, language)}</Cell>
            <Cell>{sayOrigin(one, names, language)}</Cell>
            <Cell>
              <a class="govuk-link" href={path('serviceSetting', { slug, key: one.key })}>
                {may(one) ? t.change : t.see}
                <span class="govuk-visually-hidden">{`: ${settingText[language][one.key].name}`}</span>
              </a>
            </Cell>
          </tr>
        ))}
    </Table>
  )
}

/** The names of the organisations above one. */
const namesAbove = async (c: AppContext, organisation: Organisation): Promise<Map<string, string>> => {
  const names = new Map<string, string>()
  let next = organisation.parentId
  while (next !== null) {
    const one: Organisation = await getOrganisation(c.var.deps, next)
    names.set(one.id, nameOf(one, c.var.language))
    next = one.parentId
  }
  return names
}

const Links = ({ organisation, language }: { organisation: Organisation; language: Language }) => {
  const t = settingsPageText[language]
  const { slug, kind } = organisation
  const link = (key: string, href: string) => ({
    key,
    value: '',
    action: { href, text: t.see, hidden: key },
  })
  return (
    <SummaryList
      rows={[
        link(kind === 'network' ? t.aboutNetwork : t.about, path('serviceDetails', { slug })),
        link(t.looks, path('serviceLooks', { slug })),
        ...(kind === 'network' ? [] : [link(t.branches, path('serviceBranches', { slug }))]),
        link(t.members, path('serviceMembers', { slug })),
        ...(kind === 'community'
          ? []
          : [
              link(
                kind === 'network' ? t.beneathNetwork : t.beneathService,
                path('serviceBeneath', { slug }),
              ),
            ]),
      ]}
    />
  )
}

/** Everything that is set for an organisation, and who set it. */
export const renderSettings = async (c: AppContext) => {
  const { organisation } = await requirePermission(c, 'settings:read')
  const { deps, language } = c.var
  const t = settingsPageText[language]
  const all = [...(await settingsOf(deps, organisation.id)).values()]
  const names = await namesAbove(c, organisation)
  const roles = rolesIn(c, organisation)
  const may = ({ key }: ResolvedSetting) => roles.some((role) => permits(role, settings[key].changedBy))
  return renderPage(
    c,
    { title: t.title, organisation, current: 'settings', wide: true },
    <>
      {c.req.query('saved') === 'yes' ? (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.saved}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{t.title}</h1>
      <Links organisation={organisation} language={language} />
      {roles.some((role) => permits(role, 'figures:read')) && organisation.kind !== 'network' ? (
        <p class="govuk-body">
          <a class="govuk-link" href={path('servicePeopleFigures', { slug: organisation.slug })}>
            {t.people}
          </a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">{t.rules}</h2>
      {settingGroups.map((group) => (
        <Group {...{ group, all, names, may, language, slug: organisation.slug }} />
      ))}
    </>,
  )
}
