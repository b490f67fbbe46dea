type SlipWords = {
  readonly title: (firstName: string) => string
  readonly badge: (badge: string) => string
  readonly todo: string
  readonly until: (day: string) => string
  readonly code: string
  readonly codeDescription: string
  readonly foot: string
  readonly cover: string
  readonly coverHelp: (day: string) => string
  readonly list: string
  readonly slip: string
  readonly name: string
}

/** What a claim slip says to the volunteer, and the sheet on top of several to whoever hands them out. */
export const slipText: Readonly<Record<'en' | 'cy', SlipWords>> = {
  en: {
    title: (firstName) => `${firstName}, your badge is ready`,
    badge: (badge) => `Well done! You have been given a badge for your volunteering: ${badge}.`,
    todo: 'Scan the code with a phone, or type the address into a web browser. Press the button there and save the files: you need no account and no e-mail address.',
    until: (day) =>
      `This slip works once, until ${day}. Keep it safe: anyone who has it can take the badge. If it does not work, ask your library for a new one.`,
    code: 'Scan this code, or go to:',
    codeDescription: 'A code to scan that leads to the badge',
    foot: 'A slip to take a volunteering badge with. It works once.',
    cover: 'Claim slips',
    coverHelp: (day) =>
      `Give each slip to the person it is for and to nobody else. Each works once, until ${day}. If you make slips again, these stop working.`,
    list: 'Who gets which slip',
    slip: 'Slip',
    name: 'Name',
  },
  cy: {
    title: (firstName) => `${firstName}, mae eich bathodyn yn barod`,
    badge: (badge) => `Da iawn chi! Rydych wedi cael bathodyn am eich gwirfoddoli: ${badge}.`,
    todo: 'Sganiwch y cod â ffôn, neu teipiwch y cyfeiriad mewn porwr gwe. Pwyswch y botwm yno a chadwch y ffeiliau: nid oes angen cyfrif na chyfeiriad e-bost arnoch.',
    until: (day) =>
      `Mae’r slip hwn yn gweithio unwaith, tan ${day}. Cadwch ef yn ddiogel: gall unrhyw un sydd ag ef gymryd y bathodyn. Os nad yw’n gweithio, gofynnwch i’ch llyfrgell am un newydd.`,
    code: 'Sganiwch y cod hwn, neu ewch i:',
    codeDescription: 'Cod i’w sganio sy’n arwain at y bathodyn',
    foot: 'Slip i gymryd bathodyn gwirfoddoli. Mae’n gweithio unwaith.',
    cover: 'Slipiau hawlio',
    coverHelp: (day) =>
      `Rhowch bob slip i’r person y mae ar ei gyfer ac i neb arall. Mae pob un yn gweithio unwaith, tan ${day}. Os gwnewch slipiau eto, bydd y rhain yn peidio â gweithio.`,
    list: 'Pwy sy’n cael pa slip',
    slip: 'Slip',
    name: 'Enw',
  },
}
