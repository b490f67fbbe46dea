const en = {
  title: 'Credit for library volunteers that anyone can check',
  lead: 'A colophon is the note in a book that says who made it. Ours says what a library volunteer did, and lets anyone check it.',
  checkTitle: 'Has someone shown you a badge?',
  checkText:
    'Scan the code on their certificate, or give us the file. You see at once if it is real and still valid.',
  checkButton: 'Check a badge',
  signInTitle: 'Do you volunteer or work for a library?',
  signInText:
    'See your hours and badges, or look after those of your volunteers. We send you a link: there is no password.',
  signInButton: 'Sign in',
  howTitle: 'How it works',
  how: [
    'You volunteer. Your library service keeps the hours and approves them.',
    'When the hours add up to a badge, the service issues it with its own digital signature.',
    'You take it with you: as a certificate, a picture or a file for any wallet. You decide who sees it.',
    'An employer checks it in seconds, and does not have to trust us to do so.',
  ],
  chooseTitle: 'Where would you like to go?',
  record: 'Your record',
  consents: 'Consents',
  services: 'Your library services',
  network: 'National figures',
  assessorTitle: 'Check a volunteer’s badge',
  assessorText:
    'Ask the volunteer for their certificate or their link. It shows the dates and hours that the library service approved.',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  docs: 'For developers',
}

const cy: typeof en = {
  title: 'Cydnabod gwirfoddolwyr llyfrgell mewn ffordd y gall unrhyw un ei gwirio',
  lead: 'Nodyn mewn llyfr sy’n dweud pwy a’i gwnaeth yw coloffon. Mae ein un ni’n dweud beth a wnaeth gwirfoddolwr llyfrgell, a gall unrhyw un ei wirio.',
  checkTitle: 'Oes rhywun wedi dangos bathodyn i chi?',
  checkText:
    'Sganiwch y cod ar y dystysgrif, neu rhowch y ffeil i ni. Byddwch yn gweld ar unwaith a yw’n ddilys ac yn dal mewn grym.',
  checkButton: 'Gwirio bathodyn',
  signInTitle: 'Ydych chi’n gwirfoddoli neu’n gweithio i lyfrgell?',
  signInText:
    'Gweld eich oriau a’ch bathodynnau, neu ofalu am rai eich gwirfoddolwyr. Byddwn yn anfon dolen atoch: does dim cyfrinair.',
  signInButton: 'Mewngofnodi',
  howTitle: 'Sut mae’n gweithio',
  how: [
    'Rydych chi’n gwirfoddoli. Mae eich gwasanaeth llyfrgell yn cadw’r oriau ac yn eu cymeradwyo.',
    'Pan fydd yr oriau’n ddigon ar gyfer bathodyn, mae’r gwasanaeth yn ei gyhoeddi â’i lofnod digidol ei hun.',
    'Chi sy’n mynd ag ef gyda chi: fel tystysgrif, llun neu ffeil ar gyfer unrhyw waled. Chi sy’n penderfynu pwy sy’n ei weld.',
    'Mae cyflogwr yn ei wirio mewn eiliadau, heb orfod ymddiried ynom ni i wneud hynny.',
  ],
  chooseTitle: 'I ble hoffech chi fynd?',
  record: 'Eich cofnod',
  consents: 'Cydsyniad',
  services: 'Eich gwasanaethau llyfrgell',
  network: 'Ffigurau cenedlaethol',
  assessorTitle: 'Gwirio bathodyn gwirfoddolwr',
  assessorText:
    'Gofynnwch i’r gwirfoddolwr am ei dystysgrif neu ei ddolen. Mae’n dangos y dyddiadau a’r oriau a gymeradwywyd gan y gwasanaeth llyfrgell.',
  privacy: 'Preifatrwydd',
  accessibility: 'Hygyrchedd',
  docs: 'I ddatblygwyr',
}

export const aboutText = { en, cy }
