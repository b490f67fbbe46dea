import { listBranches } from '../../organisations/actions'
import { permits } from '../../organisations/rules/permits'
import { path, paths } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import { listRoles } from '../../roles/actions'
import type { App, AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, Details, InsetText, Textarea } from '../../web/components'
import { formatDate } from '../../web/format'
import { type Permitted, requireOwnRecord, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { isForPrograms } from '../../web/negotiate'
import {
  correctSession,
  getSession,
  isSharedElsewhere,
  type LedgerActor,
  restoreSession,
  voidSession,
} from '../actions'
import { describeEntryFaults } from '../entry-text'
import { entryOfSession } from '../rules/entry-of-session'
import type { SessionEntry } from '../sessions/model'
import { approvalText } from './approval-text'
import { EntryFields } from './entry-form'
import { entryPageText } from './entry-page-text'
import { readEntryForm } from './read-entry-form'
import {
  CorrectionNotes,
  mySessionHref,
  roleTitle,
  SessionFacts,
  SessionHistory,
  sessionHref,
} from './session-facts'

const longestReason = 500

/** Who looks at a session: the service, or the volunteer whose it is. */
type Side = {
  readonly permitted: Permitted
  readonly by: LedgerActor
  readonly here: string
  readonly back: string
  readonly correctAt: string
  readonly voidAt: string
  readonly hrefOf: (sessionId: string) => string
}

const sideOf = (permitted: Permitted, as: LedgerActor['as'], sessionId: string): Side => {
  const { slug } = permitted.organisation
  const parts = { slug, sessionId }
  const by = { email: permitted.actor, as, reach: permitted.reach }
  return as === 'coordinator'
    ? {
        ...{ permitted, by, hrefOf: sessionHref(slug), here: path('serviceSession', parts) },
        back: path('serviceHours', { slug }),
        correctAt: path('serviceSessionCorrect', parts),
        voidAt: path('serviceSessionVoid', parts),
      }
    : {
        ...{ permitted, by, hrefOf: mySessionHref(slug), here: path('mySession', parts) },
        back: path('myHours', { slug }),
        correctAt: path('mySessionCorrect', parts),
        voidAt: path('mySessionVoid', parts),
      }
}

const serviceSide = async (c: AppContext, permission: 'hours:read' | 'hours:record'): Promise<Side> =>
  sideOf(await requirePermission(c, permission), 'coordinator', c.req.param('sessionId') ?? '')

/** Throws `not-found` for a session of somebody else. */
const ownSide = async (c: AppContext): Promise<Side> => {
  const permitted = await requireOwnRecord(c, 'hours:record-own')
  const sessionId = c.req.param('sessionId') ?? ''
  const { session } = await getSession(c.var.deps, permitted.organisation.id, sessionId)
  if (session.personId !== permitted.personId) throw new ProblemError('not-found')
  return sideOf(permitted, 'volunteer', sessionId)
}

const load = (c: AppContext, { permitted }: Side) =>
  getSession(c.var.deps, permitted.organisation.id, c.req.param('sessionId') ?? '', permitted.reach)

const renderSession = async (
  c: AppContext,
  side: Side,
  refused: { readonly form: 'void' | 'restore'; readonly reason: string } | undefined = undefined,
) => {
  const { language } = c.var
  const t = entryPageText[language]
  const { session, history } = await load(c, side)
  const { permitted, by } = side
  const { slug } = permitted.organisation
  const service = by.as === 'coordinator'
  const acts = service ? permits(permitted.membership.role, 'hours:record') : true
  const title = t.sessionTitle(roleTitle(session, language), formatDate(session.localDate, language))
  const problem = {
    field: 'reason',
    message: describeEntryFaults([{ field: 'reason', reason: 'reason-missing' }], language)[0]?.message ?? '',
  }
  const asks = (form: 'void' | 'restore') =>
    refused?.form === form ? { error: problem.message, value: refused.reason } : {}
  const standing = session.status !== 'void'
  const mayVoid = standing && (service || session.status !== 'approved')
  const mayRestore = !standing && service && session.correctedBy === null
  return renderPage(
    c,
    {
      title,
      organisation: permitted.organisation,
      current: service ? 'hours' : 'record',
      back: { href: side.back, text: service ? t.backToHours : t.myHours },
      errors: refused === undefined ? [] : [problem],
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <CorrectionNotes session={session} hrefOf={side.hrefOf} language={language} />
      {service && (await isSharedElsewhere(c.var.deps, permitted.organisation.id, session.id)) ? (
        <InsetText>{approvalText[language].elsewhereHelp}</InsetText>
      ) : null}
      <SessionFacts session={session} language={language} withName={service} />
      {acts && standing ? (
        <ButtonGroup>
          {service && session.status !== 'approved' ? (
            <ApproveOne slug={slug} sessionId={session.id} language={language} />
          ) : null}
          <Button href={side.correctAt} secondary>
            {t.correct}
          </Button>
        </ButtonGroup>
      ) : null}
      {acts && mayVoid ? (
        <ReasonForm
          action={side.voidAt}
          title={t.takeOutTitle}
          label={t.takeOutReason}
          hint={t.takeOutHelp}
          button={t.takeOut}
          {...asks('void')}
        />
      ) : null}
      {acts && mayRestore ? (
        <ReasonForm
          action={path('serviceSessionRestore', { slug, sessionId: session.id })}
          title={t.bringBackTitle}
          label={t.bringBackReason}
          button={t.bringBack}
          {...asks('restore')}
        />
      ) : null}
      <SessionHistory history={history} language={language} showWho={service} />
    </>,
  )
}

const ApproveOne = ({
  slug,
  sessionId,
  language,
}: {
  slug: string
  sessionId: string
  language: Language
}) => (
  <form method="post" action={path('serviceHoursApprove', { slug })}>
    <input type="hidden" name="session" value={sessionId} />
    <Button name="do" value="approve">
      {entryPageText[language].approve}
    </Button>
  </form>
)

const ReasonForm = (props: {
  readonly action: string
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly button: string
  readonly error?: string
  readonly value?: string
}) => (
  <Details summary={props.title} open={props.error !== undefined}>
    <form method="post" action={props.action}>
      <Textarea
        id="reason"
        label={props.label}
        rows={2}
        value={props.value ?? ''}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        {...(props.error === undefined ? {} : { error: props.error })}
      />
      <Button secondary>{props.button}</Button>
    </form>
  </Details>
)

/** Takes a session out or brings it back, or asks again where the reason is missing. */
const changeWithReason = async (c: AppContext, side: Side, form: 'void' | 'restore') => {
  const reason = String((await c.req.parseBody())['reason'] ?? '').trim()
  if (reason === '' || reason.length > longestReason) return renderSession(c, side, { form, reason })
  const { deps } = c.var
  const { organisation, actor, reach } = side.permitted
  const sessionId = c.req.param('sessionId') ?? ''
  if (form === 'void') await voidSession(deps, organisation.id, sessionId, reason, side.by)
  else await restoreSession(deps, organisation.id, sessionId, reason, actor, reach)
  return c.redirect(side.here, 303)
}

type Typed = {
  readonly entry: SessionEntry
  readonly reason: string
  readonly errors: readonly FieldProblem[]
}

const renderCorrect = async (c: AppContext, side: Side, typed?: Typed) => {
  const { deps, language } = c.var
  const t = entryPageText[language]
  const { organisation, reach } = side.permitted
  const { session } = await load(c, side)
  if (session.status === 'void') return c.redirect(side.here, 303)
  const entry = typed?.entry ?? entryOfSession(session)
  const errors = typed?.errors ?? []
  const error = errors.find(({ field }) => field === 'reason')?.message
  return renderPage(
    c,
    {
      title: t.correctTitle,
      organisation,
      current: side.by.as === 'coordinator' ? 'hours' : 'record',
      back: { href: side.here, text: t.session },
      errors,
    },
    <>
      <h1 class="govuk-heading-l">{t.correctTitle}</h1>
      <p class="govuk-body">{t.correctHelp}</p>
      {side.by.as === 'volunteer' ? <p class="govuk-body">{t.correctOwn}</p> : null}
      <form method="post" action={side.correctAt} novalidate>
        <EntryFields
          entry={entry}
          errors={errors}
          roles={await listRoles(deps, organisation.id)}
          branches={await listBranches(deps, organisation.id, reach)}
          language={language}
        />
        <Textarea
          id="reason"
          label={t.correctReason}
          rows={2}
          value={typed?.reason ?? ''}
          language={language}
          {...(error === undefined ? {} : { error })}
        />
        <ButtonGroup>
          <Button>{t.save}</Button>
          <a class="govuk-link" href={side.here}>
            {t.cancel}
          </a>
        </ButtonGroup>
      </form>
    </>,
  )
}

const postCorrect = async (c: AppContext, side: Side) => {
  const { deps, language } = c.var
  const form = await c.req.parseBody()
  const { session } = await load(c, side)
  const entry = readEntryForm(form, session.personId)
  const reason = String(form['reason'] ?? '')
  const { id } = side.permitted.organisation
  const done = await correctSession(deps, id, session.id, { entry, reason }, side.by)
  if (done.ok) {
    return isForPrograms(c)
      ? c.json({ id: done.value.sessionId }, 201)
      : c.redirect(side.hrefOf(done.value.sessionId), 303)
  }
  const errors = describeEntryFaults(done.reason, language)
  if (isForPrograms(c)) throw new ProblemError('invalid-input', { fields: errors })
  return renderCorrect(c, side, { entry, reason, errors })
}

/** One session: what is recorded, what happened to it, and what may be done; for the service and for its volunteer. */
export const sessionPages = (app: App): void => {
  app.get(paths.serviceSession, async (c) => renderSession(c, await serviceSide(c, 'hours:read')))
  app.get(paths.serviceSessionCorrect, async (c) => renderCorrect(c, await serviceSide(c, 'hours:record')))
  app.post(paths.serviceSessionCorrect, async (c) => postCorrect(c, await serviceSide(c, 'hours:record')))
  app.post(paths.serviceSessionVoid, async (c) =>
    changeWithReason(c, await serviceSide(c, 'hours:record'), 'void'),
  )
  app.post(paths.serviceSessionRestore, async (c) =>
    changeWithReason(c, await serviceSide(c, 'hours:record'), 'restore'),
  )
  app.get(paths.mySession, async (c) => renderSession(c, await ownSide(c)))
  app.get(paths.mySessionCorrect, async (c) => renderCorrect(c, await ownSide(c)))
  app.post(paths.mySessionCorrect, async (c) => postCorrect(c, await ownSide(c)))
  app.post(paths.mySessionVoid, async (c) => changeWithReason(c, await ownSide(c), 'void'))
}
