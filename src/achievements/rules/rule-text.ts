import type { RecordKind, SessionFlag, TrainingModule } from '../../evidence/model'

type Noun = { readonly one: string; readonly other: string }

/** What a record is, after a number. Welsh keeps the noun singular after one. */
export const recordNouns: Readonly<Record<RecordKind, { readonly en: Noun; readonly cy: string }>> = {
  'supervisor-tick': {
    en: { one: 'supervisor’s word that it went well', other: 'words of a supervisor that it went well' },
    cy: 'gair goruchwyliwr fod pethau’n mynd yn dda',
  },
  'conversation-observed': {
    en: {
      one: 'conversation about a book that staff watched',
      other: 'conversations about a book that staff watched',
    },
    cy: 'sgwrs am lyfr a welodd aelod o staff',
  },
  'segment-observed': {
    en: {
      one: 'part of a session led while staff watched',
      other: 'parts of sessions led while staff watched',
    },
    cy: 'rhan o sesiwn a arweiniwyd tra oedd aelod o staff yn gwylio',
  },
  'help-observed': {
    en: { one: 'time of helping that staff watched', other: 'times of helping that staff watched' },
    cy: 'tro o helpu a welodd aelod o staff',
  },
  'welcome-observed': {
    en: {
      one: 'welcome or outreach session that staff watched',
      other: 'welcomes or outreach sessions that staff watched',
    },
    cy: 'croeso neu sesiwn estyn allan a welodd aelod o staff',
  },
  'eligibility-decision': {
    en: { one: 'decision that they may visit homes', other: 'decisions that they may visit homes' },
    cy: 'penderfyniad y cânt ymweld â chartrefi',
  },
  'home-visit': { en: { one: 'home visit', other: 'home visits' }, cy: 'ymweliad cartref' },
  'reader-feedback': {
    en: { one: 'reader’s words on the visits', other: 'readers’ words on the visits' },
    cy: 'sylw gan ddarllenydd am yr ymweliadau',
  },
  'people-helped': { en: { one: 'person helped', other: 'people helped' }, cy: 'person a gafodd help' },
  'project-shown': { en: { one: 'project shown', other: 'projects shown' }, cy: 'prosiect wedi’i ddangos' },
  'items-checked': { en: { one: 'item checked', other: 'items checked' }, cy: 'eitem wedi’i gwirio' },
  'interview-completed': {
    en: { one: 'completed interview', other: 'completed interviews' },
    cy: 'cyfweliad wedi’i gwblhau',
  },
  'consent-form': {
    en: { one: 'signed consent form', other: 'signed consent forms' },
    cy: 'ffurflen gydsynio wedi’i llofnodi',
  },
  'summary-record': {
    en: { one: 'summary record for the catalogue', other: 'summary records for the catalogue' },
    cy: 'cofnod cryno ar gyfer y catalog',
  },
  'plan-agreed': { en: { one: 'agreed plan', other: 'agreed plans' }, cy: 'cynllun y cytunwyd arno' },
  'session-led': { en: { one: 'session led', other: 'sessions led' }, cy: 'sesiwn wedi’i harwain' },
  'mentor-sign-off': {
    en: { one: 'confirmation by a mentor', other: 'confirmations by a mentor' },
    cy: 'cadarnhad gan fentor',
  },
  'event-helped': {
    en: { one: 'event helped at', other: 'events helped at' },
    cy: 'digwyddiad y bu’n helpu ynddo',
  },
  'plan-task': {
    en: { one: 'task in the plan of an event', other: 'tasks in the plan of an event' },
    cy: 'tasg yng nghynllun digwyddiad',
  },
  evaluation: {
    en: { one: 'look back at an event', other: 'looks back at an event' },
    cy: 'golwg yn ôl ar ddigwyddiad',
  },
  reflection: {
    en: { one: 'written reflection', other: 'written reflections' },
    cy: 'myfyrdod ysgrifenedig',
  },
  'reflection-other-side': {
    en: { one: 'reflection from the other side', other: 'reflections from the other side' },
    cy: 'myfyrdod o’r ochr arall',
  },
  'mentee-inducted': {
    en: { one: 'new volunteer helped to settle in', other: 'new volunteers helped to settle in' },
    cy: 'gwirfoddolwr newydd a gafodd help i ymgartrefu',
  },
  'mentee-feedback': {
    en: { one: 'new volunteer’s words on the help', other: 'new volunteers’ words on the help' },
    cy: 'sylw gan wirfoddolwr newydd am yr help',
  },
  'supervisor-conversation': {
    en: { one: 'talk with a supervisor', other: 'talks with a supervisor' },
    cy: 'sgwrs â goruchwyliwr',
  },
  'award-decision': {
    en: { one: 'decision of the judges', other: 'decisions of the judges' },
    cy: 'penderfyniad y beirniaid',
  },
}

export const trainingNames: Readonly<Record<TrainingModule, { readonly en: string; readonly cy: string }>> = {
  safeguarding: { en: 'safeguarding training', cy: 'hyfforddiant diogelu' },
  'lone-working': { en: 'lone-working training', cy: 'hyfforddiant gweithio ar eich pen eich hun' },
  listening: { en: 'listening training', cy: 'hyfforddiant gwrando' },
  'digital-safety': { en: 'digital safety training', cy: 'hyfforddiant diogelwch digidol' },
  'digital-safety-quiz': { en: 'digital safety quiz', cy: 'cwis diogelwch digidol' },
  'data-protection': { en: 'data protection training', cy: 'hyfforddiant diogelu data' },
  confidentiality: { en: 'confidentiality training', cy: 'hyfforddiant cyfrinachedd' },
  'safety-briefing': { en: 'safety briefing', cy: 'briff diogelwch' },
  'inclusive-welcome': {
    en: 'training in outreach and cultural awareness',
    cy: 'hyfforddiant estyn allan ac ymwybyddiaeth ddiwylliannol',
  },
}

export const flagNames: Readonly<Record<SessionFlag, { readonly en: Noun; readonly cy: string }>> = {
  intergenerational: {
    en: { one: 'session with younger and older people', other: 'sessions with younger and older people' },
    cy: 'sesiwn gyda phobl iau a hŷn',
  },
  welsh: { en: { one: 'session in Welsh', other: 'sessions in Welsh' }, cy: 'sesiwn drwy’r Gymraeg' },
}

const en = {
  hours: (hours: string) => `${hours} ${hours === '1' ? 'hour' : 'hours'}`,
  moreHours: (hours: string) => `${hours} more ${hours === '1' ? 'hour' : 'hours'}`,
  inWelsh: ' in Welsh',
  months: (months: number) =>
    months === 1 ? 'a session in one month' : `sessions in ${months} different months`,
  moreMonths: (months: number) => `sessions in ${months} more ${months === 1 ? 'month' : 'months'}`,
  sessions: (sessions: number) => `${sessions} ${sessions === 1 ? 'session' : 'sessions'}`,
  moreSessions: (sessions: number) => `${sessions} more ${sessions === 1 ? 'session' : 'sessions'}`,
  within: (from: string, to: string) => ` from ${from} to ${to}`,
  inOneSeason: ' in one season',
  role: (roles: string) => `the role ${roles}`,
  aSessionIn: (roles: string) => `a session in the role ${roles}`,
  inRole: (roles: string) => ` in the role ${roles}`,
  or: ' or ',
  and: ' and ',
  induction: 'the induction checklist',
  score: (score: number) => ` with at least ${score} per cent`,
  withinMonths: (months: number) => `, no older than ${months} months`,
  claims: (claims: number, roles: number) => `${claims} confirmed skills from ${roles} roles`,
  moreClaims: (claims: number) =>
    `${claims} more confirmed ${claims === 1 ? 'skill' : 'skills'}, from different roles`,
  areas: (areas: number) => ` in ${areas} different areas`,
  errorRate: (most: number) => ` with no more than ${most} per cent at fault`,
  age: (from: number, to: number) => `an age from ${from} to ${to}`,
  boundary: (role: string) => `a record of the limits of ${role}, with the union consulted`,
  noDispute: 'an answer to the hours that are in question',
  standing: 'a placement in good standing',
}

const cy: typeof en = {
  hours: (hours) => `${hours} awr`,
  moreHours: (hours) => `${hours} awr arall`,
  inWelsh: ' drwy’r Gymraeg',
  months: (months) => (months === 1 ? 'sesiwn mewn un mis' : `sesiynau mewn ${months} mis gwahanol`),
  moreMonths: (months) => `sesiynau mewn ${months} mis arall`,
  sessions: (sessions) => `${sessions} sesiwn`,
  moreSessions: (sessions) => `${sessions} sesiwn arall`,
  within: (from, to) => ` rhwng ${from} a ${to}`,
  inOneSeason: ' mewn un tymor',
  role: (roles) => `rôl ${roles}`,
  aSessionIn: (roles) => `sesiwn yn rôl ${roles}`,
  inRole: (roles) => ` yn rôl ${roles}`,
  or: ' neu ',
  and: '; ',
  induction: 'y rhestr sefydlu',
  score: (score) => ` gydag o leiaf ${score} y cant`,
  withinMonths: (months) => `, heb fod yn hŷn na ${months} mis`,
  claims: (claims, roles) => `${claims} sgìl wedi’u cadarnhau o ${roles} rôl`,
  moreClaims: (claims) => `${claims} sgìl arall wedi’u cadarnhau, o rolau gwahanol`,
  areas: (areas) => ` mewn ${areas} maes gwahanol`,
  errorRate: (most) => ` gyda dim mwy na ${most} y cant â gwall`,
  age: (from, to) => `oedran rhwng ${from} a ${to}`,
  boundary: (role) => `cofnod o derfynau ${role}, ar ôl ymgynghori â’r undeb`,
  noDispute: 'ateb ynghylch yr oriau sydd dan sylw',
  standing: 'lleoliad mewn trefn dda',
}

export const ruleText = { en, cy }
