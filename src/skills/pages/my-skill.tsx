import { path, paths } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { App, AppContext, Language } from '../../web/app-env'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Details,
  FileUpload,
  InsetText,
  Radios,
  Textarea,
  TextInput,
} from '../../web/components'
import { requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { addEvidence, changeOwnClaim, getEvidenceFile, type NewEvidence, takeEvidenceAway } from '../actions'
import type { ClaimDetails } from '../model'
import { skillText } from '../page-text'
import { ClaimFacts, ClaimHistory, EvidenceList } from './claim-parts'
import { errorOf, faultText, tryForm } from './form-errors'
import { getOwnClaim, shownAlignments } from './own-claim'

const requireOwn = (c: AppContext) => requireOwnRecord(c, 'skills:record-own')

const renderSkill = async (c: AppContext, errors: readonly FieldProblem[] = []) => {
  const own = await requireOwn(c)
  const { deps, language } = c.var
  const t = skillText[language]
  const { organisation } = own
  const { slug } = organisation
  const claim = await getOwnClaim(c, own)
  const here = { slug, claimId: claim.id }
  const open = claim.state !== 'settled'
  const editable = open && claim.state !== 'waiting'
  return renderPage(
    c,
    {
      title: claim.title,
      organisation,
      current: 'mySkills',
      back: { href: path('mySkills', { slug }), text: t.mySkills },
      errors,
    },
    <>
      <h1 class="govuk-heading-l" dir="auto">
        {claim.title}
      </h1>
      <Question claim={claim} action={path('mySkill', here)} errors={errors} language={language} />
      <ClaimFacts
        claim={claim}
        roles={await listRoles(deps, organisation.id)}
        alignments={await shownAlignments(c, claim)}
        language={language}
        {...(editable
          ? { contextAction: { href: path('mySkillContext', here), text: t.change, hidden: t.context } }
          : {})}
      />
      <h2 class="govuk-heading-m">{t.evidence}</h2>
      <EvidenceList
        claim={claim}
        language={language}
        fileHref={(evidenceId) => path('mySkillFile', { ...here, evidenceId })}
        {...(open ? { removeAt: path('mySkill', here) } : {})}
      />
      {open ? (
        <Button href={path('mySkillEvidence', here)} secondary>
          {t.addEvidence}
        </Button>
      ) : null}
      {claim.state === 'draft' || claim.state === 'declined' ? (
        <form method="post" action={path('mySkill', here)}>
          <p class="govuk-body">{t.askHelp}</p>
          <Button name="do" value="submit">
            {claim.state === 'draft' ? t.askToConfirm : t.askAgain}
          </Button>
        </form>
      ) : null}
      <ClaimHistory claim={claim} language={language} showWho={false} />
      <Details summary={t.withdraw}>
        <form method="post" action={path('mySkill', here)}>
          <Button name="do" value="withdraw" warning>
            {t.withdraw}
          </Button>
        </form>
      </Details>
    </>,
  )
}

/** What the service asked, with a field for the answer; or why it declined. */
const Question = (props: {
  readonly claim: ClaimDetails
  readonly action: string
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}) => {
  const { claim, action, errors, language } = props
  const t = skillText[language]
  const asked = claim.events.findLast(({ kind }) => kind === 'asked' || kind === 'declined')
  if (asked === undefined || (claim.state !== 'asked' && claim.state !== 'declined')) return null
  return (
    <InsetText>
      <h2 class="govuk-heading-s">{claim.state === 'asked' ? t.question : t.states.declined}</h2>
      <p class="govuk-body app-preserve-lines" dir="auto">
        {asked.words}
      </p>
      {claim.state === 'asked' ? (
        <form method="post" action={action} novalidate>
          <Textarea id="words" label={t.answer} rows={3} language={language} {...errorOf(errors, 'words')} />
          <Button name="do" value="answer">
            {t.sendAnswer}
          </Button>
        </form>
      ) : null}
    </InsetText>
  )
}

const postSkill = async (c: AppContext) => {
  const own = await requireOwn(c)
  const { deps, language } = c.var
  const { organisation, actor } = own
  const claim = await getOwnClaim(c, own)
  const form = await c.req.parseBody()
  const deed = String(form['do'] ?? '')
  const change = (kind: 'submitted' | 'withdrawn') =>
    changeOwnClaim(deps, organisation.id, claim.id, { kind }, actor)
  const errors = await tryForm(language, async () => {
    if (deed === 'submit') return change('submitted')
    if (deed === 'withdraw') return change('withdrawn')
    if (deed === 'remove') {
      const by = { email: actor, as: 'volunteer' } as const
      return takeEvidenceAway(deps, organisation.id, claim.id, String(form['evidence'] ?? ''), by)
    }
    if (deed !== 'answer') throw new ProblemError('bad-request')
    const answer = { kind: 'answered', words: String(form['words'] ?? '') } as const
    return changeOwnClaim(deps, organisation.id, claim.id, answer, actor)
  })
  if (errors !== undefined) return renderSkill(c, errors)
  const { slug } = organisation
  const next = deed === 'withdraw' ? path('mySkills', { slug }) : path('mySkill', { slug, claimId: claim.id })
  return c.redirect(next, 303)
}

type Typed = { readonly kind: string; readonly words: string; readonly url: string }

const renderEvidence = async (
  c: AppContext,
  typed: Typed = { kind: '', words: '', url: '' },
  errors: readonly FieldProblem[] = [],
) => {
  const own = await requireOwn(c)
  const { language } = c.var
  const t = skillText[language]
  const { organisation } = own
  const claim = await getOwnClaim(c, own)
  const here = { slug: organisation.slug, claimId: claim.id }
  const kinds = [
    { value: 'text', text: t.evidenceText },
    { value: 'link', text: t.evidenceLink },
    { value: 'file', text: t.evidenceFile },
  ].map((kind) => ({ ...kind, checked: kind.value === typed.kind }))
  return renderPage(
    c,
    {
      title: t.evidenceQuestion,
      organisation,
      current: 'mySkills',
      back: { href: path('mySkill', here), text: claim.title },
      errors,
    },
    <form method="post" action={path('mySkillEvidence', here)} enctype="multipart/form-data" novalidate>
      <Radios
        name="kind"
        legend={t.evidenceQuestion}
        headingLegend
        items={kinds}
        language={language}
        {...errorOf(errors, 'kind')}
      />
      <Textarea
        id="words"
        label={t.evidenceWords}
        rows={3}
        value={typed.words}
        language={language}
        {...errorOf(errors, 'words')}
      />
      <TextInput
        id="url"
        type="url"
        label={t.url}
        hint={t.urlHint}
        value={typed.url}
        language={language}
        {...errorOf(errors, 'url')}
      />
      <FileUpload
        id="file"
        label={t.file}
        hint={t.fileHint}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        language={language}
        {...errorOf(errors, 'file')}
      />
      <Checkboxes
        name="peopleAgreed"
        legend={t.kinds.photo}
        items={[{ value: 'yes', text: t.peopleAgreed }]}
        language={language}
        small
        {...errorOf(errors, 'peopleAgreed')}
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

const postEvidence = async (c: AppContext) => {
  const own = await requireOwn(c)
  const { deps, language } = c.var
  const claim = await getOwnClaim(c, own)
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const typed = { kind: text('kind'), words: text('words'), url: text('url') }
  const given = await readEvidence(typed, form['file'], form['peopleAgreed'] === 'yes')
  if (given === undefined) {
    return renderEvidence(c, typed, [{ field: 'kind', message: faultText('choose-kind', language) }])
  }
  const by = { email: own.actor, as: 'volunteer' } as const
  const errors = await tryForm(language, () => addEvidence(deps, own.organisation.id, claim.id, given, by))
  if (errors !== undefined) return renderEvidence(c, typed, errors)
  return c.redirect(path('mySkill', { slug: own.organisation.slug, claimId: claim.id }), 303)
}

const readEvidence = async (
  { kind, words, url }: Typed,
  file: unknown,
  peopleAgreed: boolean,
): Promise<NewEvidence | undefined> => {
  if (kind === 'text') return { kind, words }
  if (kind === 'link') return { kind, words, url }
  if (kind !== 'file') return undefined
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const fileName = file instanceof File ? file.name : ''
  return { kind, words, bytes, fileName, peopleAgreed }
}

/** One of a volunteer's own skills: what it says, its evidence, the question of the service. */
export const mySkillPages = (app: App): void => {
  app.get(paths.mySkill, (c) => renderSkill(c))
  app.post(paths.mySkill, postSkill)
  app.get(paths.mySkillEvidence, (c) => renderEvidence(c))
  app.post(paths.mySkillEvidence, postEvidence)
  app.get(paths.mySkillFile, async (c) => {
    const { organisation, personId } = await requireOwn(c)
    const at = { claimId: c.req.param('claimId'), evidenceId: c.req.param('evidenceId') }
    const mayRead = (claim: { readonly personId: string }) => claim.personId === personId
    return respondWithFile(c, await getEvidenceFile(c.var.deps, organisation.id, at, mayRead))
  })
}
