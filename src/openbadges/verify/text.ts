import { fileProblemTexts } from './file-text'
import { innerProblemTexts } from './inner-text'

const vcdm = 'https://www.w3.org/TR/vc-data-model#'
const security = 'https://w3id.org/security#'
const statusList = 'https://www.w3.org/ns/credentials/status-list#'
const did = 'https://www.w3.org/ns/did#'
const unnamed = 'about:blank'

/**
 * Every problem that a report may name: its type URI and its sentence in English and Welsh. Words in braces
 * are filled in. `unnamed` types are those that no specification names.
 *
 * @see Verifiable Credentials Data Model 2.0, Problem Details
 * @see Verifiable Credential Data Integrity 1.0, Processing Errors
 * @see Bitstring Status List 1.0, Processing Errors
 * @see Decentralized Identifier Resolution, Errors
 */
export const problemTexts = {
  ...fileProblemTexts,
  ...innerProblemTexts,
  empty: {
    type: `${vcdm}PARSING_ERROR`,
    en: 'There is nothing in this file.',
    cy: 'Does dim byd yn y ffeil hon.',
  },
  'too-large': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'This file is too large to check.',
    cy: "Mae'r ffeil hon yn rhy fawr i'w gwirio.",
  },
  'unknown-format': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'This is not a badge that we can read. We read JSON, JWT, PNG, SVG and PDF.',
    cy: 'Nid bathodyn y gallwn ei ddarllen yw hwn. Rydym yn darllen JSON, JWT, PNG, SVG a PDF.',
  },
  'not-utf-8': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'The text in this file is not written in UTF-8, as badges must be.',
    cy: "Nid yw'r testun yn y ffeil hon mewn UTF-8, fel y mae'n rhaid i fathodynnau fod.",
  },
  'png-no-credential': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'This PNG image has no badge inside it. Saving or sending a picture can strip the badge out: ask for the original file.',
    cy: "Nid oes bathodyn y tu mewn i'r ddelwedd PNG hon. Gall cadw neu anfon llun dynnu'r bathodyn ohono: gofynnwch am y ffeil wreiddiol.",
  },
  'compressed-credential': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'The badge inside this image is compressed, which the rules do not allow.',
    cy: "Mae'r bathodyn yn y ddelwedd hon wedi'i gywasgu, ac nid yw'r rheolau'n caniatáu hynny.",
  },
  'several-credentials': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'This image has more than one badge inside it, so we cannot tell which one it stands for.',
    cy: "Mae mwy nag un bathodyn yn y ddelwedd hon, felly ni allwn ddweud pa un y mae'n ei gynrychioli.",
  },
  'malformed-svg': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'This is not a sound SVG image.',
    cy: 'Nid delwedd SVG gywir yw hon.',
  },
  'svg-no-credential': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'This SVG image has no badge inside it.',
    cy: 'Nid oes bathodyn yn y ddelwedd SVG hon.',
  },
  'pdf-no-credential': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'This PDF has no badge attached to it.',
    cy: "Nid oes bathodyn wedi'i atodi i'r PDF hwn.",
  },
  'pdf-encrypted': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'This PDF is locked with a password, so we cannot read it.',
    cy: "Mae'r PDF hwn wedi'i gloi â chyfrinair, felly ni allwn ei ddarllen.",
  },
  presentation: {
    type: `${vcdm}PARSING_ERROR`,
    en: 'This is a wallet’s presentation, not the badge itself. Ask for the badge.',
    cy: 'Cyflwyniad o waled yw hwn, nid y bathodyn ei hun. Gofynnwch am y bathodyn.',
  },
  'malformed-json': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'The badge is damaged: it is not sound JSON.',
    cy: "Mae'r bathodyn wedi'i ddifrodi: nid yw'n JSON cywir.",
  },
  'malformed-jwt': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'The badge is damaged: it is not a sound JWT.',
    cy: "Mae'r bathodyn wedi'i ddifrodi: nid yw'n JWT cywir.",
  },
  'too-complex': {
    type: `${vcdm}PARSING_ERROR`,
    en: 'The badge is more complicated than any real badge, so we did not read it.',
    cy: "Mae'r bathodyn yn fwy cymhleth nag unrhyw fathodyn go iawn, felly ni wnaethom ei ddarllen.",
  },
  'context-unknown': {
    type: `${security}PROOF_TRANSFORMATION_ERROR`,
    en: 'The badge uses a vocabulary that we do not have: {url}.',
    cy: "Mae'r bathodyn yn defnyddio geirfa nad yw gennym: {url}.",
  },
  'undefined-term': {
    type: `${security}DATA_LOSS_DETECTION_ERROR`,
    en: 'The badge holds words that its vocabulary does not define, so its signature cannot cover them.',
    cy: "Mae'r bathodyn yn cynnwys geiriau nad yw ei eirfa'n eu diffinio, felly ni all ei lofnod eu cwmpasu.",
  },
  'json-ld-wrong': {
    type: `${security}PROOF_TRANSFORMATION_ERROR`,
    en: 'The badge is not sound JSON-LD, so no signature on it can be checked.',
    cy: "Nid yw'r bathodyn yn JSON-LD cywir, felly ni ellir gwirio unrhyw lofnod arno.",
  },
  'context-wrong': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'The badge does not name the Open Badges 3.0 vocabulary in the way it must.',
    cy: "Nid yw'r bathodyn yn enwi geirfa Open Badges 3.0 yn y ffordd y mae'n rhaid iddo.",
  },
  'type-wrong': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'This document does not say that it is {expected}.',
    cy: "Nid yw'r ddogfen hon yn dweud mai {expected} ydyw.",
  },
  'required-missing': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'Something that every badge must have is missing or is not right: {property}.',
    cy: "Mae rhywbeth y mae'n rhaid i bob bathodyn ei gael ar goll neu'n anghywir: {property}.",
  },
  'value-malformed': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'A part of the document is missing, or is not as the data model asks: {property}.',
    cy: "Mae rhan o'r ddogfen ar goll, neu nid yw fel y mae'r model data yn ei ofyn: {property}.",
  },
  'related-resource-wrong': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'What is at {url} is not what the issuer meant when this was signed.',
    cy: 'Nid yr hyn sydd yn {url} oedd gan y cyhoeddwr mewn golwg pan lofnodwyd hwn.',
  },
  'holder-wrong': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'The presentation holds a credential that nobody but its presenter stands for, and its holder is not who issued it.',
    cy: "Mae'r cyflwyniad yn cynnwys bathodyn nad oes neb ond ei gyflwynydd yn ei warantu, ac nid ei ddeiliad a'i cyhoeddodd.",
  },
  'challenge-wrong': {
    type: `${security}PROOF_VERIFICATION_ERROR`,
    en: 'The signature was made for another occasion: its challenge or domain is not the one asked for.',
    cy: "Gwnaed y llofnod at achlysur arall: nid ei her na'i barth yw'r rhai y gofynnwyd amdanynt.",
  },
  'subject-wrong': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'The badge does not properly say who earned it or what for: {property}.',
    cy: "Nid yw'r bathodyn yn dweud yn iawn pwy a'i henillodd nac am beth: {property}.",
  },
  'evidence-wrong': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'The evidence in the badge is not marked as evidence.',
    cy: "Nid yw'r dystiolaeth yn y bathodyn wedi'i nodi fel tystiolaeth.",
  },
  'issuer-wrong': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'The badge does not properly say who issued it: {property}.',
    cy: "Nid yw'r bathodyn yn dweud yn iawn pwy a'i cyhoeddodd: {property}.",
  },
  'proof-missing': {
    type: `${vcdm}CRYPTOGRAPHIC_SECURITY_ERROR`,
    en: 'The badge is not signed, so anybody could have written it.',
    cy: "Nid yw'r bathodyn wedi'i lofnodi, felly gallai unrhyw un fod wedi'i ysgrifennu.",
  },
  'proof-wrong': {
    type: `${vcdm}CRYPTOGRAPHIC_SECURITY_ERROR`,
    en: 'The signature does not fit the badge. It was changed after it was signed, or signed with another key.',
    cy: "Nid yw'r llofnod yn cyd-fynd â'r bathodyn. Cafodd ei newid ar ôl ei lofnodi, neu ei lofnodi ag allwedd arall.",
  },
  'proof-for-holder': {
    type: `${security}PROOF_VERIFICATION_ERROR`,
    en: 'This is the whole of a badge that is made to be shown in parts. Only its holder should have it: ask them for the part that they want to show.',
    cy: 'Dyma fathodyn cyfan sydd wedi’i wneud i’w ddangos fesul rhan. Dim ond y deiliad ddylai fod ag ef: gofynnwch iddyn nhw am y rhan y maen nhw am ei dangos.',
  },
  'proof-malformed': {
    type: `${security}PROOF_VERIFICATION_ERROR`,
    en: 'The signature on the badge is damaged.',
    cy: "Mae'r llofnod ar y bathodyn wedi'i ddifrodi.",
  },
  'proof-expired': {
    type: `${security}PROOF_VERIFICATION_ERROR`,
    en: 'The signature on the badge ran out on {date}.',
    cy: 'Daeth y llofnod ar y bathodyn i ben ar {date}.',
  },
  'proof-purpose-wrong': {
    type: `${security}INVALID_PROOF_PURPOSE_FOR_VERIFICATION_METHOD`,
    en: 'The signature was made for another purpose, not to issue a badge.',
    cy: 'Gwnaed y llofnod at ddiben arall, nid i gyhoeddi bathodyn.',
  },
  'proof-not-supported': {
    type: unnamed,
    en: 'The badge is signed in a way that we cannot check yet: {suite}.',
    cy: "Mae'r bathodyn wedi'i lofnodi mewn ffordd na allwn ei gwirio eto: {suite}.",
  },
  'claims-mismatch': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'The outside and the inside of the badge do not agree: {claim}.',
    cy: 'Nid yw tu allan a thu mewn y bathodyn yn cytuno: {claim}.',
  },
  'key-missing': {
    type: `${security}INVALID_VERIFICATION_METHOD`,
    en: 'The badge does not say which key signed it.',
    cy: "Nid yw'r bathodyn yn dweud pa allwedd a'i llofnododd.",
  },
  'key-private': {
    type: `${vcdm}CRYPTOGRAPHIC_SECURITY_ERROR`,
    en: 'The badge gives away its secret key, so its signature proves nothing.',
    cy: "Mae'r bathodyn yn datgelu ei allwedd gyfrinachol, felly nid yw ei lofnod yn profi dim.",
  },
  'key-unreachable': {
    type: `${did}NOT_FOUND`,
    en: 'We could not fetch the issuer’s key from {url}.',
    cy: 'Ni allem nôl allwedd y cyhoeddwr o {url}.',
  },
  'key-document-wrong': {
    type: `${security}INVALID_CONTROLLED_IDENTIFIER_DOCUMENT`,
    en: 'What the issuer publishes about its keys at {url} is not sound.',
    cy: "Nid yw'r hyn y mae'r cyhoeddwr yn ei gyhoeddi am ei allweddi yn {url} yn gywir.",
  },
  'key-not-found': {
    type: `${security}INVALID_VERIFICATION_METHOD`,
    en: 'The issuer does not have the key that the badge says it was signed with.',
    cy: "Nid oes gan y cyhoeddwr yr allwedd y mae'r bathodyn yn dweud iddi ei lofnodi.",
  },
  'key-not-supported': {
    type: `${security}INVALID_VERIFICATION_METHOD`,
    en: 'The key that signed the badge is of a kind that we cannot use.',
    cy: "Mae'r allwedd a lofnododd y bathodyn o fath na allwn ei ddefnyddio.",
  },
  'did-malformed': {
    type: `${did}INVALID_DID`,
    en: 'The address of the issuer’s key is not a sound one.',
    cy: 'Nid yw cyfeiriad allwedd y cyhoeddwr yn un cywir.',
  },
  'did-not-supported': {
    type: `${did}METHOD_NOT_SUPPORTED`,
    en: 'The issuer’s key is kept in a way that we cannot look up: {method}.',
    cy: 'Cedwir allwedd y cyhoeddwr mewn ffordd na allwn chwilio ynddi: {method}.',
  },
  'key-not-issuers': {
    type: `${security}INVALID_VERIFICATION_METHOD`,
    en: 'The key that signed the badge does not belong to the issuer that it names.',
    cy: "Nid yw'r allwedd a lofnododd y bathodyn yn perthyn i'r cyhoeddwr y mae'n ei enwi.",
  },
  'key-not-authorised': {
    type: `${security}INVALID_PROOF_PURPOSE_FOR_VERIFICATION_METHOD`,
    en: 'The issuer does not allow this key to sign badges.',
    cy: "Nid yw'r cyhoeddwr yn caniatáu i'r allwedd hon lofnodi bathodynnau.",
  },
  'key-revoked': {
    type: `${security}INVALID_VERIFICATION_METHOD`,
    en: 'The issuer has withdrawn the key that signed the badge.',
    cy: "Mae'r cyhoeddwr wedi tynnu'r allwedd a lofnododd y bathodyn yn ôl.",
  },
  revoked: {
    type: unnamed,
    en: 'The issuer has taken this badge back.',
    cy: "Mae'r cyhoeddwr wedi tynnu'r bathodyn hwn yn ôl.",
  },
  suspended: {
    type: unnamed,
    en: 'The issuer has suspended this badge for the time being.',
    cy: "Mae'r cyhoeddwr wedi atal y bathodyn hwn dros dro.",
  },
  'status-malformed': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'What the badge says about how to look up its status is not sound.',
    cy: "Nid yw'r hyn y mae'r bathodyn yn ei ddweud am sut i chwilio am ei statws yn gywir.",
  },
  'status-unreachable': {
    type: `${statusList}STATUS_RETRIEVAL_ERROR`,
    en: 'We could not fetch the issuer’s list of badges taken back from {url}.',
    cy: 'Ni allem nôl rhestr y cyhoeddwr o fathodynnau a dynnwyd yn ôl o {url}.',
  },
  'status-list-unproven': {
    type: `${statusList}STATUS_VERIFICATION_ERROR`,
    en: 'The list of badges taken back at {url} is not properly signed by the issuer, so we cannot rely on it.',
    cy: "Nid yw'r rhestr o fathodynnau a dynnwyd yn ôl yn {url} wedi'i llofnodi'n iawn gan y cyhoeddwr, felly ni allwn ddibynnu arni.",
  },
  'status-list-wrong': {
    type: `${statusList}STATUS_VERIFICATION_ERROR`,
    en: 'The list of badges taken back at {url} is damaged or out of date.',
    cy: "Mae'r rhestr o fathodynnau a dynnwyd yn ôl yn {url} wedi'i difrodi neu'n hen.",
  },
  'status-list-too-short': {
    type: `${statusList}STATUS_LIST_LENGTH_ERROR`,
    en: 'The list of badges taken back at {url} is shorter than the rules allow.',
    cy: "Mae'r rhestr o fathodynnau a dynnwyd yn ôl yn {url} yn fyrrach nag y mae'r rheolau'n ei ganiatáu.",
  },
  'status-purpose-mismatch': {
    type: `${statusList}STATUS_VERIFICATION_ERROR`,
    en: 'The badge points to a list that is kept for another purpose.',
    cy: "Mae'r bathodyn yn pwyntio at restr a gedwir at ddiben arall.",
  },
  'status-out-of-range': {
    type: `${vcdm}RANGE_ERROR`,
    en: 'The badge points to a place that the issuer’s list does not have.',
    cy: "Mae'r bathodyn yn pwyntio at le nad yw ar restr y cyhoeddwr.",
  },
  'status-not-supported': {
    type: unnamed,
    en: 'The badge keeps its status in a way that we cannot check: {kind}.',
    cy: "Mae'r bathodyn yn cadw ei statws mewn ffordd na allwn ei gwirio: {kind}.",
  },
  expired: {
    type: `${vcdm}RANGE_ERROR`,
    en: 'The badge expired on {date}.',
    cy: 'Daeth y bathodyn i ben ar {date}.',
  },
  'not-yet-valid': {
    type: `${vcdm}RANGE_ERROR`,
    en: 'The badge is not valid until {date}.',
    cy: 'Ni fydd y bathodyn yn ddilys tan {date}.',
  },
  'dates-crossed': {
    type: `${vcdm}RANGE_ERROR`,
    en: 'The badge says that it ends before it starts.',
    cy: "Mae'r bathodyn yn dweud ei fod yn dod i ben cyn iddo ddechrau.",
  },
  'date-malformed': {
    type: `${vcdm}MALFORMED_VALUE_ERROR`,
    en: 'A date in the badge is missing or is not a full date with its time zone: {property}.',
    cy: "Mae dyddiad yn y bathodyn ar goll neu nid yw'n ddyddiad llawn gyda'i gylchfa amser: {property}.",
  },
  'issuer-unknown': {
    type: unnamed,
    en: 'Unknown issuer: the signature is good, but nobody here vouches for who this is.',
    cy: "Cyhoeddwr anhysbys: mae'r llofnod yn dda, ond nid oes neb yma'n tystio pwy ydyw.",
  },
  'not-reached': {
    type: unnamed,
    en: 'We did not look at this, because an earlier check did not pass.',
    cy: 'Ni wnaethom edrych ar hyn, am nad oedd gwiriad cynharach wedi llwyddo.',
  },
  offline: {
    type: unnamed,
    en: 'We did not look at {url}, because we are working offline.',
    cy: 'Ni wnaethom edrych ar {url}, am ein bod yn gweithio all-lein.',
  },
} as const satisfies Record<string, { type: string; en: string; cy: string }>

export type ProblemCode = keyof typeof problemTexts

/** The one sentence at the head of a report, by verdict and, where a cause has its own words, by cause. */
export const headlineTexts = {
  verified: {
    en: 'This badge is genuine and still valid.',
    cy: "Mae'r bathodyn hwn yn ddilys ac yn dal mewn grym.",
  },
  verifiedUnknownIssuer: {
    en: 'This badge is unchanged and still valid, but we do not know who its issuer is.',
    cy: "Nid yw'r bathodyn hwn wedi newid ac mae'n dal mewn grym, ond nid ydym yn gwybod pwy yw ei gyhoeddwr.",
  },
  verifiedRecord: {
    en: 'This learner record and every badge in it are genuine and still valid.',
    cy: "Mae'r cofnod dysgwr hwn a phob bathodyn sydd ynddo yn ddilys ac yn dal mewn grym.",
  },
  verifiedRecordUnknownIssuer: {
    en: 'This learner record and every badge in it are unchanged and still valid, but we do not know who issued the record.',
    cy: "Nid yw'r cofnod dysgwr hwn, na'r un bathodyn sydd ynddo, wedi newid, ac maent yn dal mewn grym, ond nid ydym yn gwybod pwy a gyhoeddodd y cofnod.",
  },
  proofOnly: {
    en: 'The signature fits. We checked nothing else, not even whose signature it is.',
    cy: "Mae'r llofnod yn cyd-fynd. Ni wnaethom wirio dim byd arall, na hyd yn oed llofnod pwy ydyw.",
  },
  revoked: {
    en: 'This badge was taken back by its issuer.',
    cy: 'Tynnwyd y bathodyn hwn yn ôl gan ei gyhoeddwr.',
  },
  suspended: {
    en: 'This badge is suspended by its issuer for the time being.',
    cy: "Mae'r bathodyn hwn wedi'i atal dros dro gan ei gyhoeddwr.",
  },
  expired: {
    en: 'This badge was genuine but is no longer valid. {detail}',
    cy: 'Roedd y bathodyn hwn yn ddilys ond nid yw mewn grym mwyach. {detail}',
  },
  notYetValid: {
    en: 'This badge is not valid yet. {detail}',
    cy: "Nid yw'r bathodyn hwn mewn grym eto. {detail}",
  },
  altered: {
    en: 'This badge has been changed since it was issued, or was not signed by this issuer.',
    cy: "Mae'r bathodyn hwn wedi'i newid ers ei gyhoeddi, neu ni chafodd ei lofnodi gan y cyhoeddwr hwn.",
  },
  notIssuers: {
    en: 'This badge was not issued by the organisation that it names. {detail}',
    cy: "Ni chyhoeddwyd y bathodyn hwn gan y sefydliad y mae'n ei enwi. {detail}",
  },
  unreadable: {
    en: 'We could not find a badge to check here. {detail}',
    cy: "Ni allem ddod o hyd i fathodyn i'w wirio yma. {detail}",
  },
  notVerified: {
    en: 'This badge did not pass our checks. {detail}',
    cy: 'Ni lwyddodd y bathodyn hwn yn ein gwiriadau. {detail}',
  },
  couldNotVerify: {
    en: 'We could not confirm this badge. {detail}',
    cy: "Ni allem gadarnhau'r bathodyn hwn. {detail}",
  },
} as const satisfies Record<string, { en: string; cy: string }>

/** What is checked, in words. */
export const checkTexts = {
  parse: { en: 'The file can be read', cy: 'Gellir darllen y ffeil' },
  'json-ld': { en: 'Every word in it has a defined meaning', cy: 'Mae ystyr pendant i bob gair ynddo' },
  context: { en: 'It uses the Open Badges vocabulary', cy: "Mae'n defnyddio geirfa Open Badges" },
  type: { en: 'It is an Open Badge', cy: 'Bathodyn Agored ydyw' },
  schema: {
    en: 'It has everything a badge must have',
    cy: "Mae ganddo bopeth y mae'n rhaid i fathodyn ei gael",
  },
  subject: { en: 'It says who earned it and what for', cy: "Mae'n dweud pwy a'i henillodd ac am beth" },
  evidence: { en: 'Its evidence is in order', cy: "Mae'r dystiolaeth mewn trefn" },
  issuer: { en: 'It says who issued it', cy: "Mae'n dweud pwy a'i cyhoeddodd" },
  proof: { en: 'It has not been changed since it was signed', cy: "Nid yw wedi'i newid ers ei lofnodi" },
  'key-binding': { en: 'The signature is the issuer’s own', cy: 'Llofnod y cyhoeddwr ei hun ydyw' },
  status: { en: 'It has not been taken back', cy: "Nid yw wedi'i dynnu'n ôl" },
  refresh: { en: 'There is no newer copy', cy: 'Nid oes copi mwy diweddar' },
  validity: { en: 'It is in date', cy: 'Mae o fewn ei ddyddiadau' },
  endorsements: { en: 'Its endorsements are genuine', cy: "Mae ei gymeradwyaethau'n ddilys" },
  'issuer-registry': { en: 'We know the issuer', cy: 'Rydym yn adnabod y cyhoeddwr' },
  credentials: { en: 'Every badge in the record is genuine', cy: 'Mae pob bathodyn yn y cofnod yn ddilys' },
} as const

/** How a report reads in words. */
export const reportTexts = {
  inside: { en: 'Inside, at', cy: 'Y tu mewn, yn' },
  newerCopy: { en: 'The newer copy from the issuer', cy: 'Y copi mwy diweddar gan y cyhoeddwr' },
  verdict: {
    verified: { en: 'Verified', cy: 'Dilys' },
    'not-verified': { en: 'Not verified', cy: 'Ddim yn ddilys' },
    'could-not-verify': { en: 'Could not confirm', cy: 'Methu cadarnhau' },
  },
  outcome: {
    passed: { en: 'Passed', cy: 'Wedi pasio' },
    failed: { en: 'Failed', cy: 'Wedi methu' },
    'not-checked': { en: 'Not checked', cy: 'Heb ei wirio' },
  },
  months: {
    en: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    cy: [
      'Ionawr',
      'Chwefror',
      'Mawrth',
      'Ebrill',
      'Mai',
      'Mehefin',
      'Gorffennaf',
      'Awst',
      'Medi',
      'Hydref',
      'Tachwedd',
      'Rhagfyr',
    ],
  },
  badge: { en: 'Badge', cy: 'Bathodyn' },
  issuer: { en: 'Issued by', cy: 'Cyhoeddwyd gan' },
  recipient: { en: 'Earned by', cy: 'Enillwyd gan' },
  validFrom: { en: 'Valid from', cy: 'Mewn grym o' },
  validUntil: { en: 'Valid until', cy: 'Mewn grym tan' },
} as const
