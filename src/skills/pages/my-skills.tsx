import { inLanguage } from '../../frameworks/rules/name-item'
import { path, paths } from '../../paths'
import type { FieldProblem } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { App, AppContext } from '../../web/app-env'
import { Button, ButtonGroup, Cell, Radios, Select, Table, Textarea, TextInput } from '../../web/components'
import { formatHoursShort } from '../../web/format'
import { type Permitted, requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { changeOwnClaim, listClaims, recordClaim, suggestSkills } from '../actions'
import { skillText } from '../page-text'
import { roleName, StatusTag } from './claim-parts'
import { errorOf, tryForm } from './form-errors'
import { getOwnClaim } from './own-claim'

type Own = Permitted & { readonly personId: string }
const requireOwn = (c: AppContext): Promise<Own> => requireOwnRecord(c, 'skills:record-own')

const showSkills = async (c: AppContext) => {
  const { organisation, personId } = await requireOwn(c)
  const { deps, language } = c.var
  const t = skillText[language]
  const { id, slug } = organisation
  const claims = await listClaims(deps, id, personId)
  const head = [{ text: t.skill }, { text: t.status }, { text: t.hoursBehind, numeric: true }]
  return renderPage(
    c,
    { title: t.mySkills, organisation, current: 'mySkills', back: { href: path('my') } },
    <>
      <h1 class="govuk-heading-l">{t.mySkills}</h1>
      <p class="govuk-body-l">{t.mySkillsIntro}</p>
      <Button href={path('mySkillAdd', { slug })}>{t.addSkill}</Button>
      {claims.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <>
          <Table caption={t.skills} hideCaption head={head}>
            {claims.map((claim) => (
              <tr class="govuk-table__row">
                <Cell header>
                  <a class="govuk-link" href={path('mySkill', { slug, claimId: claim.id })}>
                    <bdi>{claim.title}</bdi>
                  </a>
                </Cell>
                <Cell>
                  <StatusTag status={claim.status} language={language} />{' '}
                  {claim.state === 'settled' ? '' : t.states[claim.state]}
                </Cell>
                <Cell numeric>{formatHoursShort(claim.minutes)}</Cell>
              </tr>
            ))}
          </Table>
          <p class="govuk-body">
            <a class="govuk-link" href={path('mySkillsRecord', { slug })}>
              {t.record}
            </a>{' '}
            {t.recordIntro}
          </p>
        </>
      )}
    </>,
  )
}

type Typed = { readonly title: string; readonly item: string; readonly errors: readonly FieldProblem[] }

const renderAdd = async (
  c: AppContext,
  { organisation, personId }: Own,
  { title, item, errors }: Typed = { title: '', item: '', errors: [] },
) => {
  const { deps, language } = c.var
  const t = skillText[language]
  const { id, slug } = organisation
  const suggestions = await suggestSkills(deps, id, personId)
  const ownWords = (
    <TextInput
      id="title"
      label={suggestions.length === 0 ? t.whichSkill : t.ownWordsLabel}
      headingLabel={suggestions.length === 0}
      hint={t.whichSkillHint}
      value={title}
      language={language}
      {...errorOf(errors, 'title')}
    />
  )
  return renderPage(
    c,
    {
      title: t.whichSkill,
      organisation,
      current: 'mySkills',
      back: { href: path('mySkills', { slug }), text: t.mySkills },
      errors,
    },
    <form method="post" action={path('mySkillAdd', { slug })} novalidate>
      {suggestions.length === 0 ? null : (
        <Radios
          name="item"
          legend={t.whichSkill}
          headingLegend
          hint={t.suggestions}
          language={language}
          items={[
            ...suggestions.map(({ found, roleId }) => ({
              value: `${found.item.code} ${roleId}`,
              text: inLanguage(found.item.name, language),
              hint: found.item.description === undefined ? '' : inLanguage(found.item.description, language),
              checked: item === `${found.item.code} ${roleId}`,
            })),
            { value: '', text: t.ownWords, checked: item === '' && title !== '' },
          ]}
        />
      )}
      {ownWords}
      <Button>{t.next}</Button>
    </form>,
  )
}

const postAdd = async (c: AppContext) => {
  const own = await requireOwn(c)
  const { deps, language } = c.var
  const { organisation, personId, actor } = own
  const form = await c.req.parseBody()
  const [title, item] = [String(form['title'] ?? ''), String(form['item'] ?? '')]
  const suggestions = item === '' ? [] : await suggestSkills(deps, organisation.id, personId)
  const chosen = suggestions.find(({ found, roleId }) => `${found.item.code} ${roleId}` === item)
  const skill =
    chosen === undefined
      ? { title }
      : {
          title: title.trim() === '' ? inLanguage(chosen.found.item.name, language) : title,
          roleId: chosen.roleId,
          item: chosen.found.item.code,
        }
  let claimId = ''
  const errors = await tryForm(language, async () => {
    claimId = (await recordClaim(deps, organisation.id, personId, skill, actor)).claimId
  })
  if (errors !== undefined) return renderAdd(c, own, { title, item, errors })
  return c.redirect(path('mySkillContext', { slug: organisation.slug, claimId }), 303)
}

const renderContext = async (
  c: AppContext,
  own: Own,
  typed?: { readonly context: string; readonly errors: readonly FieldProblem[] },
) => {
  const { deps, language } = c.var
  const t = skillText[language]
  const { organisation } = own
  const { slug } = organisation
  const claim = await getOwnClaim(c, own)
  const here = { slug, claimId: claim.id }
  const roles = await listRoles(deps, organisation.id)
  const errors = typed?.errors ?? []
  return renderPage(
    c,
    {
      title: t.where,
      organisation,
      current: 'mySkills',
      back: { href: path('mySkill', here), text: claim.title },
      errors,
    },
    <form method="post" action={path('mySkillContext', here)} novalidate>
      <Textarea
        id="context"
        label={t.where}
        headingLabel
        hint={t.whereHint}
        value={typed?.context ?? claim.context}
        language={language}
        {...errorOf(errors, 'context')}
      />
      <Select
        id="roleId"
        label={t.role}
        items={[
          { value: '', text: t.noRole },
          ...roles.map((role) => ({
            value: role.id,
            text: roleName(roles, role.id, language),
            selected: role.id === claim.roleId,
          })),
        ]}
      />
      <ButtonGroup>
        <Button>{t.save}</Button>
        <a class="govuk-link" href={path('mySkill', here)}>
          {t.cancel}
        </a>
      </ButtonGroup>
    </form>,
  )
}

const postContext = async (c: AppContext) => {
  const own = await requireOwn(c)
  const { deps, language } = c.var
  const claim = await getOwnClaim(c, own)
  const form = await c.req.parseBody()
  const context = String(form['context'] ?? '')
  const change = {
    kind: 'changed',
    title: claim.title,
    context,
    roleId: String(form['roleId'] ?? ''),
  } as const
  const errors = await tryForm(language, () =>
    changeOwnClaim(deps, own.organisation.id, claim.id, change, own.actor),
  )
  if (errors !== undefined) return renderContext(c, own, { context, errors })
  return c.redirect(path('mySkill', { slug: own.organisation.slug, claimId: claim.id }), 303)
}

/** A volunteer's skills: the list, and adding one, a question a page. */
export const mySkillsPages = (app: App): void => {
  app.get(paths.mySkills, showSkills)
  app.get(paths.mySkillAdd, async (c) => renderAdd(c, await requireOwn(c)))
  app.post(paths.mySkillAdd, postAdd)
  app.get(paths.mySkillContext, async (c) => renderContext(c, await requireOwn(c)))
  app.post(paths.mySkillContext, postContext)
}
