import type { Language } from '../../web/app-env'

const en = {
  link: 'Change how this badge names you',
  title: 'How this badge names you',
  help: 'The badge holds no name. It says that it belongs to a number that nobody else has. If a wallet or a website needs more, you can add it here. We then sign the badge again. Copies that you took before stay valid.',
  legend: 'What should the badge say of you?',
  byEmail: 'A scrambled form of my e-mail address',
  byEmailHint: 'Somebody who knows your address, or guesses it, can check that the badge is yours.',
  noEmail: 'There is no e-mail address in your record.',
  did: 'The identifier of your wallet',
  didHint: 'Leave this empty if you have none. It starts with did: and your wallet shows it.',
  didWrong: 'Enter an identifier that starts with did:, such as did:key:z6Mk…',
  save: 'Sign the badge again',
  cancel: 'Cancel',
}

/** What the page says on which a holder chooses how a badge names them. */
export const holderText: Readonly<Record<Language, typeof en>> = {
  en,
  cy: {
    link: "Newid sut mae'r bathodyn hwn yn eich enwi",
    title: "Sut mae'r bathodyn hwn yn eich enwi",
    help: "Nid oes enw yn y bathodyn. Mae'n dweud ei fod yn perthyn i rif nad oes gan neb arall. Os oes angen mwy ar waled neu wefan, gallwch ei ychwanegu yma. Wedyn byddwn yn llofnodi'r bathodyn eto. Mae copïau a gawsoch o'r blaen yn dal yn ddilys.",
    legend: "Beth ddylai'r bathodyn ei ddweud amdanoch?",
    byEmail: "Ffurf gymysg o'm cyfeiriad e-bost",
    byEmailHint: "Gall rhywun sy'n gwybod eich cyfeiriad, neu'n ei ddyfalu, wirio mai chi biau'r bathodyn.",
    noEmail: 'Nid oes cyfeiriad e-bost yn eich cofnod.',
    did: 'Dynodydd eich waled',
    didHint:
      "Gadewch hwn yn wag os nad oes gennych un. Mae'n dechrau gyda did: ac mae eich waled yn ei ddangos.",
    didWrong: "Rhowch ddynodydd sy'n dechrau gyda did:, fel did:key:z6Mk…",
    save: "Llofnodi'r bathodyn eto",
    cancel: 'Canslo',
  },
}
