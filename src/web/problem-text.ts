import { type ProblemCode, problems } from '../problems'

type Titles = Readonly<Record<ProblemCode, string>>

const en = Object.fromEntries(
  Object.entries(problems).map(([code, { title }]) => [code, title]),
  // One title for each code, as the table has them.
) as Titles

const cy: Titles = {
  'bad-request': 'Nid oeddem yn deall y cais',
  'invalid-input': 'Nid yw rhywfaint o’r hyn a anfonwyd yn iawn',
  'invalid-file': 'Ni ellid darllen y ffeil',
  'sign-in-needed': 'Mewngofnodwch yn gyntaf',
  'key-needed': 'Mae allwedd yr API hwn ar goll neu’n anghywir',
  'not-permitted': 'Nid oes gennych ganiatâd i wneud hyn',
  'not-found': 'Ni chafwyd hyd i ddim yn y cyfeiriad hwn',
  'not-public': 'Mae’r deiliad yn cadw hwn yn breifat',
  'method-not-allowed': 'Nid yw’r cyfeiriad hwn yn derbyn y dull hwnnw',
  conflict: 'Newidiodd rhywbeth tra oeddech yn gweithio',
  'consent-missing': 'Rhaid i rywun gytuno’n gyntaf',
  duplicate: 'Mae hwn eisoes wedi’i gofnodi',
  'link-expired': 'Mae’r ddolen hon wedi’i defnyddio neu wedi dod i ben',
  'too-large': 'Mae’r ffeil yn rhy fawr',
  'too-many-requests': 'Gormod o gynigion; arhoswch ychydig',
  'wrong-origin': 'Anfonwyd y ffurflen o safle arall',
  'not-available': 'Nid yw hwn ar gael ar hyn o bryd',
  unexpected: 'Aeth rhywbeth o’i le',
}

/** What a problem is called on a page. */
export const problemTitles: Readonly<Record<'en' | 'cy', Titles>> = { en, cy }
