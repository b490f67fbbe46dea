import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { postBeneath, renderBeneath } from './beneath-page'
import { postBranch, postBranches, renderBranch, renderBranches } from './branch-pages'
import { postDetails, renderDetails } from './details-page'
import { postLooks, renderLooks } from './looks-page'
import { postMember, postMemberEnd, postMembers, renderMember, renderMembers } from './member-pages'
import { renderSettings } from './overview-page'
import { postRule, renderRule } from './rule-page'

/** How an organisation is set up: about it, its libraries, its rules, who has a role in it. */
export const settingsPages = (app: App): void => {
  app.get(paths.serviceSettings, renderSettings)
  app.get(paths.serviceDetails, renderDetails)
  app.post(paths.serviceDetails, postDetails)
  app.get(paths.serviceLooks, renderLooks)
  app.post(paths.serviceLooks, postLooks)
  app.get(paths.serviceSetting, renderRule)
  app.post(paths.serviceSetting, postRule)
  app.get(paths.serviceBranches, renderBranches)
  app.post(paths.serviceBranches, postBranches)
  app.get(paths.serviceBranch, renderBranch)
  app.post(paths.serviceBranch, postBranch)
  app.get(paths.serviceBeneath, renderBeneath)
  app.post(paths.serviceBeneath, postBeneath)
  app.get(paths.serviceMembers, renderMembers)
  app.post(paths.serviceMembers, postMembers)
  app.get(paths.serviceMember, renderMember)
  app.post(paths.serviceMember, postMember)
  app.post(paths.serviceMemberEnd, postMemberEnd)
}
