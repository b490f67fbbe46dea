import { paths } from '../../paths'
import type { App } from '../../web/app-env'
import { editPages } from './edit-pages'
import { guardianLinkPage } from './guardian-link'
import { guardianPages } from './guardian-pages'
import { myConsentsPages } from './my-consents'
import { myDetailsPage } from './my-details'
import { findVolunteers, renderVolunteers } from './volunteer-list'
import { renderVolunteer } from './volunteer-page'
import { renderWaiting } from './waiting-list'

/** The volunteers of a service for those who coordinate them, and what their guardians are asked. */
export const peoplePages = (app: App): void => {
  app.get(paths.serviceVolunteers, renderVolunteers)
  app.post(paths.serviceVolunteers, findVolunteers)
  app.get(paths.serviceVolunteersWaiting, renderWaiting)
  editPages(app)
  app.get(paths.serviceVolunteer, renderVolunteer)
  guardianPages(app)
  guardianLinkPage(app)
  myDetailsPage(app)
  myConsentsPages(app)
}
