type MailWords = { readonly subject: string; readonly text: string }
type Texts<In> = Readonly<Record<'en' | 'cy', (values: In) => MailWords>>

/** To the new address: the link that confirms it. */
export const confirmMail: Texts<{ readonly from: string; readonly link: string }> = {
  en: ({ from, link }) => ({
    subject: 'Confirm your new e-mail address',
    text: `Hello,\n\nSomebody who signs in to Colophon as ${from} wants to sign in with this address from now on.\n\nIf that is you, open this link within 24 hours on a device where you are signed in, and press the button:\n${link}\n\nIf it is not you, do nothing: nothing changes.\n\nColophon\n`,
  }),
  cy: ({ from, link }) => ({
    subject: 'Cadarnhau eich cyfeiriad e-bost newydd',
    text: `Helo,\n\nMae rhywun sy’n mewngofnodi i Colophon fel ${from} am fewngofnodi â’r cyfeiriad hwn o hyn ymlaen.\n\nOs mai chi ydyw, agorwch y ddolen hon o fewn 24 awr ar ddyfais lle rydych wedi mewngofnodi, a phwyswch y botwm:\n${link}\n\nOs nad chi ydyw, peidiwch â gwneud dim: ni fydd dim yn newid.\n\nColophon\n`,
  }),
}

/** To a new address that somebody signs in with already. */
export const takenMail: Texts<Readonly<Record<never, never>>> = {
  en: () => ({
    subject: 'Your e-mail address is in use already',
    text: `Hello,\n\nSomebody wants to sign in to Colophon with this address, which is in use already. Nothing has changed.\n\nIf it was you: sign in with this address, or ask your library service to put your records together.\n\nColophon\n`,
  }),
  cy: () => ({
    subject: 'Mae eich cyfeiriad e-bost eisoes yn cael ei ddefnyddio',
    text: `Helo,\n\nMae rhywun am fewngofnodi i Colophon â’r cyfeiriad hwn, sydd eisoes yn cael ei ddefnyddio. Nid oes dim wedi newid.\n\nOs mai chi oedd hwn: mewngofnodwch â’r cyfeiriad hwn, neu gofynnwch i’ch gwasanaeth llyfrgell roi eich cofnodion at ei gilydd.\n\nColophon\n`,
  }),
}

/** To the old address, when the change is asked for. */
export const askedMail: Texts<{ readonly to: string }> = {
  en: ({ to }) => ({
    subject: 'Your e-mail address is about to change',
    text: `Hello,\n\nSomebody who is signed in to Colophon as you wants to sign in with ${to} instead of this address. It changes once that mailbox has confirmed it.\n\nIf it was not you, tell your library service at once.\n\nColophon\n`,
  }),
  cy: ({ to }) => ({
    subject: 'Mae eich cyfeiriad e-bost ar fin newid',
    text: `Helo,\n\nMae rhywun sydd wedi mewngofnodi i Colophon fel chi am fewngofnodi â ${to} yn lle’r cyfeiriad hwn. Bydd yn newid unwaith y bydd y blwch post hwnnw wedi ei gadarnhau.\n\nOs nad chi oedd hwn, dywedwch wrth eich gwasanaeth llyfrgell ar unwaith.\n\nColophon\n`,
  }),
}

/** To the old address, when it has changed. */
export const changedMail: Texts<{ readonly to: string }> = {
  en: ({ to }) => ({
    subject: 'Your e-mail address has changed',
    text: `Hello,\n\nYou sign in to Colophon with ${to} from now on. This address does not sign in any more, and every device is signed out.\n\nIf it was not you, tell your library service at once.\n\nColophon\n`,
  }),
  cy: ({ to }) => ({
    subject: 'Mae eich cyfeiriad e-bost wedi newid',
    text: `Helo,\n\nRydych yn mewngofnodi i Colophon â ${to} o hyn ymlaen. Nid yw’r cyfeiriad hwn yn mewngofnodi mwyach, ac mae pob dyfais wedi’i hallgofnodi.\n\nOs nad chi oedd hwn, dywedwch wrth eich gwasanaeth llyfrgell ar unwaith.\n\nColophon\n`,
  }),
}
