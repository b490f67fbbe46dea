/** Tells somebody that their record is gone. */
export const erasedMail = {
  en: (service: string) => ({
    subject: `Your record at ${service} is erased`,
    text: `Your volunteering record at ${service} has been erased.\n\nThe hours you gave stay in the totals, without your name. Badges that you took along are checked as before, unless you asked for them to be taken back. This address is kept nowhere else.\n`,
  }),
  cy: (service: string) => ({
    subject: `Mae eich cofnod yn ${service} wedi’i ddileu`,
    text: `Mae eich cofnod gwirfoddoli yn ${service} wedi’i ddileu.\n\nMae’r oriau a roesoch yn aros yn y cyfansymiau, heb eich enw. Caiff bathodynnau a gymeroch gyda chi eu gwirio fel o’r blaen, oni bai ichi ofyn am eu tynnu’n ôl. Ni chedwir y cyfeiriad hwn yn unman arall.\n`,
  }),
}
