const en = {
  heading: 'Claim slips',
  without: (count: number) =>
    count === 1
      ? 'One person of this batch has no e-mail address that we could write to.'
      : `${count} people of this batch have no e-mail address that we could write to.`,
  waiting: (count: number) =>
    count === 1
      ? 'One of them gets no slip yet: a consent is missing.'
      : `${count} of them get no slip yet: a consent is missing.`,
  help: 'A slip is a page with a code to scan. Whoever is handed it can take the badge, without an account, once in the next 30 days. If you print slips again, those printed before stop working.',
  printAll: (count: number) =>
    count === 1 ? 'Print a claim slip (PDF)' : `Print ${count} claim slips (PDF)`,
  printSome: (first: number, last: number) => `Print claim slips ${first} to ${last} (PDF)`,
  helpOne:
    'There is no e-mail address to write to. A claim slip is a page with a code to scan: whoever is handed it can take the badge, without an account, once in the next 30 days. A slip printed before stops working.',
  printOne: 'Print a claim slip (PDF)',
}

const cy: typeof en = {
  heading: 'Slipiau hawlio',
  without: (count) =>
    count === 1
      ? 'Nid oes gan un person yn y swp hwn gyfeiriad e-bost y gallem ysgrifennu ato.'
      : `Nid oes gan ${count} o bobl yn y swp hwn gyfeiriad e-bost y gallem ysgrifennu ato.`,
  waiting: (count) =>
    count === 1
      ? 'Nid yw un ohonynt yn cael slip eto: mae cydsyniad ar goll.'
      : `Nid yw ${count} ohonynt yn cael slip eto: mae cydsyniad ar goll.`,
  help: 'Tudalen â chod i’w sganio yw slip. Gall pwy bynnag sy’n ei gael gymryd y bathodyn, heb gyfrif, unwaith yn y 30 diwrnod nesaf. Os argraffwch slipiau eto, bydd y rhai a argraffwyd o’r blaen yn peidio â gweithio.',
  printAll: (count) => (count === 1 ? 'Argraffu slip hawlio (PDF)' : `Argraffu ${count} slip hawlio (PDF)`),
  printSome: (first, last) => `Argraffu slipiau hawlio ${first} i ${last} (PDF)`,
  helpOne:
    'Nid oes cyfeiriad e-bost i ysgrifennu ato. Tudalen â chod i’w sganio yw slip hawlio: gall pwy bynnag sy’n ei gael gymryd y bathodyn, heb gyfrif, unwaith yn y 30 diwrnod nesaf. Bydd slip a argraffwyd o’r blaen yn peidio â gweithio.',
  printOne: 'Argraffu slip hawlio (PDF)',
}

export const slipPageText = { en, cy }
