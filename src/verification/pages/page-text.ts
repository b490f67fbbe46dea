const en = {
  verify: 'Check a badge',
  intro:
    'Give us a badge in any one of these ways. We tell you if it is real, unchanged and still valid. We keep nothing of it.',
  file: 'Upload the badge or certificate',
  fileHint: 'A JSON, JWT, PNG, SVG or PDF file, up to 20 MB.',
  text: 'Or paste it',
  textHint: 'The whole of the JSON or JWT text.',
  address: 'Or give its web address',
  addressHint: 'Such as the address that is printed on the certificate.',
  check: 'Check it',
  nothing: 'Upload a file, paste the badge or give its address.',
  fileTooLarge: 'The file is larger than 20 MB.',
  addressWrong: 'Type a whole web address, starting with https://.',
  addressPrivate: 'Only addresses on the public web can be checked.',
  addressNotPublic: 'The holder keeps this badge private. Ask them for the file.',
  addressSilent: 'Nothing came back from that address. Check it, or try again later.',
  another: 'Check another badge',
  who: 'Who',
  whoHidden:
    'The holder has chosen not to show their name here. Compare this page with the certificate they gave you.',
  whoElsewhere: 'The badge does not say a name.',
  what: 'What for',
  howLong: 'How long',
  hours: (hours: string) => `${hours} of volunteering`,
  between: (from: string, to: string) => `from ${from} to ${to}`,
  onOneDay: (day: string) => `on ${day}`,
  role: 'Role',
  issuer: 'Issued by',
  issuerChecked: (name: string) => `${name}, which also checked the hours`,
  issuedOn: 'Issued on',
  stillValid: 'Still valid',
  yesNow: (when: string) => `Yes, checked just now (${when})`,
  takenBack: (day: string) => `No, the issuer took it back on ${day}`,
  suspended: (day: string) =>
    `Not at the moment: the issuer suspended it on ${day}, and may make it valid again`,
  notValid: 'No',
  notSure: 'We could not find out just now. Please try again in a few minutes.',
  validUntil: (day: string) => `Valid until ${day}`,
  about: 'What the badge stands for',
  criteria: 'How it is earned',
  endorsed: 'What a supervisor says',
  endorsedFile: 'Download these words, signed (JSON)',
  skills: 'Skills that it is about',
  opensElsewhere:
    'Links lead to the frameworks that describe them. A link says what was practised; it is not a qualification.',
  checks: 'What we checked',
  inside: 'What the badge carries',
  trust: 'Check it without trusting us',
  trustHelp:
    'The badge is an Open Badges 3.0 credential. It is signed, so any other checker for Open Badges can test it too.',
  trustPublic: 'Download the signed badge (JSON)',
  trustPrivate:
    'The holder keeps the signed file to themselves. Ask them for it: it is also attached inside their PDF certificate.',
  trustPrivateLink: 'Check that file on your own device',
  device: 'Check it on your own device',
  deviceHelp:
    'Your browser fetches the signed badge, the issuer’s key and the list of badges that were taken back, and checks them itself. You need not take our word for it.',
  deviceFormHelp:
    'Choose a file or paste the badge above. Your browser then checks it itself, and the badge is not sent to us. It asks the issuer’s own site for its key.',
  deviceButton: 'Check it on your own device',
  deviceWorking: 'Your device is checking the badge…',
  deviceMissing: 'Choose a file or paste the badge first.',
  deviceFailed:
    'Your device could not fetch what it needs to check this badge. Please try again in a few minutes.',
  deviceUnsupported:
    'Your browser cannot check signatures of this kind. A newer browser can. We can also check the badge for you.',
  deviceVerified:
    'Checked on your device: the badge is unchanged and signed by {issuer}, with the key of {site}. It is still valid.',
  deviceNotVerified: 'Checked on your device: not verified. {headline}',
  deviceCouldNotVerify:
    'This could not be checked on your device. {headline} Some sites do not let a browser read their key: then we can check the badge for you.',
  openBadges: 'About Open Badges 3.0',
  meaning: 'What this means',
  meaningText:
    'A library service checked this volunteer’s time and signed this record. It is not a qualification.',
  unknownIssuer:
    'We do not know this issuer. The badge is unchanged since it was signed, but find out for yourself who signed it.',
  story: (name: string, time: string) => `${name} gave ${time} to a public library`,
  theHolder: 'The holder of this badge',
  someTime: 'some of their time',
  storyChecked: (service: string, day: string) =>
    `${service} checked the time and issued the badge on ${day}.`,
  atWork: 'What this means for an employer',
  aboutIssuer: 'Who issued it',
  issuerKnown: (site: string) =>
    `How we know that it is them: the badge is signed with a key that only they hold, and its public half is at ${site}. This site keeps the library service on its own list of issuers.`,
  issuerId: 'Its identifier',
  picture: 'Download the picture of the badge (PNG)',
  printed: (address: string, when: string) =>
    `Read at ${address} on ${when}. Look there again: a badge can be taken back.`,
  allPassed: (count: number) => `All ${count} checks passed.`,
  somePassed: (passed: number, count: number) => `${passed} of ${count} checks passed.`,
  drop: 'Drop a badge or certificate here, or paste one anywhere on this page.',
  scan: 'Scan a code with the camera',
  scanHelp: 'Hold the code of the certificate in front of the camera. The picture stays on your device.',
  scanStop: 'Stop the camera',
  scanFailed: 'The camera could not be used. You can type the address that stands beside the code.',
  scanOther: 'That code is not the address of a badge. Try the one on the certificate.',
}

const cy: typeof en = {
  verify: 'Gwirio bathodyn',
  intro:
    'Rhowch fathodyn i ni mewn unrhyw un o’r ffyrdd hyn. Byddwn yn dweud a yw’n ddilys, heb ei newid ac yn dal mewn grym. Nid ydym yn cadw dim ohono.',
  file: 'Uwchlwythwch y bathodyn neu’r dystysgrif',
  fileHint: 'Ffeil JSON, JWT, PNG, SVG neu PDF, hyd at 20 MB.',
  text: 'Neu gludwch ef yma',
  textHint: 'Y testun JSON neu JWT cyfan.',
  address: 'Neu rhowch ei gyfeiriad gwe',
  addressHint: 'Er enghraifft, y cyfeiriad sydd wedi’i argraffu ar y dystysgrif.',
  check: 'Gwirio',
  nothing: 'Uwchlwythwch ffeil, gludwch y bathodyn neu rhowch ei gyfeiriad.',
  fileTooLarge: 'Mae’r ffeil yn fwy na 20 MB.',
  addressWrong: 'Teipiwch gyfeiriad gwe cyfan, gan ddechrau â https://.',
  addressPrivate: 'Dim ond cyfeiriadau ar y we gyhoeddus y gellir eu gwirio.',
  addressNotPublic: 'Mae’r deiliad yn cadw’r bathodyn hwn yn breifat. Gofynnwch am y ffeil.',
  addressSilent:
    'Ni ddaeth dim yn ôl o’r cyfeiriad hwnnw. Gwiriwch ef, neu rhowch gynnig arall yn nes ymlaen.',
  another: 'Gwirio bathodyn arall',
  who: 'Pwy',
  whoHidden:
    'Mae’r deiliad wedi dewis peidio â dangos ei enw yma. Cymharwch y dudalen hon â’r dystysgrif a gawsoch.',
  whoElsewhere: 'Nid yw’r bathodyn yn rhoi enw.',
  what: 'Am beth',
  howLong: 'Am ba hyd',
  hours: (hours: string) => `${hours} o wirfoddoli`,
  between: (from: string, to: string) => `o ${from} i ${to}`,
  onOneDay: (day: string) => `ar ${day}`,
  role: 'Rôl',
  issuer: 'Cyhoeddwyd gan',
  issuerChecked: (name: string) => `${name}, a wiriodd yr oriau hefyd`,
  issuedOn: 'Dyddiad cyhoeddi',
  stillValid: 'Yn dal yn ddilys',
  yesNow: (when: string) => `Ydy, wedi’i wirio nawr (${when})`,
  takenBack: (day: string) => `Nac ydy, tynnodd y cyhoeddwr ef yn ôl ar ${day}`,
  suspended: (day: string) =>
    `Ddim ar hyn o bryd: ataliodd y cyhoeddwr ef dros dro ar ${day}, a gall ei wneud yn ddilys eto`,
  notValid: 'Nac ydy',
  notSure: 'Ni allem ganfod hynny nawr. Rhowch gynnig arall mewn ychydig funudau.',
  validUntil: (day: string) => `Yn ddilys tan ${day}`,
  about: 'Beth mae’r bathodyn yn ei olygu',
  criteria: 'Sut mae ei ennill',
  endorsed: 'Beth mae goruchwyliwr yn ei ddweud',
  endorsedFile: 'Lawrlwytho’r geiriau hyn, wedi’u llofnodi (JSON)',
  skills: 'Y sgiliau dan sylw',
  opensElsewhere:
    'Mae’r dolenni’n arwain at y fframweithiau sy’n eu disgrifio. Mae dolen yn dweud beth a ymarferwyd; nid cymhwyster yw.',
  checks: 'Yr hyn a wiriwyd gennym',
  inside: "Yr hyn y mae'r bathodyn yn ei gario",
  trust: 'Gwirio heb ymddiried ynom ni',
  trustHelp:
    'Credadyn Open Badges 3.0 yw’r bathodyn. Mae wedi’i lofnodi, felly gall unrhyw wiriwr Open Badges arall ei brofi hefyd.',
  trustPublic: 'Lawrlwytho’r bathodyn wedi’i lofnodi (JSON)',
  trustPrivate:
    'Mae’r deiliad yn cadw’r ffeil wedi’i llofnodi. Gofynnwch iddo amdani: mae hefyd wedi’i hatodi y tu mewn i’r dystysgrif PDF.',
  trustPrivateLink: 'Gwirio’r ffeil honno ar eich dyfais eich hun',
  device: 'Gwirio ar eich dyfais eich hun',
  deviceHelp:
    'Mae eich porwr yn nôl y bathodyn wedi’i lofnodi, allwedd y cyhoeddwr a’r rhestr o fathodynnau a dynnwyd yn ôl, ac yn eu gwirio ei hun. Nid oes angen i chi gymryd ein gair ni.',
  deviceFormHelp:
    'Dewiswch ffeil neu gludwch y bathodyn uchod. Bydd eich porwr wedyn yn ei wirio ei hun, ac ni chaiff y bathodyn ei anfon atom ni. Mae’n gofyn i safle’r cyhoeddwr ei hun am ei allwedd.',
  deviceButton: 'Gwirio ar eich dyfais eich hun',
  deviceWorking: 'Mae eich dyfais yn gwirio’r bathodyn…',
  deviceMissing: 'Dewiswch ffeil neu gludwch y bathodyn yn gyntaf.',
  deviceFailed:
    'Ni allai eich dyfais nôl yr hyn sydd ei angen i wirio’r bathodyn hwn. Rhowch gynnig arall mewn ychydig funudau.',
  deviceUnsupported:
    'Ni all eich porwr wirio llofnodion o’r math hwn. Gall porwr mwy newydd wneud hynny. Gallwn ninnau hefyd wirio’r bathodyn i chi.',
  deviceVerified:
    'Gwiriwyd ar eich dyfais: nid yw’r bathodyn wedi newid ac fe’i llofnodwyd gan {issuer}, ag allwedd {site}. Mae’n dal yn ddilys.',
  deviceNotVerified: 'Gwiriwyd ar eich dyfais: ddim yn ddilys. {headline}',
  deviceCouldNotVerify:
    'Ni ellid gwirio hwn ar eich dyfais. {headline} Nid yw rhai safleoedd yn gadael i borwr ddarllen eu hallwedd: yna gallwn ni wirio’r bathodyn i chi.',
  openBadges: 'Ynghylch Open Badges 3.0',
  meaning: 'Beth mae hyn yn ei olygu',
  meaningText:
    'Gwiriodd gwasanaeth llyfrgell amser y gwirfoddolwr hwn a llofnododd y cofnod. Nid cymhwyster mohono.',
  unknownIssuer:
    'Nid ydym yn adnabod y cyhoeddwr hwn. Nid yw’r bathodyn wedi newid ers ei lofnodi, ond gwiriwch drosoch eich hun pwy a’i llofnododd.',
  story: (name: string, time: string) => `Rhoddodd ${name} ${time} i lyfrgell gyhoeddus`,
  theHolder: 'deiliad y bathodyn hwn',
  someTime: 'beth o’u hamser',
  storyChecked: (service: string, day: string) =>
    `Gwiriodd ${service} yr amser a chyhoeddi’r bathodyn ar ${day}.`,
  atWork: 'Beth mae hyn yn ei olygu i gyflogwr',
  aboutIssuer: 'Pwy a’i cyhoeddodd',
  issuerKnown: (site: string) =>
    `Sut y gwyddom mai nhw ydyw: llofnodwyd y bathodyn ag allwedd sydd ganddynt hwy yn unig, ac mae’r hanner cyhoeddus ohoni yn ${site}. Mae’r safle hwn yn cadw’r gwasanaeth llyfrgell ar ei restr ei hun o gyhoeddwyr.`,
  issuerId: 'Ei ddynodydd',
  picture: 'Lawrlwytho llun y bathodyn (PNG)',
  printed: (address: string, when: string) =>
    `Darllenwyd yn ${address} ar ${when}. Edrychwch yno eto: gellir tynnu bathodyn yn ôl.`,
  allPassed: (count: number) => `Pasiwyd pob un o’r ${count} gwiriad.`,
  somePassed: (passed: number, count: number) => `Pasiwyd ${passed} o’r ${count} gwiriad.`,
  drop: 'Gollyngwch fathodyn neu dystysgrif yma, neu gludwch un unrhyw le ar y dudalen hon.',
  scan: 'Sganio cod â’r camera',
  scanHelp: 'Daliwch god y dystysgrif o flaen y camera. Mae’r llun yn aros ar eich dyfais.',
  scanStop: 'Diffodd y camera',
  scanFailed: 'Ni ellid defnyddio’r camera. Gallwch deipio’r cyfeiriad sydd wrth ymyl y cod.',
  scanOther: 'Nid cyfeiriad bathodyn yw’r cod hwnnw. Rhowch gynnig ar yr un ar y dystysgrif.',
}

export const verificationText = { en, cy }
