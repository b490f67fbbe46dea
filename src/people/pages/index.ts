import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { guardianLinkPage } from './guardian-link'
import { findVolunteers, renderVolunteers } from './volunteer-list'
import { renderVolunteer } from './volunteer-page'

/** The volunteers of a service for those who coordinate them, and what their guardians are asked. */
export const peoplePages = (app: App): void => {
  app.get(paths.serviceVolunteers, renderVolunteers)
  app.post(paths.serviceVolunteers, findVolunteers)
  app.get(paths.serviceVolunteer, renderVolunteer)
  guardianLinkPage(app)
}
