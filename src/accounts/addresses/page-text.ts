import type { AddressFault } from './actions'

type Faults = Readonly<Record<AddressFault, string>>

const faultsEn: Faults = {
  'not-an-address': 'Type an e-mail address, like name@example.org.',
  'same-address': 'This is the address that you sign in with now.',
  demonstration: 'The people of the demonstration keep their addresses.',
}

const faultsCy: Faults = {
  'not-an-address': 'Teipiwch gyfeiriad e-bost, er enghraifft enw@example.org.',
  'same-address': 'Dyma’r cyfeiriad rydych yn mewngofnodi ag ef nawr.',
  demonstration: 'Mae pobl yr arddangosiad yn cadw eu cyfeiriadau.',
}

const en = {
  title: 'Change your e-mail address',
  now: (email: string) => `You sign in with ${email}.`,
  intro: 'We send a link to your new address. Nothing changes until you open it and press the button.',
  label: 'New e-mail address',
  send: 'Send the link',
  sentTitle: 'Check your new e-mail',
  sent: (email: string) =>
    `A mail is on its way to ${email}. Open its link within 24 hours on a device where you are signed in.`,
  sentOld: 'We also tell your present address, in case it was not you.',
  outbox: 'This is a development server: it sends no mail. Read it in the outbox.',
  outboxLink: 'Open the outbox',
  confirmTitle: 'Use this address from now on?',
  confirm: (email: string) =>
    `You will sign in with ${email}, in every library service where you have a role.`,
  confirmEnds: 'Every other device is signed out.',
  press: 'Use this address',
  done: (email: string) => `You sign in with ${email} from now on.`,
  faults: faultsEn,
}

const cy: typeof en = {
  title: 'Newid eich cyfeiriad e-bost',
  now: (email) => `Rydych yn mewngofnodi â ${email}.`,
  intro:
    'Byddwn yn anfon dolen i’ch cyfeiriad newydd. Nid oes dim yn newid nes i chi ei hagor a phwyso’r botwm.',
  label: 'Cyfeiriad e-bost newydd',
  send: 'Anfon y ddolen',
  sentTitle: 'Edrychwch ar eich e-bost newydd',
  sent: (email) =>
    `Mae neges ar ei ffordd i ${email}. Agorwch y ddolen ynddi o fewn 24 awr ar ddyfais lle rydych wedi mewngofnodi.`,
  sentOld: 'Rydym hefyd yn rhoi gwybod i’ch cyfeiriad presennol, rhag ofn nad chi oedd hwn.',
  outbox: 'Gweinydd datblygu yw hwn: nid yw’n anfon post. Darllenwch y post yn y blwch allan.',
  outboxLink: 'Agor y blwch allan',
  confirmTitle: 'Defnyddio’r cyfeiriad hwn o hyn ymlaen?',
  confirm: (email) => `Byddwch yn mewngofnodi â ${email}, ym mhob gwasanaeth llyfrgell lle mae gennych rôl.`,
  confirmEnds: 'Bydd pob dyfais arall yn cael ei hallgofnodi.',
  press: 'Defnyddio’r cyfeiriad hwn',
  done: (email) => `Rydych yn mewngofnodi â ${email} o hyn ymlaen.`,
  faults: faultsCy,
}

export const addressText = { en, cy }
