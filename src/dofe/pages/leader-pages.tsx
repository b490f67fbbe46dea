import { getOrganisation } from '../../organisations/actions'
import { path } from '../../paths'
import type { AppContext } from '../../web/app-env'
import { Button, Cell, CopyField, NotificationBanner, Table } from '../../web/components'
import { ReportContent } from '../../web/components/report'
import { formatDate } from '../../web/format'
import { renderPage } from '../../web/layout'
import { respondWithFile } from '../../web/respond'
import { endLeaderLink, followLeaderLink, leaderLinks, makeLeaderLink } from '../leader/actions'
import { makeDofeFile, packOf, reportInputOf } from '../outputs'
import { getProgramme } from '../view'
import { Downloads } from './downloads'
import { readForm } from './form-parts'
import { dofePageText } from './page-text'
import { openProgramme } from './programme-page'

const render = async (c: AppContext, address?: string) => {
  const { organisation, view, here, parts } = await openProgramme(c)
  const { deps, language } = c.var
  const t = dofePageText[language]
  const links = await leaderLinks(deps, organisation.id, parts.programmeId)
  const now = deps.clock.now()
  const head = [t.made, t.until, t.opened, t.endLink].map((text) => ({ text }))
  const day = (date: Date) => formatDate(date, language)
  return renderPage(
    c,
    {
      ...{ title: t.leaderLinks, organisation, current: 'dofe', wide: true },
      back: { href: here, text: view.personName },
    },
    <>
      <h1 class="govuk-heading-l">
        {t.leaderLinks}
        <span class="govuk-caption-l">{view.personName}</span>
      </h1>
      {address === undefined ? null : (
        <NotificationBanner success language={language}>
          <p class="govuk-body">{t.newLinkHelp}</p>
          <CopyField id="address" label={t.newLink} value={address} language={language} />
        </NotificationBanner>
      )}
      <p class="govuk-body">{t.leaderHelp}</p>
      <form method="post">
        <Button name="do" value="make">
          {t.makeLink}
        </Button>
      </form>
      {links.length === 0 ? null : (
        <Table caption={t.leaderLinks} hideCaption head={head}>
          {links.map((link) => (
            <tr class="govuk-table__row">
              <Cell header>{day(link.createdAt)}</Cell>
              <Cell>{day(link.expiresAt)}</Cell>
              <Cell>{link.lastOpenedAt === null ? t.neverOpened : day(link.lastOpenedAt)}</Cell>
              <Cell>
                {link.revokedAt !== null || link.expiresAt <= now ? (
                  t.linkOver
                ) : (
                  <form method="post">
                    <input type="hidden" name="linkId" value={link.id} />
                    <Button secondary name="do" value="end">
                      {t.endLink}
                      <span class="govuk-visually-hidden">: {day(link.createdAt)}</span>
                    </Button>
                  </form>
                )}
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </>,
  )
}

export const renderLeaderLinks = (c: AppContext) => render(c)

/** The address of a new link is shown once, on the answer to the form itself: it is kept nowhere. */
export const saveLeaderLinks = async (c: AppContext) => {
  const { organisation, actor, parts } = await openProgramme(c)
  const typed = await readForm(c)
  const { programmeId } = parts
  if (typed['do'] === 'end') {
    await endLeaderLink(c.var.deps, organisation.id, programmeId, typed['linkId'] ?? '', actor)
    return c.redirect(c.req.path, 303)
  }
  const { address } = await makeLeaderLink(c.var.deps, organisation.id, programmeId, actor)
  return render(c, address)
}

const openForLeader = async (c: AppContext) => {
  const token = c.req.param('token') ?? ''
  const { organisationId, programmeId } = await followLeaderLink(c.var.deps, token)
  const organisation = await getOrganisation(c.var.deps, organisationId)
  c.header('Cache-Control', 'no-store')
  c.header('Referrer-Policy', 'no-referrer')
  return { organisation, token, view: await getProgramme(c.var.deps, organisationId, programmeId) }
}

/** What a leader reads by their link: the evidence, and nothing to change. */
export const renderLeader = async (c: AppContext) => {
  const { organisation, token, view } = await openForLeader(c)
  const { deps, language } = c.var
  const t = dofePageText[language]
  const pack = packOf(deps, organisation, view, language)
  const report = view.approvedReport && reportInputOf(deps, organisation, view, view.approvedReport)
  return renderPage(
    c,
    { title: t.leaderTitle, organisation, wide: true, noIndex: true },
    <>
      <h1 class="govuk-heading-l">
        {t.leaderTitle}
        <span class="govuk-caption-l">{view.personName}</span>
      </h1>
      <p class="govuk-body">{t.leaderRead}</p>
      <Downloads
        view={view}
        {...(report === undefined ? {} : { report })}
        hrefOf={(file) => path('leaderFile', { token, file })}
        language={language}
      />
      <ReportContent blocks={pack.blocks} />
    </>,
  )
}

export const sendLeaderFile = async (c: AppContext) => {
  const { organisation, view } = await openForLeader(c)
  const name = c.req.param('file') ?? ''
  return respondWithFile(c, await makeDofeFile(c.var.deps, organisation, view, name, c.var.language))
}
