import type { FaultReason, FileFault, NeededOfMapping, RowFault } from './model'

type Words = { readonly en: string; readonly cy: string }
type Language = keyof Words

/** Why a row was not taken and what mends it. `{value}` is what stands in the cell. */
const faultText: Readonly<Record<FaultReason, Words>> = {
  'row-too-long': {
    en: 'This row has more cells than there are headings. Put text that holds a comma in double quotes.',
    cy: 'Mae mwy o gelloedd yn y rhes hon nag sydd o benawdau. Rhowch destun sy’n cynnwys coma mewn dyfynodau dwbl.',
  },
  'name-missing': { en: 'The name is missing.', cy: 'Mae’r enw ar goll.' },
  'name-too-long': {
    en: 'The name is longer than 200 characters.',
    cy: 'Mae’r enw yn hirach na 200 nod.',
  },
  'email-not-valid': {
    en: '“{value}” is not an e-mail address.',
    cy: 'Nid yw “{value}” yn gyfeiriad e-bost.',
  },
  'person-ambiguous': {
    en: 'More than one person is called “{value}”. Give the person’s reference or e-mail address.',
    cy: 'Mae mwy nag un person o’r enw “{value}”. Rhowch gyfeirnod neu gyfeiriad e-bost y person.',
  },
  'date-missing': { en: 'The date is missing.', cy: 'Mae’r dyddiad ar goll.' },
  'date-not-understood': {
    en: '“{value}” is not a date that can be read. Write it as 31/12/2026, 31 Dec 2026 or 2026-12-31.',
    cy: 'Nid oes modd darllen “{value}” fel dyddiad. Ysgrifennwch 31/12/2026, 31 Rhag 2026 neu 2026-12-31.',
  },
  'date-impossible': {
    en: '“{value}” is not in the calendar. The day comes before the month, as in 31/12/2026.',
    cy: 'Nid yw “{value}” yn y calendr. Mae’r diwrnod yn dod cyn y mis, fel yn 31/12/2026.',
  },
  'date-ambiguous': {
    en: 'Other dates in this file put the month first, so “{value}” may be one of two days. Write it as 2026-12-31.',
    cy: 'Mae dyddiadau eraill yn y ffeil yn rhoi’r mis yn gyntaf, felly gall “{value}” fod yn un o ddau ddiwrnod. Ysgrifennwch ef fel 2026-12-31.',
  },
  'date-year-short': {
    en: 'Write the year of “{value}” in four digits.',
    cy: 'Ysgrifennwch flwyddyn “{value}” mewn pedwar digid.',
  },
  'dates-disagree': {
    en: 'The start “{value}” is on another day than the date.',
    cy: 'Mae’r dechrau “{value}” ar ddiwrnod gwahanol i’r dyddiad.',
  },
  'time-not-understood': {
    en: '“{value}” is not a time that can be read. Write it as 14:30 or 2:30 pm.',
    cy: 'Nid oes modd darllen “{value}” fel amser. Ysgrifennwch 14:30 neu 2:30 yp.',
  },
  'time-in-gap': {
    en: '“{value}” was never on the clock that night: the clocks went forward.',
    cy: 'Ni fu “{value}” ar y cloc y noson honno: aeth y clociau ymlaen.',
  },
  'start-missing': {
    en: 'There is an end but no start.',
    cy: 'Mae amser gorffen ond dim amser dechrau.',
  },
  'end-missing': {
    en: 'There is a start but no end, and no number of hours.',
    cy: 'Mae amser dechrau ond dim amser gorffen, na nifer yr oriau.',
  },
  'end-not-after-start': {
    en: 'The end is not after the start. Where a session runs past midnight, give the date of the end too.',
    cy: 'Nid yw’r diwedd ar ôl y dechrau. Os yw sesiwn yn mynd heibio hanner nos, rhowch ddyddiad y diwedd hefyd.',
  },
  'over-24-hours': {
    en: 'This is longer than 24 hours. Give each day its own row.',
    cy: 'Mae hyn yn hirach na 24 awr. Rhowch ei rhes ei hun i bob diwrnod.',
  },
  'in-future': { en: 'This has not taken place yet.', cy: 'Nid yw hyn wedi digwydd eto.' },
  'hours-missing': {
    en: 'There is neither a number of hours nor a start and an end.',
    cy: 'Nid oes nifer oriau na dechrau a diwedd.',
  },
  'hours-not-understood': {
    en: '“{value}” is not a length of time that can be read. Write it as 2.5, 2:30 or 2h 30m.',
    cy: 'Nid oes modd darllen “{value}” fel hyd amser. Ysgrifennwch 2.5, 2:30 neu 2h 30m.',
  },
  'hours-not-positive': {
    en: 'A session lasts a minute or more.',
    cy: 'Mae sesiwn yn para munud neu fwy.',
  },
  'hours-disagree': {
    en: '“{value}” does not agree with the other times in this row.',
    cy: 'Nid yw “{value}” yn cyd-fynd â’r amserau eraill yn y rhes hon.',
  },
  'role-missing': { en: 'The role is missing.', cy: 'Mae’r rôl ar goll.' },
  'role-unknown': {
    en: 'No role of the service is called “{value}”.',
    cy: 'Nid oes gan y gwasanaeth rôl o’r enw “{value}”.',
  },
  'branch-unknown': {
    en: 'No library of the service is called “{value}”.',
    cy: 'Nid oes gan y gwasanaeth lyfrgell o’r enw “{value}”.',
  },
  'not-attended': {
    en: '“{value}” says that this session did not take place.',
    cy: 'Mae “{value}” yn dweud na chynhaliwyd y sesiwn hon.',
  },
  'note-too-long': {
    en: 'The note is longer than 2,000 characters.',
    cy: 'Mae’r nodyn yn hirach na 2,000 nod.',
  },
}

/** Why a file was refused. */
export const fileFaultText: Readonly<Record<FileFault, Words>> = {
  'file-empty': { en: 'The file is empty.', cy: 'Mae’r ffeil yn wag.' },
  'file-too-large': { en: 'The file is larger than 20 MB.', cy: 'Mae’r ffeil yn fwy nag 20 MB.' },
  'file-not-text': {
    en: 'This is not a CSV file. In your spreadsheet choose Save as, then CSV.',
    cy: 'Nid ffeil CSV yw hon. Yn eich taenlen dewiswch Cadw fel, yna CSV.',
  },
  'file-no-rows': {
    en: 'The file has headings but no rows.',
    cy: 'Mae penawdau yn y ffeil ond dim rhesi.',
  },
  'file-one-column': {
    en: 'The file has one column only. Sessions need a name, a date, hours and a role at least.',
    cy: 'Un golofn yn unig sydd yn y ffeil. Mae angen o leiaf enw, dyddiad, oriau a rôl ar sesiynau.',
  },
}

/** What a mapping still needs. */
export const neededText: Readonly<Record<NeededOfMapping, Words>> = {
  name: { en: 'Choose the column with the name.', cy: 'Dewiswch y golofn â’r enw.' },
  date: { en: 'Choose the column with the date.', cy: 'Dewiswch y golofn â’r dyddiad.' },
  duration: {
    en: 'Choose the column with the hours, or those with start and end.',
    cy: 'Dewiswch y golofn â’r oriau, neu’r rhai â’r dechrau a’r diwedd.',
  },
  role: { en: 'Choose the column with the role.', cy: 'Dewiswch y golofn â’r rôl.' },
}

/** Heading of the column that is added to rows given back to mend. */
export const faultColumnText: Words = { en: 'What to mend', cy: 'Beth i’w gywiro' }

/** A fault in words. */
export const describeFault = (fault: Pick<RowFault, 'reason' | 'value'>, language: Language): string =>
  faultText[fault.reason][language].replace('{value}', () => fault.value)
