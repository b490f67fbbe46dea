const en = {
  title: (badge: string) => `How your service gives “${badge}”`,
  intro:
    'The national rule holds unless you ask for more. You cannot ask for less. Badges that are issued already stay as they are; another rule makes a new version of the badge.',
  national: 'The national rule',
  hide: 'Does your service give this badge?',
  hideChoice: 'No, hide it from lists and from volunteers',
  numbers: 'Ask for more',
  numberHint: (least: string) => `At least ${least}, as the national rule asks.`,
  hours: 'hours',
  extras: 'Also ask for',
  induction: 'The induction checklist',
  extraHours: 'Approved hours in any role, in all',
  extraHoursHint: 'Leave empty for none.',
  training: 'A training',
  none: 'None',
  save: 'Save',
  saved: 'Saved.',
  tooLow: 'This is less than the national rule asks for.',
  notANumber: 'Enter a number.',
  link: 'How your service gives this badge',
  hidden: 'Your service does not give this badge.',
  isOwn: 'This library service designed this badge, and its rule is its own.',
  isNational: 'National badge: the rule is the same at every library service.',
  isLocal:
    'National badge. This library service asks for more than the national rule, and its own rule comes first.',
}

const cy: typeof en = {
  title: (badge) => `Sut mae eich gwasanaeth yn rhoi “${badge}”`,
  intro:
    'Y rheol genedlaethol sydd mewn grym oni bai eich bod yn gofyn am fwy. Ni allwch ofyn am lai. Mae bathodynnau sydd eisoes wedi’u rhoi yn aros fel y maent; mae rheol arall yn creu fersiwn newydd o’r bathodyn.',
  national: 'Y rheol genedlaethol',
  hide: 'A yw eich gwasanaeth yn rhoi’r bathodyn hwn?',
  hideChoice: 'Nac ydy, ei guddio o restrau a rhag gwirfoddolwyr',
  numbers: 'Gofyn am fwy',
  numberHint: (least) => `O leiaf ${least}, fel y mae’r rheol genedlaethol yn gofyn.`,
  hours: 'awr',
  extras: 'Gofyn hefyd am',
  induction: 'Y rhestr sefydlu',
  extraHours: 'Oriau cymeradwy mewn unrhyw rôl, i gyd',
  extraHoursHint: 'Gadewch yn wag os nad oes rhai.',
  training: 'Hyfforddiant',
  none: 'Dim',
  save: 'Cadw',
  saved: 'Wedi’i gadw.',
  tooLow: 'Mae hyn yn llai nag y mae’r rheol genedlaethol yn gofyn amdano.',
  notANumber: 'Rhowch rif.',
  link: 'Sut mae eich gwasanaeth yn rhoi’r bathodyn hwn',
  hidden: 'Nid yw eich gwasanaeth yn rhoi’r bathodyn hwn.',
  isOwn: 'Y gwasanaeth llyfrgell hwn a ddyluniodd y bathodyn hwn, a’i reol ei hun sydd iddo.',
  isNational: 'Bathodyn cenedlaethol: mae’r rheol yr un fath ym mhob gwasanaeth llyfrgell.',
  isLocal:
    'Bathodyn cenedlaethol. Mae’r gwasanaeth llyfrgell hwn yn gofyn am fwy na’r rheol genedlaethol, a’i reol ei hun sy’n dod gyntaf.',
}

export const choiceText = { en, cy }
