import type { CheckId } from '../../openbadges/verify'

type Bilingual = { readonly en: string; readonly cy: string }

/** Why each check is made, and how, in words for somebody who never saw a signature. */
export const checkReasons = {
  parse: {
    en: 'We found a badge in what you gave us, whole and in a form that programs can read.',
    cy: 'Daethom o hyd i fathodyn yn yr hyn a roesoch i ni, yn gyfan ac ar ffurf y gall rhaglenni ei darllen.',
  },
  'json-ld': {
    en: 'Nothing in it means one thing to us and another to somebody else.',
    cy: 'Nid oes dim ynddo sy’n golygu un peth i ni a pheth arall i rywun arall.',
  },
  context: {
    en: 'It is written in the words of the open standard, so any other checker can read it too.',
    cy: 'Mae wedi’i ysgrifennu yng ngeiriau’r safon agored, felly gall unrhyw wiriwr arall ei ddarllen hefyd.',
  },
  type: {
    en: 'It says that it is a badge for something that somebody did.',
    cy: 'Mae’n dweud ei fod yn fathodyn am rywbeth a wnaeth rhywun.',
  },
  schema: {
    en: 'We held each part against the list of parts that the standard asks for.',
    cy: 'Gwnaethom gymharu pob rhan â’r rhestr o rannau y mae’r safon yn gofyn amdanynt.',
  },
  subject: {
    en: 'It belongs to one holder and names one thing that was done.',
    cy: 'Mae’n perthyn i un deiliad ac yn enwi un peth a wnaed.',
  },
  evidence: {
    en: 'What it says about hours and dates is written as the standard asks.',
    cy: 'Mae’r hyn y mae’n ei ddweud am oriau a dyddiadau wedi’i ysgrifennu fel y mae’r safon yn gofyn.',
  },
  issuer: {
    en: 'It names the organisation that stands behind it.',
    cy: 'Mae’n enwi’r sefydliad sy’n gyfrifol amdano.',
  },
  proof: {
    en: 'The signature covers every letter. One changed letter or figure, and this check fails.',
    cy: 'Mae’r llofnod yn cwmpasu pob llythyren. Os newidir un llythyren neu rif, mae’r gwiriad hwn yn methu.',
  },
  'key-binding': {
    en: 'The key that signed it is published at the issuer’s own web address. Nobody else can put it there.',
    cy: 'Mae’r allwedd a’i llofnododd wedi’i chyhoeddi yng nghyfeiriad gwe’r cyhoeddwr ei hun. Ni all neb arall ei rhoi yno.',
  },
  status: {
    en: 'We looked just now in the issuer’s list of badges that it took back or paused.',
    cy: 'Edrychom nawr yn rhestr y cyhoeddwr o fathodynnau a dynnwyd yn ôl neu a oedwyd.',
  },
  refresh: {
    en: 'The issuer has not replaced it with another.',
    cy: 'Nid yw’r cyhoeddwr wedi’i ddisodli ag un arall.',
  },
  validity: {
    en: 'It has begun, and it has not run out.',
    cy: 'Mae wedi dechrau, ac nid yw wedi dod i ben.',
  },
  endorsements: {
    en: 'Where others put their name to it, their signatures are in order too.',
    cy: 'Lle mae eraill wedi rhoi eu henw wrtho, mae eu llofnodion hwythau mewn trefn.',
  },
  'issuer-registry': {
    en: 'The issuer is a library service that this site keeps, and not somebody who only uses its name.',
    cy: 'Gwasanaeth llyfrgell y mae’r safle hwn yn ei gadw yw’r cyhoeddwr, ac nid rhywun sydd ond yn defnyddio ei enw.',
  },
  credentials: {
    en: 'We checked each badge in the record as we would check it alone.',
    cy: 'Gwnaethom wirio pob bathodyn yn y cofnod fel y byddem yn ei wirio ar ei ben ei hun.',
  },
} as const satisfies Record<CheckId, Bilingual>
