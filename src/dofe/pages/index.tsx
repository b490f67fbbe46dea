import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { renderAssessment, renderDeclaration, saveDeclaration } from './assess-form'
import { answerCode, answerLink, renderAssessments, renderLink } from './assess-pages'
import { renderAssessor, saveAssessor } from './assessor-page'
import { renderGoals, saveGoals } from './goals-page'
import { renderLeader, renderLeaderLinks, saveLeaderLinks, sendLeaderFile } from './leader-pages'
import { addProgramme, renderNewProgramme, renderProgrammes } from './list-pages'
import { renderMyGoals, saveMyGoals } from './my-goals-page'
import { renderMine, saveName } from './my-pages'
import {
  renderMyPack,
  renderMyPlanner,
  renderServicePack,
  renderServicePlanner,
  sendMyFile,
  sendServiceFile,
} from './output-pages'
import { renderEditProgramme, renderProgramme, saveProgramme, stopProgramme } from './programme-page'
import { renderRecord } from './record-page'
import { renderReview, saveReview } from './review-page'
import { renderSessions, saveSessions } from './sessions-page'
import { renderWriteReport, saveReport } from './write-report-page'

/** The youth award: for coordinators, the young person, the assessor and the leader. */
export const dofePages = (app: App): void => {
  app.get(paths.serviceDofe, renderProgrammes)
  app.get(paths.serviceDofeNew, renderNewProgramme)
  app.post(paths.serviceDofeNew, addProgramme)
  app.get(paths.serviceDofeProgramme, renderProgramme)
  app.get(paths.serviceDofeEdit, renderEditProgramme)
  app.post(paths.serviceDofeEdit, saveProgramme)
  app.post(paths.serviceDofeEnd, stopProgramme)
  app.get(paths.serviceDofeSessions, renderSessions)
  app.post(paths.serviceDofeSessions, saveSessions)
  app.get(paths.serviceDofeGoals, renderGoals)
  app.post(paths.serviceDofeGoals, saveGoals)
  app.get(paths.serviceDofeAssessor, renderAssessor)
  app.post(paths.serviceDofeAssessor, saveAssessor)
  app.get(paths.serviceDofeReport, renderReview)
  app.post(paths.serviceDofeReport, saveReview)
  app.get(paths.serviceDofeLeader, renderLeaderLinks)
  app.post(paths.serviceDofeLeader, saveLeaderLinks)
  app.get(paths.serviceDofePlanner, renderServicePlanner)
  app.get(paths.serviceDofePack, renderServicePack)
  app.get(paths.serviceDofeFile, sendServiceFile)
  app.get(paths.myDofe, renderMine)
  app.get(paths.myDofeGoals, renderMyGoals)
  app.post(paths.myDofeGoals, saveMyGoals)
  app.post(paths.myDofeName, saveName)
  app.get(paths.myDofePlanner, renderMyPlanner)
  app.get(paths.myDofePack, renderMyPack)
  app.get(paths.myDofeFile, sendMyFile)
  app.get(paths.assessments, renderAssessments)
  app.get(paths.assessLink, renderLink)
  app.post(paths.assessLink, answerLink)
  app.get(paths.assess, renderAssessment)
  app.post(paths.assessCode, answerCode)
  app.get(paths.assessDeclare, renderDeclaration)
  app.post(paths.assessDeclare, saveDeclaration)
  app.get(paths.assessReport, renderWriteReport)
  app.post(paths.assessReport, saveReport)
  app.get(paths.leader, renderLeader)
  app.get(paths.leaderFile, sendLeaderFile)
  app.get(paths.youthRecord, renderRecord)
}
