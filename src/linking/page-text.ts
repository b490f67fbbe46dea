import type { LinkRefusal } from './model'

const en = {
  title: 'Records at other services',
  intro:
    'If you volunteered for another library service, you can say that both records are yours. Each service still sees only its own. Your badges stay valid. You can end it at any time.',
  none: 'No other record is linked.',
  linked: 'Linked records',
  offered: (email: string, until: string) => `Waiting: a mail went to ${email}. It works until ${until}.`,
  since: (on: string) => `Linked on ${on}`,
  end: 'End the link',
  choose: 'Which of your records do you want to link?',
  link: 'Link the two records',
  byMail: 'Another record, with another e-mail address',
  email: 'E-mail address of your other record',
  emailHint: 'You get a mail there, and confirm it while you are signed in with that address.',
  send: 'Send the mail',
  emailProblem: 'Enter an e-mail address, such as name@example.org',
  chooseProblem: 'Choose a record',
  back: 'Your data',
  confirmTitle: (service: string) => `Link with your record at ${service}`,
  nothingToLink: 'You have no record of your own with this address to link it with.',
  refusals: {
    'same-service': 'Both records are at the same service',
    'linked-already': 'These services are linked already',
    'waits-for-guardian': 'This has to wait until a parent or guardian agrees',
  } satisfies Record<LinkRefusal, string>,
}

const cy: typeof en = {
  title: 'Cofnodion mewn gwasanaethau eraill',
  intro:
    'Os gwnaethoch wirfoddoli i wasanaeth llyfrgell arall, gallwch ddweud mai chi piau’r ddau gofnod. Mae pob gwasanaeth yn dal i weld ei gofnod ei hun yn unig. Mae eich bathodynnau’n aros yn ddilys. Gallwch ddod â hyn i ben unrhyw bryd.',
  none: 'Nid oes cofnod arall wedi’i gysylltu.',
  linked: 'Cofnodion cysylltiedig',
  offered: (email, until) => `Yn aros: aeth neges i ${email}. Mae’n gweithio tan ${until}.`,
  since: (on) => `Cysylltwyd ar ${on}`,
  end: 'Dod â’r cyswllt i ben',
  choose: 'Pa un o’ch cofnodion ydych chi am ei gysylltu?',
  link: 'Cysylltu’r ddau gofnod',
  byMail: 'Cofnod arall, gyda chyfeiriad e-bost arall',
  email: 'Cyfeiriad e-bost eich cofnod arall',
  emailHint: 'Cewch neges yno, a’i chadarnhau tra byddwch wedi mewngofnodi gyda’r cyfeiriad hwnnw.',
  send: 'Anfon y neges',
  emailProblem: 'Rhowch gyfeiriad e-bost, megis enw@example.org',
  chooseProblem: 'Dewiswch gofnod',
  back: 'Eich data',
  confirmTitle: (service) => `Cysylltu â’ch cofnod yn ${service}`,
  nothingToLink: 'Nid oes gennych gofnod eich hun gyda’r cyfeiriad hwn i’w gysylltu ag ef.',
  refusals: {
    'same-service': 'Mae’r ddau gofnod yn yr un gwasanaeth',
    'linked-already': 'Mae’r gwasanaethau hyn wedi’u cysylltu eisoes',
    'waits-for-guardian': 'Rhaid i hyn aros nes bod rhiant neu warcheidwad yn cytuno',
  },
}

export const linkingText = { en, cy }
