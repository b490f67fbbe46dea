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
  'schema-not-held': {
    type: unnamed,
    en: 'The issuer adds rules of its own at {url}. We did not check those.',
    cy: "Mae'r cyhoeddwr yn ychwanegu ei reolau ei hun yn {url}. Ni wnaethom wirio'r rheini.",
  },
}
