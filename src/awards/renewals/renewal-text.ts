const en = {
  title: 'Renew',
  intro:
    'These badges run out within 60 days or have run out. Once a badge has run out, a volunteer who earns it again can be given a new one. The old one can still be checked: it shows as run out.',
  runsOut: 'Runs out',
  todo: 'What to do',
  ready: 'Ready: choose them in the list above',
  after: 'Can be given again once it has run out',
  validUntil: 'Valid until',
  mySoon: (day: string) => `This badge runs out on ${day}.`,
  myEnded: (day: string) => `This badge ran out on ${day}.`,
  myTodo: (rule: string) =>
    `You can earn it again. You need: ${rule}. Then the library service can give you a new one, once this one has run out.`,
  myEndedMeans: 'It can still be checked. It shows that it has run out.',
}

const cy: typeof en = {
  title: 'Adnewyddu',
  intro:
    'Bydd y bathodynnau hyn yn dod i ben o fewn 60 diwrnod, neu maent wedi dod i ben. Pan fydd bathodyn wedi dod i ben, gellir rhoi un newydd i wirfoddolwr sy’n ei ennill eto. Gellir gwirio’r hen un o hyd: mae’n dangos ei fod wedi dod i ben.',
  runsOut: 'Yn dod i ben',
  todo: 'Beth i’w wneud',
  ready: 'Yn barod: dewiswch nhw yn y rhestr uchod',
  after: 'Gellir ei roi eto ar ôl iddo ddod i ben',
  validUntil: 'Yn ddilys tan',
  mySoon: (day) => `Mae’r bathodyn hwn yn dod i ben ar ${day}.`,
  myEnded: (day) => `Daeth y bathodyn hwn i ben ar ${day}.`,
  myTodo: (rule) =>
    `Gallwch ei ennill eto. Mae arnoch angen: ${rule}. Yna gall y gwasanaeth llyfrgell roi un newydd i chi, ar ôl i hwn ddod i ben.`,
  myEndedMeans: 'Gellir ei wirio o hyd. Mae’n dangos ei fod wedi dod i ben.',
}

/** What is said of badges that run out. */
export const renewalText = { en, cy }
