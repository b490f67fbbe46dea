import type { GuardianPurpose } from './guardians/model'
import type { GuardianFault } from './rules/check-guardian'

const en = {
  title: (child: string) => `Can ${child} volunteer?`,
  intro: (service: string, child: string) =>
    `${service} asks you as a parent or guardian. Until you answer, nothing that ${child} does is approved or shown to anybody.`,
  questions: {
    role: (child: string) => `May ${child} volunteer in the library?`,
    photo: (child: string) => `May the library take and use photos of ${child}?`,
    sharing: (child: string) => `May ${child} show a badge on a public page?`,
  } satisfies Record<GuardianPurpose, (child: string) => string>,
  hints: {
    role: 'The library then keeps and checks a record of the hours, and can give badges for them. If you say no, the other answers are no as well.',
    photo:
      'For example of a reading event, on the library’s own pages. You can say no to this and yes to the rest.',
    sharing:
      'Only if they want to as well. The page shows a first name and an initial at most, and search engines are asked to leave it out.',
  } satisfies Record<GuardianPurpose, string>,
  yes: 'Yes',
  no: 'No',
  answerMissing: {
    role: 'Say whether they may volunteer.',
    photo: 'Say whether photos may be taken.',
    sharing: 'Say whether a badge may be shown.',
  } satisfies Record<GuardianPurpose, string>,
  name: 'Your name',
  email: 'Your e-mail address (optional)',
  emailHint: 'With it you can sign in later, see what the record says, and change your answers.',
  send: 'Send my answer',
  changeLater: 'You can change your mind at any time: sign in, or tell the library.',
  thanksYes: 'Thank you. Your answer is with the library.',
  thanksNo: 'Thank you. The library knows that you said no.',
  doneHelpYes: (child: string) => `${child} can volunteer now. You can change your mind at any time.`,
  doneHelpNo: (child: string) =>
    `Nothing that ${child} does will be approved or shown. If that was a mistake, ask the library for a new link.`,
  signIn: 'Sign in with your e-mail address',
  gone: 'This link does not work any more',
  goneUsed: 'It has been used: the library has your answer. To change it, sign in or ask the library.',
  goneOver: 'A link works once, for 7 days. Ask the library for a new one.',
  faults: {
    'name-missing': 'Write your name.',
    'too-long': 'This is too long.',
    'email-missing': 'Write an e-mail address.',
    'email-wrong': 'Write an e-mail address like name@example.org, or leave it empty.',
    'email-is-the-childs': 'This is the young person’s own address. Write yours, or leave it empty.',
  } satisfies Record<GuardianFault, string>,
}

const cy: typeof en = {
  title: (child) => `A gaiff ${child} wirfoddoli?`,
  intro: (service, child) =>
    `Mae ${service} yn gofyn i chi fel rhiant neu warcheidwad. Nes i chi ateb, ni chaiff dim y mae ${child} yn ei wneud ei gymeradwyo na’i ddangos i neb.`,
  questions: {
    role: (child) => `A gaiff ${child} wirfoddoli yn y llyfrgell?`,
    photo: (child) => `A gaiff y llyfrgell dynnu a defnyddio lluniau o ${child}?`,
    sharing: (child) => `A gaiff ${child} ddangos bathodyn ar dudalen gyhoeddus?`,
  },
  hints: {
    role: 'Bydd y llyfrgell wedyn yn cadw ac yn gwirio cofnod o’r oriau, a gall roi bathodynnau amdanynt. Os dywedwch na, na fydd yr atebion eraill hefyd.',
    photo:
      'Er enghraifft o ddigwyddiad darllen, ar dudalennau’r llyfrgell ei hun. Gallwch ddweud na i hyn ac ie i’r gweddill.',
    sharing:
      'Dim ond os ydynt hwythau am wneud hynny. Mae’r dudalen yn dangos enw cyntaf a llythyren ar y mwyaf, a gofynnir i beiriannau chwilio ei gadael allan.',
  },
  yes: 'Caiff',
  no: 'Na chaiff',
  answerMissing: {
    role: 'Dywedwch a gaiff wirfoddoli.',
    photo: 'Dywedwch a gaiff y llyfrgell dynnu lluniau.',
    sharing: 'Dywedwch a gaiff ddangos bathodyn.',
  },
  name: 'Eich enw',
  email: 'Eich cyfeiriad e-bost (dewisol)',
  emailHint: 'Gydag ef gallwch fewngofnodi’n nes ymlaen, gweld beth sydd yn y cofnod, a newid eich atebion.',
  send: 'Anfon fy ateb',
  changeLater: 'Gallwch newid eich meddwl unrhyw bryd: mewngofnodwch, neu dywedwch wrth y llyfrgell.',
  thanksYes: 'Diolch. Mae eich ateb gyda’r llyfrgell.',
  thanksNo: 'Diolch. Mae’r llyfrgell yn gwybod eich bod wedi dweud na.',
  doneHelpYes: (child) => `Gall ${child} wirfoddoli nawr. Gallwch newid eich meddwl unrhyw bryd.`,
  doneHelpNo: (child) =>
    `Ni chaiff dim y mae ${child} yn ei wneud ei gymeradwyo na’i ddangos. Os mai camgymeriad oedd hynny, gofynnwch i’r llyfrgell am ddolen newydd.`,
  signIn: 'Mewngofnodi â’ch cyfeiriad e-bost',
  gone: 'Nid yw’r ddolen hon yn gweithio mwyach',
  goneUsed:
    'Mae wedi’i defnyddio: mae eich ateb gan y llyfrgell. I’w newid, mewngofnodwch neu gofynnwch i’r llyfrgell.',
  goneOver: 'Mae dolen yn gweithio unwaith, am 7 diwrnod. Gofynnwch i’r llyfrgell am un newydd.',
  faults: {
    'name-missing': 'Ysgrifennwch eich enw.',
    'too-long': 'Mae hwn yn rhy hir.',
    'email-missing': 'Ysgrifennwch gyfeiriad e-bost.',
    'email-wrong': 'Ysgrifennwch gyfeiriad e-bost fel enw@example.org, neu gadewch yn wag.',
    'email-is-the-childs':
      'Cyfeiriad y person ifanc ei hun yw hwn. Ysgrifennwch eich un chi, neu gadewch yn wag.',
  },
}

export const guardianText = { en, cy }
