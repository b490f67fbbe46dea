import { listChoices } from '../../frameworks/actions'
import { strengths } from '../../frameworks/model'
import { frameworkText } from '../../frameworks/page-text'
import { ItemSelect } from '../../frameworks/pages/item-select'
import { readItemChoice } from '../../frameworks/pages/read-item-choice'
import { permits } from '../../organisations/rules/permits'
import { path, paths } from '../../paths'
import { namesOf } from '../../people/actions'
import { type FieldProblem, ProblemError } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { App, AppContext, Language } from '../../web/app-env'
import { Button, Details, Select, Textarea, TextInput } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { alignClaim, type Decision, decideOnClaim, getClaim, getEvidenceFile } from '../actions'
import type { ClaimDetails } from '../model'
import { skillText } from '../page-text'
import { strengthsFor } from '../rules/may-claim-strength'
import { ClaimFacts, ClaimHistory, EvidenceList } from './claim-parts'
import { errorOf, tryForm } from './form-errors'
import { shownAlignments } from './own-claim'

type Typed = {
  readonly deed: string
  readonly form: Readonly<Record<string, unknown>>
  readonly errors: readonly FieldProblem[]
}

const renderClaim = async (c: AppContext, { organisation, membership }: Permitted, typed?: Typed) => {
  const { deps, language } = c.var
  const t = skillText[language]
  const { id, slug } = organisation
  const claim = await getClaim(deps, id, c.req.param('claimId') ?? '')
  const names = await namesOf(deps, id, [claim.personId])
  const acts = permits(membership.role, 'skills:confirm') && claim.state !== 'withdrawn'
  const action = path('serviceSkill', { slug, claimId: claim.id })
  return renderPage(
    c,
    {
      title: claim.title,
      organisation,
      current: 'skills',
      back: { href: path('serviceSkills', { slug }), text: t.waitingTitle },
      errors: typed?.errors ?? [],
    },
    <>
      <span class="govuk-caption-l" dir="auto">
        {names.get(claim.personId) ?? ''}
      </span>
      <h1 class="govuk-heading-l" dir="auto">
        {claim.title}
      </h1>
      <ClaimFacts
        claim={claim}
        roles={await listRoles(deps, id)}
        alignments={await shownAlignments(c, claim)}
        language={language}
      />
      <h2 class="govuk-heading-m">{t.evidence}</h2>
      <EvidenceList
        claim={claim}
        language={language}
        fileHref={(evidenceId) => path('serviceSkillFile', { slug, claimId: claim.id, evidenceId })}
      />
      {acts ? <Decisions claim={claim} action={action} typed={typed} language={language} /> : null}
      {acts ? (
        <Details summary={t.align} open={typed?.deed === 'align'}>
          <form method="post" action={action} novalidate>
            <ItemSelect
              frameworks={await listChoices(deps, id)}
              label={t.item}
              language={language}
              {...errorOf(typed?.errors ?? [], 'item')}
            />
            <Select
              id="strength"
              label={t.strength}
              language={language}
              {...errorOf(typed?.errors ?? [], 'strength')}
              items={[
                ...strengthsFor(claim.status).map((value) => ({
                  value,
                  text: frameworkText[language].strengths[value],
                })),
                { value: 'none', text: t.notAligned },
              ]}
            />
            <Button name="do" value="align" secondary>
              {t.save}
            </Button>
          </form>
        </Details>
      ) : null}
      <ClaimHistory claim={claim} language={language} showWho />
    </>,
  )
}

/** What may be said to a claim, each folded away until it is wanted. */
const Decisions = (props: {
  readonly claim: ClaimDetails
  readonly action: string
  readonly typed: Typed | undefined
  readonly language: Language
}) => {
  const { claim, action, typed, language } = props
  const t = skillText[language]
  const waits = claim.state === 'waiting' || claim.state === 'asked'
  const kinds = [
    ...(waits ? [{ kind: 'confirmed', title: t.confirm, label: t.confirmWords }] : []),
    ...(claim.state === 'waiting' ? [{ kind: 'asked', title: t.ask, label: t.askWords }] : []),
    ...(waits ? [{ kind: 'declined', title: t.decline, label: t.declineWords }] : []),
    { kind: 'assessed', title: t.assess, label: t.assessWords },
  ]
  const typedOf = (kind: string, name: string) => (typed?.deed === kind ? String(typed.form[name] ?? '') : '')
  const faultOf = (kind: string, name: string) => (typed?.deed === kind ? errorOf(typed.errors, name) : {})
  const field = (name: 'assessor' | 'scheme' | 'result' | 'assessedOn') => (
    <TextInput
      id={name}
      label={t[name]}
      type={name === 'assessedOn' ? 'date' : 'text'}
      value={typedOf('assessed', name)}
      language={language}
      {...faultOf('assessed', name)}
    />
  )
  return (
    <>
      {kinds.map(({ kind, title, label }) => (
        <Details summary={title} open={typed?.deed === kind || (typed === undefined && kind === 'confirmed')}>
          <form method="post" action={action} novalidate>
            <input type="hidden" name="sequence" value={String(claim.sequence)} />
            {kind === 'assessed' ? (
              <>
                <p class="govuk-body">{t.assessHint}</p>
                {field('assessor')}
                {field('scheme')}
                {field('result')}
                {field('assessedOn')}
              </>
            ) : null}
            <Textarea
              id={typed?.deed === kind ? 'words' : `words-${kind}`}
              name="words"
              label={label}
              rows={2}
              value={typedOf(kind, 'words')}
              language={language}
              {...faultOf(kind, 'words')}
            />
            <Button name="do" value={kind} secondary={kind !== 'confirmed'}>
              {title}
            </Button>
          </form>
        </Details>
      ))}
    </>
  )
}

const readDecision = (deed: string, text: (name: string) => string): Decision | undefined => {
  const words = text('words')
  switch (deed) {
    case 'confirmed':
    case 'asked':
    case 'declined':
      return { kind: deed, words }
    case 'assessed':
      return {
        ...{ kind: deed, words, assessor: text('assessor'), scheme: text('scheme') },
        ...{ result: text('result'), assessedOn: text('assessedOn') },
      }
    default:
      return undefined
  }
}

const postClaim = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'skills:confirm')
  const { deps, language } = c.var
  const { organisation, actor } = permitted
  const claimId = c.req.param('claimId') ?? ''
  await getClaim(deps, organisation.id, claimId)
  const form = await c.req.parseBody()
  const text = (name: string) => String(form[name] ?? '')
  const deed = text('do')
  const decision = readDecision(deed, text)
  const errors = await tryForm(language, async () => {
    if (decision !== undefined) {
      const sequence = Number(text('sequence'))
      return decideOnClaim(deps, organisation.id, claimId, { ...decision, sequence }, actor)
    }
    const link = readItemChoice(text('item'))
    if (deed !== 'align' || link === undefined) throw new ProblemError('bad-request')
    const strength = strengths.find((one) => one === text('strength'))
    return alignClaim(deps, organisation.id, claimId, { ...link, strength }, { email: actor, as: 'service' })
  })
  if (errors !== undefined) return renderClaim(c, permitted, { deed, form, errors })
  const { slug } = organisation
  const onwards = deed === 'align' ? path('serviceSkill', { slug, claimId }) : path('serviceSkills', { slug })
  return c.redirect(onwards, 303)
}

/** One skill of a volunteer, for who has seen it: confirm, ask, decline, record an assessment, link to a framework. */
export const claimPages = (app: App): void => {
  app.get(paths.serviceSkill, async (c) => renderClaim(c, await requirePermission(c, 'skills:read')))
  app.post(paths.serviceSkill, postClaim)
  app.get(paths.serviceSkillFile, async (c) => {
    const { organisation } = await requirePermission(c, 'skills:read')
    const at = { claimId: c.req.param('claimId'), evidenceId: c.req.param('evidenceId') }
    return respondWithFile(c, await getEvidenceFile(c.var.deps, organisation.id, at, () => true))
  })
}
