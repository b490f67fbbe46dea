import type { AlignmentStrength } from './model'

const en = {
  badges: 'Badges',
  badgesIntro: 'Every badge, what it takes, and how many of your volunteers have earned it.',
  badge: 'Badge',
  takes: 'What it takes',
  ready: 'Ready',
  have: 'Have it',

  criteria: 'What somebody has done to earn it',
  skills: 'Skills it gives practice in',
  alignments: 'What it is linked to',
  alignmentName: 'Skill',
  framework: 'Framework',
  strength: 'How strongly',
  strengths: {
    practised: 'Practised',
    evidenced: 'Shown by evidence',
    assessed: 'Assessed',
  } satisfies Record<AlignmentStrength, string>,
  about: 'About this badge',
  pauseQuestion: 'Can this badge be paused?',
  pauseHint:
    'A paused badge shows as suspended to everybody who checks it, until you make it valid again. Your choice counts for badges that you issue from now on.',
  pauseChoice: 'Yes, a badge may be paused and made valid again',
  pauseSave: 'Save',
  pausable: 'This badge can be paused.',
  notPausable: 'This badge cannot be paused.',

  readyHeading: 'Ready for this badge',
  readyIntro: (count: number) =>
    count === 1
      ? 'One person has earned this badge and does not have it yet.'
      : `${count} people have earned this badge and do not have it yet.`,
  readyNone: 'Nobody is waiting for this badge. When you approve hours, those who have earned it show here.',
  choose: (name: string) => `Issue to ${name}`,
  select: 'Issue',
  name: 'Name',
  hours: 'Approved hours',
  role: 'Role',
  severalRoles: 'Several roles',
  firstDay: 'First day',
  lastDay: 'Last day',
  issueTo: { before: 'Issue to', those: 'the', after: 'selected' },
  chooseAll: 'Choose everybody',
  issueHint: 'Each gets a signed badge in their own language, and a mail that tells them how to take it.',
  chooseSomebody: 'Tick at least one person to issue the badge to.',

  notYet: 'Not there yet',
  notYetIntro: 'The nearest come first. Only approved hours count.',
  notYetNone: 'Everybody who volunteers has earned this badge.',
  missing: 'Still needed',
  heldBack: 'Earned, but somebody has to agree first',
  why: 'Why',

  holders: 'Who has it',
  holdersNone: 'Nobody has this badge yet.',
  issuedOn: 'Issued on',
  status: 'Status',
  valid: 'Valid',
  suspended: 'Paused',
  revoked: 'Revoked',

  issuedBy: 'Issued by',
  otherEdition: 'This badge in Welsh',
  issuerTitle: 'Badge issuer',
  network: 'Part of',
  website: 'Website',
  identifier: 'Identifier (DID)',
  keys: 'The keys that it signs with',
  issuerData: 'This issuer as data (Open Badges 3.0, JSON)',
  gives: 'Badges it gives',
  givesNone: 'It has not published a badge yet.',
  asData: 'This badge as data (Open Badges 3.0, JSON)',
  checkOne: 'Check a badge that somebody has shown you',
  version: 'Version',
}

const cy: typeof en = {
  badges: 'Bathodynnau',
  badgesIntro: 'Pob bathodyn, beth sydd ei angen, a faint o’ch gwirfoddolwyr sydd wedi’i ennill.',
  badge: 'Bathodyn',
  takes: 'Beth sydd ei angen',
  ready: 'Yn barod',
  have: 'Wedi’i gael',

  criteria: 'Beth mae rhywun wedi’i wneud i’w ennill',
  skills: 'Sgiliau y mae’n rhoi ymarfer ynddynt',
  alignments: 'Beth mae’n gysylltiedig ag ef',
  alignmentName: 'Sgìl',
  framework: 'Fframwaith',
  strength: 'Pa mor gryf',
  strengths: {
    practised: 'Wedi’i ymarfer',
    evidenced: 'Wedi’i ddangos drwy dystiolaeth',
    assessed: 'Wedi’i asesu',
  },
  about: 'Am y bathodyn hwn',
  pauseQuestion: 'A oes modd oedi’r bathodyn hwn?',
  pauseHint:
    'Bydd pawb sy’n gwirio bathodyn sydd wedi’i oedi yn gweld ei fod wedi’i atal, nes i chi ei wneud yn ddilys eto. Mae eich dewis yn cyfrif am fathodynnau y byddwch yn eu rhoi o hyn ymlaen.',
  pauseChoice: 'Oes, gellir oedi bathodyn a’i wneud yn ddilys eto',
  pauseSave: 'Cadw',
  pausable: 'Mae modd oedi’r bathodyn hwn.',
  notPausable: 'Nid oes modd oedi’r bathodyn hwn.',

  readyHeading: 'Yn barod am y bathodyn hwn',
  readyIntro: (count) =>
    count === 1
      ? 'Mae un person wedi ennill y bathodyn hwn a heb ei gael eto.'
      : `Mae ${count} o bobl wedi ennill y bathodyn hwn a heb ei gael eto.`,
  readyNone:
    'Does neb yn aros am y bathodyn hwn. Pan fyddwch yn cymeradwyo oriau, bydd y rhai sydd wedi’i ennill yn ymddangos yma.',
  choose: (name) => `Rhoi i ${name}`,
  select: 'Rhoi',
  name: 'Enw',
  hours: 'Oriau cymeradwy',
  role: 'Rôl',
  severalRoles: 'Sawl rôl',
  firstDay: 'Diwrnod cyntaf',
  lastDay: 'Diwrnod olaf',
  issueTo: { before: 'Rhoi i’r', those: 'rhai', after: 'a ddewiswyd' },
  chooseAll: 'Dewis pawb',
  issueHint:
    'Mae pob un yn cael bathodyn wedi’i lofnodi yn ei iaith ei hun, ac e-bost sy’n dweud sut i’w gymryd.',
  chooseSomebody: 'Ticiwch o leiaf un person i roi’r bathodyn iddo.',

  notYet: 'Heb gyrraedd eto',
  notYetIntro: 'Y rhai agosaf sydd gyntaf. Dim ond oriau cymeradwy sy’n cyfrif.',
  notYetNone: 'Mae pawb sy’n gwirfoddoli wedi ennill y bathodyn hwn.',
  missing: 'Yn eisiau o hyd',
  heldBack: 'Wedi’i ennill, ond rhaid i rywun gytuno’n gyntaf',
  why: 'Pam',

  holders: 'Pwy sydd â’r bathodyn',
  holdersNone: 'Does gan neb y bathodyn hwn eto.',
  issuedOn: 'Rhoddwyd ar',
  status: 'Statws',
  valid: 'Dilys',
  suspended: 'Wedi’i oedi',
  revoked: 'Wedi’i ddirymu',

  issuedBy: 'Rhoddir gan',
  otherEdition: 'Y bathodyn hwn yn Saesneg',
  issuerTitle: 'Rhoddwr bathodynnau',
  network: 'Rhan o',
  website: 'Gwefan',
  identifier: 'Dynodwr (DID)',
  keys: 'Yr allweddi y mae’n llofnodi â nhw',
  issuerData: 'Y rhoddwr hwn fel data (Open Badges 3.0, JSON)',
  gives: 'Bathodynnau y mae’n eu rhoi',
  givesNone: 'Nid yw wedi cyhoeddi bathodyn eto.',
  asData: 'Y bathodyn hwn fel data (Open Badges 3.0, JSON)',
  checkOne: 'Gwirio bathodyn y mae rhywun wedi’i ddangos i chi',
  version: 'Fersiwn',
}

export const achievementText = { en, cy }
