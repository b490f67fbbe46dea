const malformed = 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR'
const unnamed = 'about:blank'

/**
 * What may be wrong with what a credential carries or points to: endorsements, the credentials of a learner record,
 * further schemas and newer copies.
 */
export const innerProblemTexts = {
  'endorsement-failed': {
    type: unnamed,
    en: 'The badge carries somebody’s endorsement that did not pass these checks: {reason}',
    cy: "Mae'r bathodyn yn cario cymeradwyaeth na lwyddodd yn y gwiriadau hyn: {reason}",
  },
  'endorsement-not-checked': {
    type: unnamed,
    en: 'The badge carries somebody’s endorsement that we could not check: {reason}',
    cy: "Mae'r bathodyn yn cario cymeradwyaeth na allem ei gwirio: {reason}",
  },
  'endorsement-malformed': {
    type: malformed,
    en: 'The badge carries an endorsement that is damaged.',
    cy: "Mae'r bathodyn yn cario cymeradwyaeth sydd wedi'i difrodi.",
  },
  'endorsement-elsewhere': {
    type: malformed,
    en: 'The badge carries an endorsement that was given to something else.',
    cy: "Mae'r bathodyn yn cario cymeradwyaeth a roddwyd i rywbeth arall.",
  },
  'endorsements-too-many': {
    type: unnamed,
    en: 'The badge carries more endorsements than we check.',
    cy: "Mae'r bathodyn yn cario mwy o gymeradwyaethau nag yr ydym yn eu gwirio.",
  },
  'inner-failed': {
    type: unnamed,
    en: 'A badge in the learner record did not pass these checks: {reason}',
    cy: 'Ni lwyddodd bathodyn yn y cofnod dysgwr yn y gwiriadau hyn: {reason}',
  },
  'inner-not-checked': {
    type: unnamed,
    en: 'There is a badge in the learner record that we could not confirm: {reason}',
    cy: 'Mae bathodyn yn y cofnod dysgwr na allem ei gadarnhau: {reason}',
  },
  'inner-not-known': {
    type: unnamed,
    en: 'The learner record holds a credential of a kind that we cannot check.',
    cy: "Mae'r cofnod dysgwr yn cynnwys tystysgrif ddigidol o fath na allwn ei gwirio.",
  },
  'inner-too-many': {
    type: unnamed,
    en: 'The learner record holds more badges than we check at one time.',
    cy: "Mae'r cofnod dysgwr yn cynnwys mwy o fathodynnau nag yr ydym yn eu gwirio ar un tro.",
  },
  'not-asked': {
    type: unnamed,
    en: 'We did not look at this, because only the signature was to be checked.',
    cy: 'Ni wnaethom edrych ar hyn, am mai dim ond y llofnod oedd i gael ei wirio.',
  },
  'refresh-not-done': {
    type: unnamed,
    en: 'The issuer may have a newer copy of this badge. We checked the copy that you gave us.',
    cy: "Efallai fod gan y cyhoeddwr gopi mwy diweddar o'r bathodyn hwn. Gwnaethom wirio'r copi a roesoch i ni.",
  },
  'schema-unreachable': {
    type: unnamed,
    en: 'The issuer adds rules of its own at {url}, and we could not get them.',
    cy: "Mae'r cyhoeddwr yn ychwanegu ei reolau ei hun yn {url}, ac ni allem eu cael.",
  },
  'schema-not-understood': {
    type: unnamed,
    en: 'The issuer adds rules of its own at {url}, in a form that we do not check.',
    cy: "Mae'r cyhoeddwr yn ychwanegu ei reolau ei hun yn {url}, ar ffurf nad ydym yn ei gwirio.",
  },
  'schema-mismatch': {
    type: malformed,
    en: 'The badge does not keep the rules that its issuer names at {url}: see {place}.',
    cy: "Nid yw'r bathodyn yn cadw'r rheolau y mae ei gyhoeddwr yn eu henwi yn {url}: gweler {place}.",
  },
  'presentation-out-of-time': {
    type: 'about:blank',
    en: 'The presentation has run out, or does not count yet.',
    cy: "Mae'r cyflwyniad wedi dod i ben, neu nid yw'n cyfrif eto.",
  },
  'related-resource-unread': {
    type: unnamed,
    en: 'The badge speaks of something at {url} that we could not get, so we do not know that it is unchanged.',
    cy: "Mae'r bathodyn yn sôn am rywbeth yn {url} na allem ei gael, felly ni wyddom nad yw wedi newid.",
  },
}
