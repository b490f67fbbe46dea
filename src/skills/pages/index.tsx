import type { App } from '../../web/app-env'
import { claimPages } from './claim-page'
import { skillsRecordPages } from './my-record'
import { mySkillPages } from './my-skill'
import { mySkillsPages } from './my-skills'
import { waitingPages } from './waiting-page'

/** Skills: a volunteer's own, and what the service says to them. */
export const skillPages = (app: App): void => {
  mySkillsPages(app)
  mySkillPages(app)
  skillsRecordPages(app)
  waitingPages(app)
  claimPages(app)
}
