import { z } from 'zod'
import { definitionsOf, listDefinitions } from '../../achievements/definitions'
import type { BadgeDefinition } from '../../achievements/model'
import type { Organisation } from '../../organisations/model'
import { permits } from '../../organisations/rules/permits'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { Role } from '../../roles/model'
import type { App, AppContext, Language } from '../../web/app-env'
import { Button, Cell, Details, Select, Table } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { addMapping, listChoices, listMappings, type MappedItem, removeMapping } from '../actions'
import { itemPath } from '../alignments'
import { strengths } from '../model'
import { frameworkText } from '../page-text'
import { titleOfFramework } from '../rules/name-item'
import { ItemSelect } from './item-select'
import { Published } from './parts'
import { readItemChoice } from './read-item-choice'

/** What can be mapped: the roles of a service and its badges, each with a value for the form. */
const listSubjects = (roles: readonly Role[], badges: readonly BadgeDefinition[], language: Language) => {
  const t = frameworkText[language]
  return [
    ...roles.map(({ id, titleEn, titleCy }) => ({
      value: `role ${id}`,
      text: `${t.ofRole}: ${(language === 'cy' ? titleCy : null) ?? titleEn}`,
    })),
    ...badges.map(({ id, name }) => ({
      value: `badge ${id}`,
      text: `${t.ofBadge}: ${name[language]}`,
    })),
  ]
}

const renderMappings = async (c: AppContext, { organisation, membership }: Permitted) => {
  const { deps, language } = c.var
  const t = frameworkText[language]
  const { id, slug } = organisation
  const mappings = await listMappings(deps, id)
  const badges = (await listDefinitions(deps, id)).map(({ definition }) => definition)
  const subjects = listSubjects(await listRoles(deps, id), badges, language)
  const acts = permits(membership.role, 'frameworks:manage')
  return renderPage(
    c,
    { title: t.mappings, organisation, current: 'frameworks', wide: true },
    <>
      <h1 class="govuk-heading-l">{t.mappings}</h1>
      <p class="govuk-body">{t.mappingsIntro}</p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={path('serviceFrameworks', { slug })}>
            {t.manage}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={path('frameworks')}>
            {t.frameworks}
          </a>
        </li>
      </ul>
      {acts ? (
        <Details summary={t.add}>
          <form method="post" action={path('serviceMappings', { slug })}>
            <Select id="subject" label={t.subject} items={subjects} />
            <ItemSelect frameworks={await listChoices(deps, id)} label={t.entry} language={language} />
            <Select
              id="strength"
              label={t.strength}
              items={strengths.map((value) => ({ value, text: t.strengths[value] }))}
            />
            <Button name="do" value="add">
              {t.add}
            </Button>
          </form>
        </Details>
      ) : null}
      {mappings.length === 0 ? (
        <p class="govuk-body">{t.mappingsNone}</p>
      ) : (
        <MappingTable
          mappings={mappings}
          subjects={subjects}
          organisation={organisation}
          acts={acts}
          language={language}
        />
      )}
    </>,
  )
}

const MappingTable = (props: {
  readonly mappings: readonly MappedItem[]
  readonly subjects: readonly { readonly value: string; readonly text: string }[]
  readonly organisation: Organisation
  readonly acts: boolean
  readonly language: Language
}) => {
  const { mappings, subjects, organisation, acts, language } = props
  const t = frameworkText[language]
  const head = [t.subject, t.entry, t.framework, t.strength, ...(acts ? [''] : [])].map((text) => ({ text }))
  const nameOf = ({ roleId, badgeCode }: MappedItem) => {
    const value = roleId === null ? `badge ${badgeCode}` : `role ${roleId}`
    return subjects.find((one) => one.value === value)?.text ?? badgeCode ?? ''
  }
  return (
    <Table caption={t.mappings} hideCaption head={head}>
      {mappings.map((mapping) => (
        <tr class="govuk-table__row">
          <Cell header>{nameOf(mapping)}</Cell>
          <Cell>
            <a class="govuk-link" href={itemPath(mapping.found)}>
              <Published
                words={mapping.found.item.name}
                framework={mapping.found.framework}
                language={language}
              />
            </a>
          </Cell>
          <Cell>{titleOfFramework(mapping.found.framework, language)}</Cell>
          <Cell>{t.strengths[mapping.strength]}</Cell>
          {acts ? (
            <Cell>
              <form method="post" action={path('serviceMappings', { slug: organisation.slug })}>
                <input type="hidden" name="mapping" value={mapping.id} />
                <button class="govuk-button govuk-button--secondary" type="submit" name="do" value="remove">
                  {t.remove}
                  <span class="govuk-visually-hidden">{` ${nameOf(mapping)}: ${mapping.code}`}</span>
                </button>
              </form>
            </Cell>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

const zDeed = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('add'),
    subject: z.string().regex(/^(role|badge) \S{1,60}$/),
    item: z.string(),
    strength: z.enum(strengths),
  }),
  z.object({ do: z.literal('remove'), mapping: z.uuid() }),
])

const postMapping = async (c: AppContext) => {
  const { organisation, actor } = await requirePermission(c, 'frameworks:manage')
  const { deps } = c.var
  const deed = zDeed.safeParse(await c.req.parseBody())
  if (!deed.success) throw new ProblemError('bad-request')
  if (deed.data.do === 'remove') await removeMapping(deps, organisation.id, deed.data.mapping, actor)
  else {
    const [kind, subject = ''] = deed.data.subject.split(' ')
    const link = readItemChoice(deed.data.item)
    if (link === undefined) throw new ProblemError('bad-request')
    // Throws `not-found` for a badge that the service has none of.
    if (kind === 'badge') (await definitionsOf(deps, organisation.id))(subject)
    const of = kind === 'badge' ? { badgeCode: subject } : { roleId: subject }
    await addMapping(deps, organisation.id, of, { ...link, strength: deed.data.strength }, actor)
  }
  return c.redirect(path('serviceMappings', { slug: organisation.slug }), 303)
}

/** What the roles and badges of a service give practice in. */
export const mappingPages = (app: App): void => {
  app.get(paths.serviceMappings, async (c) =>
    renderMappings(c, await requirePermission(c, 'frameworks:read')),
  )
  app.post(paths.serviceMappings, postMapping)
}
