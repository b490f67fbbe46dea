import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { findVolunteers, renderVolunteers } from './volunteer-list'
import { renderVolunteer } from './volunteer-page'

/** The volunteers of a service for those who coordinate them. */
export const peoplePages = (app: App): void => {
  app.get(paths.serviceVolunteers, renderVolunteers)
  app.post(paths.serviceVolunteers, findVolunteers)
  app.get(paths.serviceVolunteer, renderVolunteer)
}
