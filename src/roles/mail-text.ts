type About = { readonly role: string; readonly service: string }
type Words = { readonly subject: string; readonly text: string }
type Mails = Readonly<Record<'sent' | 'accepted' | 'declined', (about: About) => Words>>

const en: Mails = {
  sent: ({ role, service }) => ({
    subject: `We have your application: ${role}`,
    text: `Thank you for offering your time as a volunteer: ${role}.\n\nThe library will read what you wrote and get in touch.\n\n${service}\n`,
  }),
  accepted: ({ role, service }) => ({
    subject: `You have a place: ${role}`,
    text: `Good news: you have a place as a volunteer: ${role}.\n\nThe library will get in touch about your first day.\n\n${service}\n`,
  }),
  declined: ({ role, service }) => ({
    subject: `About your application: ${role}`,
    text: `Thank you for offering your time as a volunteer: ${role}.\n\nThere is no place for you in it this time. Other roles may be open; the library will gladly tell you about them.\n\n${service}\n`,
  }),
}

const cy: Mails = {
  sent: ({ role, service }) => ({
    subject: `Mae eich cais gyda ni: ${role}`,
    text: `Diolch am gynnig eich amser fel gwirfoddolwr: ${role}.\n\nBydd y llyfrgell yn darllen yr hyn a ysgrifennoch ac yn cysylltu â chi.\n\n${service}\n`,
  }),
  accepted: ({ role, service }) => ({
    subject: `Mae gennych le: ${role}`,
    text: `Newyddion da: mae gennych le fel gwirfoddolwr: ${role}.\n\nBydd y llyfrgell yn cysylltu â chi am eich diwrnod cyntaf.\n\n${service}\n`,
  }),
  declined: ({ role, service }) => ({
    subject: `Ynghylch eich cais: ${role}`,
    text: `Diolch am gynnig eich amser fel gwirfoddolwr: ${role}.\n\nNid oes lle i chi ynddi y tro hwn. Efallai fod rolau eraill ar agor; bydd y llyfrgell yn falch o ddweud wrthych amdanynt.\n\n${service}\n`,
  }),
}

/** What an applicant is written, in the language they applied in. */
export const applicationMail = { en, cy }
