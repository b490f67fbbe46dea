const en = {
  words: 'Words for the badge (optional)',
  wordsOf: (name: string) => `Words for the badge of ${name}`,
  preview: 'See what will happen first',
  fromFile: 'Choose people by a list',
  file: 'A CSV file with a heading',
  fileHint:
    'One person a row: a reference, an e-mail address or a name. Words in a column “text” go into that person’s badge. You see what will happen before anything is issued.',
  look: 'Look at the list',
  noFile: 'Choose a file with at least one row.',
  title: (badge: string) => `Issuing ${badge}: nothing has happened yet`,
  intro: 'This is what will happen. Change the words if you like, then issue the badges.',
  will: 'Will get the badge',
  wont: 'Will not get it',
  row: 'Row or name',
  why: 'Why',
  unknown: 'Nobody who volunteers now is known by that',
  ambiguous: 'More than one person is known by that; give the reference or the e-mail address',
  holds: 'Has this badge already, or does not volunteer now',
  waits: 'A consent is missing',
  nobody: 'Nobody would get the badge.',
  issue: 'Issue the badges',
}

const cy: typeof en = {
  words: 'Geiriau ar gyfer y bathodyn (dewisol)',
  wordsOf: (name) => `Geiriau ar gyfer bathodyn ${name}`,
  preview: 'Gweld beth fydd yn digwydd yn gyntaf',
  fromFile: 'Dewis pobl drwy restr',
  file: 'Ffeil CSV gyda phennawd',
  fileHint:
    'Un person i bob rhes: cyfeirnod, cyfeiriad e-bost neu enw. Mae geiriau mewn colofn “testun” yn mynd i fathodyn y person hwnnw. Byddwch yn gweld beth fydd yn digwydd cyn rhoi dim.',
  look: 'Edrych ar y rhestr',
  noFile: 'Dewiswch ffeil gydag o leiaf un rhes.',
  title: (badge) => `Rhoi ${badge}: does dim wedi digwydd eto`,
  intro: 'Dyma beth fydd yn digwydd. Newidiwch y geiriau os dymunwch, yna rhowch y bathodynnau.',
  will: 'Bydd yn cael y bathodyn',
  wont: 'Ni fydd yn ei gael',
  row: 'Rhes neu enw',
  why: 'Pam',
  unknown: 'Does neb sy’n gwirfoddoli nawr yn hysbys wrth hynny',
  ambiguous: 'Mae mwy nag un person yn hysbys wrth hynny; rhowch y cyfeirnod neu’r cyfeiriad e-bost',
  holds: 'Mae’r bathodyn hwn ganddo eisoes, neu nid yw’n gwirfoddoli nawr',
  waits: 'Mae cydsyniad ar goll',
  nobody: 'Ni fyddai neb yn cael y bathodyn.',
  issue: 'Rhoi’r bathodynnau',
}

export const issueText = { en, cy }
