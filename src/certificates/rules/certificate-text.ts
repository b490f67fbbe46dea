const en = {
  title: 'Certificate of volunteering',
  awardedTo: 'Awarded to',
  hours: 'Approved hours',
  dates: 'First to last session',
  role: 'Role',
  issued: (service: string, date: string) =>
    `Badge issued by ${service} on ${date}. Hours approved by the library service.`,
  checkHeading: 'Check this certificate',
  check:
    'Scan the code or open the address below. You need not trust that page: the file credential.json inside this PDF carries the library service’s digital signature, and any Open Badges 3.0 verifier can check it.',
  boundary: 'This certificate records volunteering. It is not a qualification or a job title.',
  codeDescription: (address: string) => `QR code of the address ${address}`,
  documentTitle: (badge: string, service: string) => `Certificate of volunteering: ${badge}, ${service}`,
  sample: 'SAMPLE: nobody was given this badge',
  attachment: 'The signed Open Badges 3.0 credential',
}

const cy: typeof en = {
  title: 'Tystysgrif gwirfoddoli',
  awardedTo: 'Dyfarnwyd i',
  hours: 'Oriau a gymeradwywyd',
  dates: 'Sesiwn gyntaf i’r olaf',
  role: 'Rôl',
  issued: (service, date) =>
    `${service} a ddyfarnodd y bathodyn hwn ar ${date}. Cymeradwywyd yr oriau gan y gwasanaeth llyfrgell.`,
  checkHeading: 'Gwirio’r dystysgrif hon',
  check:
    'Sganiwch y cod neu agorwch y cyfeiriad isod. Nid oes rhaid ymddiried yn y dudalen honno: mae’r ffeil credential.json yn y PDF hwn yn cario llofnod digidol y gwasanaeth llyfrgell, a gall unrhyw wirydd Open Badges 3.0 ei wirio.',
  boundary: 'Mae’r dystysgrif hon yn cofnodi gwirfoddoli. Nid yw’n gymhwyster nac yn deitl swydd.',
  codeDescription: (address) => `Cod QR y cyfeiriad ${address}`,
  documentTitle: (badge, service) => `Tystysgrif gwirfoddoli: ${badge}, ${service}`,
  sample: 'ENGHRAIFFT: ni roddwyd y bathodyn hwn i neb',
  attachment: 'Y bathodyn Open Badges 3.0 wedi’i lofnodi',
}

/** The words of the certificate. */
export const certificateText = { en, cy }

const months = {
  en: 'January February March April May June July August September October November December',
  cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
}

/** A day, YYYY-MM-DD, in words. */
export const writeDay = (day: string, language: 'en' | 'cy', withYear = true): string => {
  const [year = '', month = '1', date = '1'] = day.split('-')
  const words = `${Number(date)} ${months[language].split(' ')[Number(month) - 1]}`
  return withYear ? `${words} ${year}` : words
}

/** From the first to the last day; the year once where both are in it. */
export const writeDays = (first: string, last: string, language: 'en' | 'cy'): string => {
  if (first === last) return writeDay(first, language)
  const from = writeDay(first, language, first.slice(0, 4) !== last.slice(0, 4))
  return `${from} ${language === 'cy' ? 'i' : 'to'} ${writeDay(last, language)}`
}

/** Minutes as hours and minutes. */
export const writeDuration = (minutes: number, language: 'en' | 'cy'): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const words =
    language === 'cy'
      ? [`${hours} awr`, `${rest} munud`]
      : [`${hours} hour${hours === 1 ? '' : 's'}`, `${rest} minute${rest === 1 ? '' : 's'}`]
  if (rest === 0) return words[0] ?? ''
  return hours === 0 ? (words[1] ?? '') : words.join(' ')
}
