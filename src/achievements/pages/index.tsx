import { z } from 'zod'
import { startIssueBatch } from '../../awards/actions'
import { path, paths } from '../../paths'
import type { App } from '../../web/app-env'
import { requirePermission } from '../../web/guard'
import { getDefinition } from '../definitions'
import { setPausable } from '../settings/actions'
import { renderBadgeList } from './badge-list'
import { renderBadge, renderBadgePage } from './badge-page'
import { postChoice, showChoice } from './choice-page'
import { postPreview, skillsOfForm, textsOfForm } from './issue-preview'
import { renderPublicBadge } from './public-badge'
import { renderIssuer } from './public-issuer'

const zChosen = z.array(z.uuid()).min(1)

/** The badges of a service for its coordinators, and the public pages of a badge and its issuer. */
export const achievementPages = (app: App): void => {
  app.get(paths.serviceBadges, renderBadgeList)
  app.get(paths.serviceBadge, renderBadgePage)

  app.post(paths.serviceBadgeIssue, async (c) => {
    const permitted = await requirePermission(c, 'badges:issue')
    const { organisation, actor } = permitted
    const { id: code } = await getDefinition(c.var.deps, organisation.id, c.req.param('code'))
    const form = await c.req.parseBody({ all: true })
    const personIds =
      form['everyone'] === 'yes'
        ? ('eligible' as const)
        : zChosen.safeParse([form['person'] ?? []].flat()).data
    if (personIds === undefined) return renderBadge(c, permitted, { chosen: new Set(), nobodyChosen: true })
    const request = {
      code,
      actor,
      personIds,
      texts: textsOfForm(form),
      skills: skillsOfForm(form),
    }
    const { batchId } = await startIssueBatch(c.var.deps, organisation, request)
    return c.redirect(path('serviceIssueBatch', { slug: organisation.slug, batchId }), 303)
  })

  app.post(paths.serviceBadgePreview, postPreview)

  app.post(paths.serviceBadgeSettings, async (c) => {
    const { organisation, actor } = await requirePermission(c, 'badges:issue')
    const { id: code } = await getDefinition(c.var.deps, organisation.id, c.req.param('code'))
    const pausable = (await c.req.parseBody())['pausable'] === 'yes'
    await setPausable(c.var.deps, organisation.id, code, { pausable, actor })
    return c.redirect(path('serviceBadge', { slug: organisation.slug, code }), 303)
  })

  app.get(paths.serviceBadgeRule, showChoice)
  app.post(paths.serviceBadgeRule, postChoice)

  app.get(paths.achievement, renderPublicBadge)
  app.get(paths.organisation, renderIssuer)
}
