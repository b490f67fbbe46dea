import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { changeAccess, postCard, renderAccess, renderCard } from './access-pages'
import { beginApply, postQuestion, showApply, showQuestion } from './apply-pages'
import { postStatement, showRegister } from './boundary-register'
import { postRecord, postTalk, showBoundary } from './boundary-role'
import { postOpportunity, showOpportunities } from './opportunity-list'
import { postAnswer, postClose, renderOpportunity } from './opportunity-page'
import { postPersonCheck, postPersonTraining, showPerson } from './person-training'
import { postAdd, renderPlacements, showAdd } from './placement-list'
import { postAccess, postEnd, postInduction, showPlacement } from './placement-page'
import { renderPublicRole, renderPublicRoles } from './public-roles'
import { postCheck, postEdit, showCheck, showEdit } from './role-forms'
import { changeCatalogue, renderRoles, showCatalogue } from './role-list'
import { changeState, renderRole } from './role-page'
import { postTraining, showTraining } from './training-list'

/** Roles and where they stand, who has them, training, access to systems; and the way in for those who want one. */
export const rolePages = (app: App): void => {
  app.get(paths.serviceRoles, renderRoles)
  app.get(paths.serviceRoleCatalogue, showCatalogue)
  app.post(paths.serviceRoleCatalogue, changeCatalogue)
  app.get(paths.serviceRole, renderRole)
  app.post(paths.serviceRoleState, changeState)
  app.get(paths.serviceRoleEdit, showEdit)
  app.post(paths.serviceRoleEdit, postEdit)
  app.get(paths.serviceRoleCheck, showCheck)
  app.post(paths.serviceRoleCheck, postCheck)
  app.get(paths.serviceBoundary, showRegister)
  app.post(paths.serviceBoundary, postStatement)
  app.get(paths.serviceBoundaryRole, showBoundary)
  app.post(paths.serviceBoundaryRecord, postRecord)
  app.post(paths.serviceBoundaryTalk, postTalk)
  app.get(paths.serviceOpportunities, showOpportunities)
  app.post(paths.serviceOpportunities, postOpportunity)
  app.get(paths.serviceOpportunity, renderOpportunity)
  app.post(paths.serviceOpportunityClose, postClose)
  app.post(paths.serviceApplication, postAnswer)
  app.get(paths.servicePlacements, renderPlacements)
  app.get(paths.servicePlacementAdd, showAdd)
  app.post(paths.servicePlacementAdd, postAdd)
  app.get(paths.servicePlacement, showPlacement)
  app.post(paths.servicePlacementInduction, postInduction)
  app.post(paths.servicePlacementEnd, postEnd)
  app.post(paths.servicePlacementAccess, postAccess)
  app.get(paths.serviceTraining, showTraining)
  app.post(paths.serviceTraining, postTraining)
  app.get(paths.serviceVolunteerTraining, showPerson)
  app.post(paths.serviceVolunteerTraining, postPersonTraining)
  app.post(paths.serviceVolunteerChecks, postPersonCheck)
  app.get(paths.serviceAccess, renderAccess)
  app.post(paths.serviceAccessCard, postCard)
  app.post(paths.serviceAccessChange, changeAccess)
  app.get(paths.publicRoles, renderPublicRoles)
  app.get(paths.publicRole, renderPublicRole)
  app.get(paths.apply, showApply)
  app.post(paths.apply, beginApply)
  app.get(paths.applyQuestion, showQuestion)
  app.post(paths.applyQuestion, postQuestion)
  app.get(paths.patternCard, renderCard)
}
