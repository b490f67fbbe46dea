const en = {
  register: 'Boundary register',
  intro: 'Where each role stands between volunteers and paid staff, why, and what was said with the unions.',
  since: 'Since',
  reviewOn: 'Review by',
  statement: 'Position statement',
  union: 'Last talk with a union',
  review: 'Look again',
  reasons: {
    'no-record': 'Nothing on record',
    'review-due': 'Review is due',
    'new-statement': 'A newer statement is in force',
  },
  toReview: (count: number) =>
    count === 0
      ? 'No role has to be looked at again.'
      : count === 1
        ? 'One role has to be looked at again.'
        : `${count} roles have to be looked at again.`,
  hours: (year: string) =>
    `Approved hours by class, April ${year.slice(0, 4)} to March ${Number(year.slice(0, 4)) + 1}`,
  hoursHelp: 'Each session counts under the class that was in force on the day that it took place.',
  class: 'Class',
  sessions: 'Sessions',
  hoursHead: 'Hours',
  statements: 'Position statement',
  statementNone: 'No position statement is recorded.',
  statementHelp:
    'When a new version is in force, every role that follows an older one comes up to be looked at again.',
  addStatement: 'Record a new version',
  version: 'Version',
  title: 'Title',
  link: 'Web address',
  inForceFrom: 'In force from',
  // One role.
  now: 'In force',
  history: 'All decisions',
  rationale: 'Reason',
  decidedBy: 'Who decided',
  noRecord: 'Nobody has decided yet. What the national catalogue proposes is not a decision.',
  record: 'Record a decision',
  talks: 'Talks with unions',
  noTalks: 'No talk is on record.',
  addTalk: 'Record a talk',
  body: 'Union or body',
  heldOn: 'Day',
  outcome: 'Outcome',
  note: 'Note',
  document: 'Address of a document',
  openDocument: 'Document',
  unpublishes:
    'A published role that becomes staff only, or operational without a talk with the union, is taken back at once.',
  faults: {
    'class-missing': 'Choose a class.',
    'rationale-missing': 'Say why.',
    'decider-missing': 'Say who decided.',
    'day-missing': 'Give the day.',
    'day-in-future': 'This day is still to come.',
    'review-not-later': 'The review must be later.',
    'statement-unknown': 'Choose a version from the list.',
    'body-missing': 'Say with whom.',
    'outcome-missing': 'Choose an outcome.',
    'link-not-valid': 'Give a whole web address, such as https://example.org/minutes.',
    'version-missing': 'Give the version, 40 characters at most.',
    'version-taken': 'This version is recorded already.',
    'title-missing': 'Give the title.',
  },
}

const cy: typeof en = {
  register: 'Cofrestr ffiniau',
  intro:
    'Ble mae pob rôl yn sefyll rhwng gwirfoddolwyr a staff cyflogedig, pam, a beth a ddywedwyd gyda’r undebau.',
  since: 'Ers',
  reviewOn: 'Adolygu erbyn',
  statement: 'Datganiad safbwynt',
  union: 'Y drafodaeth ddiwethaf ag undeb',
  review: 'Edrych eto',
  reasons: {
    'no-record': 'Dim wedi’i gofnodi',
    'review-due': 'Mae’n bryd adolygu',
    'new-statement': 'Mae datganiad mwy newydd mewn grym',
  },
  toReview: (count) =>
    count === 0
      ? 'Nid oes angen edrych ar unrhyw rôl eto.'
      : count === 1
        ? 'Mae angen edrych ar un rôl eto.'
        : `Mae angen edrych ar ${count} o rolau eto.`,
  hours: (year) =>
    `Oriau a gymeradwywyd yn ôl dosbarth, Ebrill ${year.slice(0, 4)} i Fawrth ${Number(year.slice(0, 4)) + 1}`,
  hoursHelp: 'Mae pob sesiwn yn cyfrif dan y dosbarth a oedd mewn grym ar y diwrnod y digwyddodd.',
  class: 'Dosbarth',
  sessions: 'Sesiynau',
  hoursHead: 'Oriau',
  statements: 'Datganiad safbwynt',
  statementNone: 'Nid oes datganiad safbwynt wedi’i gofnodi.',
  statementHelp: 'Pan fydd fersiwn newydd mewn grym, daw pob rôl sy’n dilyn un hŷn i’w hadolygu eto.',
  addStatement: 'Cofnodi fersiwn newydd',
  version: 'Fersiwn',
  title: 'Teitl',
  link: 'Cyfeiriad gwe',
  inForceFrom: 'Mewn grym o',
  now: 'Mewn grym',
  history: 'Pob penderfyniad',
  rationale: 'Rheswm',
  decidedBy: 'Pwy benderfynodd',
  noRecord:
    'Nid oes neb wedi penderfynu eto. Nid yw’r hyn y mae’r catalog cenedlaethol yn ei gynnig yn benderfyniad.',
  record: 'Cofnodi penderfyniad',
  talks: 'Trafodaethau ag undebau',
  noTalks: 'Nid oes trafodaeth wedi’i chofnodi.',
  addTalk: 'Cofnodi trafodaeth',
  body: 'Undeb neu gorff',
  heldOn: 'Diwrnod',
  outcome: 'Canlyniad',
  note: 'Nodyn',
  document: 'Cyfeiriad dogfen',
  openDocument: 'Dogfen',
  unpublishes:
    'Caiff rôl a gyhoeddwyd ei thynnu’n ôl ar unwaith os daw’n un i staff yn unig, neu’n weithredol heb drafod â’r undeb.',
  faults: {
    'class-missing': 'Dewiswch ddosbarth.',
    'rationale-missing': 'Dywedwch pam.',
    'decider-missing': 'Dywedwch pwy benderfynodd.',
    'day-missing': 'Rhowch y diwrnod.',
    'day-in-future': 'Nid yw’r diwrnod hwn wedi dod eto.',
    'review-not-later': 'Rhaid i’r adolygiad fod yn hwyrach.',
    'statement-unknown': 'Dewiswch fersiwn o’r rhestr.',
    'body-missing': 'Dywedwch gyda phwy.',
    'outcome-missing': 'Dewiswch ganlyniad.',
    'link-not-valid': 'Rhowch gyfeiriad gwe cyfan, fel https://example.org/cofnodion.',
    'version-missing': 'Rhowch y fersiwn, 40 nod ar y mwyaf.',
    'version-taken': 'Mae’r fersiwn hon eisoes wedi’i chofnodi.',
    'title-missing': 'Rhowch y teitl.',
  },
}

export const boundaryText = { en, cy }
