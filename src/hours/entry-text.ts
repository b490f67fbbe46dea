import type { EntryFault, EntryFaultReason } from './sessions/model'

const faultsEn: Readonly<Record<EntryFaultReason, string>> = {
  'person-unknown': 'Choose a volunteer of this service.',
  'role-unknown': 'Choose a role.',
  'branch-unknown': 'Choose a library from the list, or none.',
  'date-missing': 'Give the day.',
  'date-not-understood': 'Give the day as day, month and year, such as 24/11/2026.',
  'start-missing': 'Give the time you started.',
  'end-missing': 'Give the time you finished.',
  'time-not-understood': 'Give a time such as 14:30.',
  'time-in-gap': 'The clocks went forward that night, so there was no such time. Check it.',
  'time-twice': 'The clocks went back that night, so this time came twice. Say which one you mean.',
  'end-not-after-start': 'The end must be after the start.',
  'over-24-hours': 'A session can be 24 hours long at most.',
  'in-future': 'This is still to come. Record it once it is over.',
  'hours-missing': 'Give the times, or the number of hours.',
  'hours-not-understood': 'Give the hours as a number, such as 2.5 or 2:30.',
  'training-not-understood': 'Give the training as whole minutes, such as 30.',
  'training-too-long': 'The training cannot be longer than the session.',
  'too-long': 'This is too long. Shorten it.',
  'choice-unknown': 'Choose one from the list.',
  'outside-placement':
    'This day is not within the time that you have this role. Ask the library to check the dates.',
  'reason-missing': 'Say why.',
  'nothing-changed': 'Nothing is different from what is recorded. Change what is wrong.',
}

const faultsCy: typeof faultsEn = {
  'person-unknown': 'Dewiswch wirfoddolwr o’r gwasanaeth hwn.',
  'role-unknown': 'Dewiswch rôl.',
  'branch-unknown': 'Dewiswch lyfrgell o’r rhestr, neu ddim un.',
  'date-missing': 'Rhowch y diwrnod.',
  'date-not-understood': 'Rhowch y diwrnod fel dydd, mis a blwyddyn, fel 24/11/2026.',
  'start-missing': 'Rhowch yr amser dechrau.',
  'end-missing': 'Rhowch yr amser gorffen.',
  'time-not-understood': 'Rhowch amser fel 14:30.',
  'time-in-gap': 'Aeth y clociau ymlaen y noson honno, felly nid oedd amser o’r fath. Gwiriwch ef.',
  'time-twice':
    'Aeth y clociau yn ôl y noson honno, felly daeth yr amser hwn ddwywaith. Dywedwch pa un rydych chi’n ei olygu.',
  'end-not-after-start': 'Rhaid i’r diwedd fod ar ôl y dechrau.',
  'over-24-hours': 'Gall sesiwn bara 24 awr ar y mwyaf.',
  'in-future': 'Nid yw hyn wedi digwydd eto. Cofnodwch ef pan fydd ar ben.',
  'hours-missing': 'Rhowch yr amseroedd, neu nifer yr oriau.',
  'hours-not-understood': 'Rhowch yr oriau fel rhif, fel 2.5 neu 2:30.',
  'training-not-understood': 'Rhowch yr hyfforddiant mewn munudau cyfan, fel 30.',
  'training-too-long': 'Ni all yr hyfforddiant fod yn hirach na’r sesiwn.',
  'too-long': 'Mae hyn yn rhy hir. Byrhewch ef.',
  'choice-unknown': 'Dewiswch un o’r rhestr.',
  'outside-placement':
    'Nid yw’r diwrnod hwn o fewn yr amser y mae’r rôl hon gennych. Gofynnwch i’r llyfrgell wirio’r dyddiadau.',
  'reason-missing': 'Dywedwch pam.',
  'nothing-changed': 'Nid oes dim yn wahanol i’r hyn a gofnodwyd. Newidiwch yr hyn sydd o’i le.',
}

const words = { en: faultsEn, cy: faultsCy } as const

/** Faults of an entry as problems of the fields of its form. */
export const describeEntryFaults = (faults: readonly EntryFault[], language: 'en' | 'cy') =>
  faults.map(({ field, reason }) => ({ field, message: words[language][reason] }))
