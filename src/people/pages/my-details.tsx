import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { Button, NotificationBanner } from '../../web/components'
import { requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { getRecord, updateOwnRecord } from '../record/actions'
import type { KeptRecord, TypedRecord } from '../record/model'
import { recordText } from '../record-text'
import { typedRecord } from '../rules/typed-record'
import { ChangedNotice } from './edit-pages'
import { ContactFields, describeFaults, EmergencyFields, NameFields, readRecordForm } from './record-form'

type Shown = {
  readonly typed: TypedRecord
  readonly revision: number
  readonly errors?: ReturnType<typeof describeFaults>
  readonly changed?: KeptRecord
}

const renderDetails = async (c: AppContext, shown?: Shown) => {
  const { organisation, membership, personId } = await requireOwnRecord(c, 'record:edit-own')
  const { deps, language } = c.var
  const t = recordText[language]
  const record = await getRecord(deps, organisation.id, personId)
  const {
    typed,
    revision,
    errors = [],
    changed,
  } = shown ?? {
    typed: typedRecord(record),
    revision: record.revision,
  }
  const own = membership.role === 'volunteer'
  const title = own ? t.myDetails : t.theirDetails(record.preferredName)
  const fields = { typed, errors, language }
  return renderPage(
    c,
    { title, organisation, current: 'record', errors, back: { href: path('my'), text: t.record } },
    <>
      {c.req.query('saved') === 'yes' ? (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.saved}</p>
        </NotificationBanner>
      ) : null}
      {changed === undefined ? null : <ChangedNotice kept={changed} typed={typed} language={language} />}
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body-l">{t.myIntro}</p>
      <form method="post" novalidate>
        <input type="hidden" name="revision" value={String(revision)} />
        <NameFields {...fields} />
        <ContactFields {...fields} own />
        <EmergencyFields {...fields} />
        <Button>{t.save}</Button>
      </form>
    </>,
  )
}

const postDetails = async (c: AppContext) => {
  const { organisation, personId, actor } = await requireOwnRecord(c, 'record:edit-own')
  const form = await c.req.parseBody()
  const typed = readRecordForm(form)
  const revision = Number(form['revision'])
  const outcome = await updateOwnRecord(c.var.deps, organisation, personId, { typed, revision, actor })
  switch (outcome.kind) {
    case 'saved':
      return c.redirect(`${path('myDetails', { slug: organisation.slug })}?saved=yes`, 303)
    case 'faults':
      return renderDetails(c, { typed, revision, errors: describeFaults(outcome.faults, c.var.language) })
    case 'changed':
      return renderDetails(c, { typed, revision: outcome.record.revision, changed: outcome.record })
    case 'namesakes':
      throw new ProblemError('unexpected')
  }
}

/** What a volunteer, or the guardian of a child, changes in their own record. */
export const myDetailsPage = (app: App): void => {
  app.get(paths.myDetails, (c) => renderDetails(c))
  app.post(paths.myDetails, postDetails)
}
