import type { Organisation } from '../model'
import { nameOf } from '../rules/name-organisation'
import type { GivenRole } from './model'
import { roleText } from './role-text'

const words = {
  en: (organisation: Organisation, role: GivenRole, address: string) => ({
    subject: `You have a role at ${nameOf(organisation, 'en')}`,
    text: `You have been given a role at ${nameOf(organisation, 'en')}: ${roleText.en.names[role]}.\n${roleText.en.may[role]}\n\nSign in with this e-mail address:\n${address}\n`,
  }),
  cy: (organisation: Organisation, role: GivenRole, address: string) => ({
    subject: `Mae gennych rôl yn ${nameOf(organisation, 'cy')}`,
    text: `Rydych wedi cael rôl yn ${nameOf(organisation, 'cy')}: ${roleText.cy.names[role]}.\n${roleText.cy.may[role]}\n\nMewngofnodwch gyda’r cyfeiriad e-bost hwn:\n${address}\n`,
  }),
}

/** Tells somebody of their new role; in both languages where the service puts Welsh first. */
export const inviteMail = (
  organisation: Organisation,
  role: GivenRole,
  address: string,
): { readonly subject: string; readonly text: string } => {
  const en = words.en(organisation, role, address)
  if (!organisation.welshFirst) return en
  const cy = words.cy(organisation, role, address)
  return { subject: `${cy.subject} / ${en.subject}`, text: `${cy.text}\n${en.text}` }
}
