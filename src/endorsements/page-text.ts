import type { WordsFault, WordsState } from './model'

const en = {
  title: 'Words about volunteers',
  intro:
    'A few words from somebody who worked with a volunteer, for their badges. The volunteer reads them first. Nothing is signed or shown before they agree.',
  none: 'Nobody has written any words yet.',
  write: 'Write a few words',
  writeTitle: 'Write a few words about a volunteer',
  writeIntro:
    'Say what you saw: what they do well, and how they grew. The volunteer reads your words and decides. If they agree, the service signs the words for you, and they go with the badge.',
  person: 'Volunteer',
  about: 'What is it about?',
  aboutHint: 'A badge, or a role: words about a role go with each badge that was earned in it.',
  aRole: (title: string) => `Role: ${title}`,
  words: 'Your words',
  wordsHint:
    'Up to 600 characters. Write “they” or “you” and not the name: a signed badge names nobody. Leave out anything private.',
  writtenIn: 'The language you write in',
  languages: { en: 'English', cy: 'Welsh' },
  writerName: 'Your name, as it is to be shown',
  writerRole: 'Your role',
  writerRoleHint: 'Such as: branch supervisor.',
  send: 'Give it to the volunteer to read',
  choose: 'Choose one',
  written: 'The words wait for the volunteer to read them.',
  states: {
    waiting: 'Waits for the volunteer',
    agreed: 'Agreed',
    declined: 'Declined',
    withdrawn: 'Taken back',
  } as Readonly<Record<WordsState, string>>,
  withBadges: (count: number) => (count === 1 ? 'goes with 1 badge' : `goes with ${count} badges`),
  takeBack: 'Take back',
  takeBackOf: (name: string) => `the words about ${name}`,
  mine: 'What others say about you',
  mineIntro:
    'People who worked with you can write a few words for your badges. You decide. Nobody else sees them until you agree.',
  mineNone: 'Nobody has written anything yet.',
  mineLink: (waiting: number) =>
    waiting === 0
      ? 'What others say about you'
      : waiting === 1
        ? 'Somebody wrote a few words about you: read them'
        : `${waiting} people wrote a few words about you: read them`,
  ofBadge: (name: string) => `About the badge ${name}`,
  ofRole: (title: string) => `About your role: ${title}`,
  agreeMeans:
    'If you agree, the service signs these words. They go with your badge: in the file, on the certificate, and on its page for everybody you show it to.',
  agree: 'Agree',
  decline: 'No, thank you',
  agreedMeans:
    'You agreed. You can take the words out again. Copies that somebody has already stay as they are.',
  takeOut: 'Take the words out',
  laterBadge: 'They will go into the badge when it is issued.',
  file: (badge: string) => `Signed words for ${badge} (JSON)`,
  answered: {
    agreed: 'You agreed. The words are signed.',
    declined: 'You said no. Nobody else sees these words.',
    withdrawn: 'The words are taken out.',
  },
  mustWait: 'You cannot agree yet',
  consents: 'See what is missing',
  back: 'My volunteering',
  faults: {
    'about-missing': 'Choose a badge or a role.',
    'words-missing': 'Write a few words.',
    'words-too-long': 'Use 600 characters or fewer.',
    'words-claim': 'Leave out qualifications, job titles and youth awards: a library cannot give them.',
    'words-name': 'Leave out the volunteer’s name. Write “they” or “you”.',
    'words-private': 'Leave out addresses, numbers, links and anything about health.',
    'language-missing': 'Choose a language.',
    'name-missing': 'Write your name as it is to be shown.',
    'name-too-long': 'Use 80 characters or fewer.',
    'role-missing': 'Write your role.',
    'role-too-long': 'Use 80 characters or fewer.',
  } as Readonly<Record<WordsFault, string>>,
  personMissing: 'Choose a volunteer.',
}

const cy: typeof en = {
  title: 'Geiriau am wirfoddolwyr',
  intro:
    'Ychydig eiriau gan rywun a fu’n gweithio gyda gwirfoddolwr, ar gyfer eu bathodynnau. Mae’r gwirfoddolwr yn eu darllen yn gyntaf. Ni chaiff dim ei lofnodi na’i ddangos cyn iddynt gytuno.',
  none: 'Nid oes neb wedi ysgrifennu geiriau eto.',
  write: 'Ysgrifennu ychydig eiriau',
  writeTitle: 'Ysgrifennu ychydig eiriau am wirfoddolwr',
  writeIntro:
    'Dywedwch beth welsoch chi: beth maen nhw’n ei wneud yn dda, a sut maen nhw wedi datblygu. Bydd y gwirfoddolwr yn darllen eich geiriau ac yn penderfynu. Os cytunant, bydd y gwasanaeth yn llofnodi’r geiriau ar eich rhan, a byddant yn mynd gyda’r bathodyn.',
  person: 'Gwirfoddolwr',
  about: 'Am beth mae’r geiriau?',
  aboutHint: 'Bathodyn, neu rôl: mae geiriau am rôl yn mynd gyda phob bathodyn a enillwyd ynddi.',
  aRole: (title) => `Rôl: ${title}`,
  words: 'Eich geiriau',
  wordsHint:
    'Hyd at 600 nod. Ysgrifennwch “nhw” neu “ti” yn lle’r enw: nid yw bathodyn wedi’i lofnodi yn enwi neb. Peidiwch â chynnwys dim byd preifat.',
  writtenIn: 'Yr iaith rydych yn ysgrifennu ynddi',
  languages: { en: 'Saesneg', cy: 'Cymraeg' },
  writerName: 'Eich enw, fel y caiff ei ddangos',
  writerRole: 'Eich rôl',
  writerRoleHint: 'Er enghraifft: goruchwyliwr cangen.',
  send: 'Ei roi i’r gwirfoddolwr ei ddarllen',
  choose: 'Dewiswch un',
  written: 'Mae’r geiriau’n aros i’r gwirfoddolwr eu darllen.',
  states: {
    waiting: 'Yn aros am y gwirfoddolwr',
    agreed: 'Cytunwyd',
    declined: 'Gwrthodwyd',
    withdrawn: 'Tynnwyd yn ôl',
  },
  withBadges: (count) => `yn mynd gyda ${count} bathodyn`,
  takeBack: 'Tynnu’n ôl',
  takeBackOf: (name) => `y geiriau am ${name}`,
  mine: 'Beth mae eraill yn ei ddweud amdanoch',
  mineIntro:
    'Gall pobl a fu’n gweithio gyda chi ysgrifennu ychydig eiriau ar gyfer eich bathodynnau. Chi sy’n penderfynu. Nid oes neb arall yn eu gweld nes i chi gytuno.',
  mineNone: 'Nid oes neb wedi ysgrifennu dim eto.',
  mineLink: (waiting) =>
    waiting === 0
      ? 'Beth mae eraill yn ei ddweud amdanoch'
      : waiting === 1
        ? 'Ysgrifennodd rhywun ychydig eiriau amdanoch: darllenwch nhw'
        : `Ysgrifennodd ${waiting} o bobl ychydig eiriau amdanoch: darllenwch nhw`,
  ofBadge: (name) => `Am y bathodyn ${name}`,
  ofRole: (title) => `Am eich rôl: ${title}`,
  agreeMeans:
    'Os cytunwch, bydd y gwasanaeth yn llofnodi’r geiriau hyn. Maent yn mynd gyda’ch bathodyn: yn y ffeil, ar y dystysgrif, ac ar ei dudalen i bawb yr ydych yn ei dangos iddynt.',
  agree: 'Cytuno',
  decline: 'Dim diolch',
  agreedMeans:
    'Rydych wedi cytuno. Gallwch dynnu’r geiriau allan eto. Mae copïau sydd gan rywun yn barod yn aros fel y maent.',
  takeOut: 'Tynnu’r geiriau allan',
  laterBadge: 'Byddant yn mynd i’r bathodyn pan gaiff ei ddyfarnu.',
  file: (badge) => `Geiriau wedi’u llofnodi ar gyfer ${badge} (JSON)`,
  answered: {
    agreed: 'Rydych wedi cytuno. Mae’r geiriau wedi’u llofnodi.',
    declined: 'Rydych wedi gwrthod. Nid oes neb arall yn gweld y geiriau hyn.',
    withdrawn: 'Mae’r geiriau wedi’u tynnu allan.',
  },
  mustWait: 'Ni allwch gytuno eto',
  consents: 'Gweld beth sydd ar goll',
  back: 'Fy ngwirfoddoli',
  faults: {
    'about-missing': 'Dewiswch fathodyn neu rôl.',
    'words-missing': 'Ysgrifennwch ychydig eiriau.',
    'words-too-long': 'Defnyddiwch 600 nod neu lai.',
    'words-claim':
      'Peidiwch â chynnwys cymwysterau, teitlau swydd na gwobrau ieuenctid: ni all llyfrgell eu rhoi.',
    'words-name': 'Peidiwch â chynnwys enw’r gwirfoddolwr. Ysgrifennwch “nhw” neu “ti”.',
    'words-private': 'Peidiwch â chynnwys cyfeiriadau, rhifau, dolenni na dim byd am iechyd.',
    'language-missing': 'Dewiswch iaith.',
    'name-missing': 'Ysgrifennwch eich enw fel y caiff ei ddangos.',
    'name-too-long': 'Defnyddiwch 80 nod neu lai.',
    'role-missing': 'Ysgrifennwch eich rôl.',
    'role-too-long': 'Defnyddiwch 80 nod neu lai.',
  },
  personMissing: 'Dewiswch wirfoddolwr.',
}

/** The words of the pages on which people write and answer words about volunteers. */
export const wordsText = { en, cy }
