const en = {
  help: 'Press the button to take it. You need no account and no e-mail address.',
  once: 'This works once, in one browser. Press it where you can save files.',
  button: 'Take my badge',
  yours: 'Your badge',
  saveNow: (time: string) =>
    `Save the files now. You can do so in this browser until ${time}. After that, ask the library for a new slip.`,
  certificate: 'Certificate to print or send (PDF)',
  certificateFor: 'with your name',
  png: 'Picture (PNG)',
  svg: 'Picture (SVG)',
  json: 'JSON file',
  inside: 'Each file holds the signed badge. Only the certificate shows your name.',
  gone: 'This slip does not work any more',
  goneHelp: 'A slip works once, for 30 days. It has been used, has run out, or a newer one has been made.',
  goneAsk: 'Ask the library for a new slip.',
  notValid: 'This badge cannot be taken now',
  notValidAsk: 'The library service has stopped it. Ask the library why.',
}

const cy: typeof en = {
  help: 'Pwyswch y botwm i’w gymryd. Nid oes angen cyfrif na chyfeiriad e-bost arnoch.',
  once: 'Mae hyn yn gweithio unwaith, mewn un porwr. Pwyswch ef lle gallwch gadw ffeiliau.',
  button: 'Cymryd fy mathodyn',
  yours: 'Eich bathodyn',
  saveNow: (time) =>
    `Cadwch y ffeiliau nawr. Gallwch wneud hynny yn y porwr hwn tan ${time}. Ar ôl hynny, gofynnwch i’r llyfrgell am slip newydd.`,
  certificate: 'Tystysgrif i’w hargraffu neu ei hanfon (PDF)',
  certificateFor: 'gyda’ch enw',
  png: 'Llun (PNG)',
  svg: 'Llun (SVG)',
  json: 'Ffeil JSON',
  inside: 'Mae’r bathodyn wedi’i lofnodi ym mhob ffeil. Dim ond y dystysgrif sy’n dangos eich enw.',
  gone: 'Nid yw’r slip hwn yn gweithio mwyach',
  goneHelp:
    'Mae slip yn gweithio unwaith, am 30 diwrnod. Mae wedi’i ddefnyddio, wedi dod i ben, neu mae un mwy newydd wedi’i wneud.',
  goneAsk: 'Gofynnwch i’r llyfrgell am slip newydd.',
  notValid: 'Ni ellir cymryd y bathodyn hwn nawr',
  notValidAsk: 'Mae’r gwasanaeth llyfrgell wedi’i atal. Gofynnwch i’r llyfrgell pam.',
}

export const slipText = { en, cy }
