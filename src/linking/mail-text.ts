/** Offers to link two records of one person. */
export const linkMail = {
  en: (service: string, address: string) => ({
    subject: `Link your volunteering records`,
    text: `Somebody with a volunteering record at ${service} says that this address is theirs too, and asks to link the two records.\n\nIf that is you, sign in with this address and confirm it within 7 days:\n${address}\n\nIf it is not, do nothing: no link is made.\n`,
  }),
  cy: (service: string, address: string) => ({
    subject: `Cysylltu eich cofnodion gwirfoddoli`,
    text: `Mae rhywun â chofnod gwirfoddoli yn ${service} yn dweud mai nhw piau’r cyfeiriad hwn hefyd, ac yn gofyn am gysylltu’r ddau gofnod.\n\nOs mai chi ydyw, mewngofnodwch gyda’r cyfeiriad hwn a’i gadarnhau o fewn 7 diwrnod:\n${address}\n\nOs nad chi ydyw, peidiwch â gwneud dim: ni wneir cyswllt.\n`,
  }),
}
