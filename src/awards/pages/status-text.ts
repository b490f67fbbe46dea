const en = {
  statuses: { valid: 'Valid', suspended: 'Paused', revoked: 'Revoked', ended: 'Ran out' },
  changedOn: {
    valid: 'Made valid again on',
    suspended: 'Paused on',
    revoked: 'Revoked on',
    ended: 'Made valid again on',
  },
  changedBy: 'By',
  why: 'Reason',
  suspendedTitle: 'This badge is paused',
  suspendedText: (date: string) =>
    `It was paused on ${date}. Whoever checks it is told that it is suspended for now.`,
  revokedTitle: 'This badge has been revoked',
  revokedText: (date: string) =>
    `It was revoked on ${date}. Whoever checks it from now on is told that it is no longer valid.`,
  reasonLong: 'Say it in 500 characters or fewer.',
  cancel: 'Cancel',
  revoke: {
    title: (name: string) => `Revoke the badge of ${name}`,
    what: 'What happens when you revoke it',
    effects: [
      'Whoever checks the badge, from a file, a certificate or a link, is told at once that it is no longer valid.',
      'The volunteer keeps the record of their hours. They can be given the badge again.',
      'The award, the date and your reason stay in your records. It cannot be undone.',
    ],
    label: 'Why is it revoked?',
    hint: 'Say it in a sentence, such as “Issued to the wrong person”. Write nothing private: it is kept with the award.',
    missing: 'Say why the badge is revoked.',
    button: 'Revoke this badge',
  },
  suspend: {
    title: (name: string) => `Pause the badge of ${name}`,
    what: 'What happens when you pause it',
    effects: [
      'Whoever checks the badge, from a file, a certificate or a link, is told at once that it is suspended for now.',
      'The volunteer keeps the record of their hours, and sees your reason.',
      'You can make it valid again at any time, or revoke it for good. The date and your reason stay in your records.',
    ],
    label: 'Why is it paused?',
    hint: 'Say it in a sentence, such as “The hours are being checked”. Write nothing private: it is kept with the award.',
    missing: 'Say why the badge is paused.',
    button: 'Pause this badge',
  },
  reinstate: {
    title: (name: string) => `Make the badge of ${name} valid again`,
    what: 'What happens when you make it valid again',
    effects: [
      'Whoever checks the badge is told at once that it is valid.',
      'That it was paused, the dates and the reasons stay in your records.',
    ],
    label: 'Why is it valid again?',
    hint: 'Say it in a sentence, such as “The hours were checked and are right”. Write nothing private: it is kept with the award.',
    missing: 'Say why the badge is valid again.',
    button: 'Make it valid again',
  },
}

const cy: typeof en = {
  statuses: { valid: 'Dilys', suspended: 'Wedi’i oedi', revoked: 'Wedi’i ddirymu', ended: 'Wedi dod i ben' },
  changedOn: {
    valid: 'Gwnaed yn ddilys eto ar',
    suspended: 'Oedwyd ar',
    revoked: 'Dirymwyd ar',
    ended: 'Gwnaed yn ddilys eto ar',
  },
  changedBy: 'Gan',
  why: 'Rheswm',
  suspendedTitle: 'Mae’r bathodyn hwn wedi’i oedi',
  suspendedText: (date) =>
    `Oedwyd ef ar ${date}. Bydd pawb sy’n ei wirio yn cael gwybod ei fod wedi’i atal am y tro.`,
  revokedTitle: 'Mae’r bathodyn hwn wedi’i ddirymu',
  revokedText: (date) =>
    `Dirymwyd ef ar ${date}. Bydd pawb sy’n ei wirio o hyn ymlaen yn cael gwybod nad yw’n ddilys mwyach.`,
  reasonLong: 'Dywedwch mewn 500 nod neu lai.',
  cancel: 'Canslo',
  revoke: {
    title: (name) => `Dirymu bathodyn ${name}`,
    what: 'Beth sy’n digwydd pan fyddwch yn ei ddirymu',
    effects: [
      'Bydd pawb sy’n gwirio’r bathodyn, o ffeil, tystysgrif neu ddolen, yn cael gwybod ar unwaith nad yw’n ddilys mwyach.',
      'Mae’r gwirfoddolwr yn cadw cofnod ei oriau. Gellir rhoi’r bathodyn iddo eto.',
      'Mae’r dyfarniad, y dyddiad a’ch rheswm yn aros yn eich cofnodion. Ni ellir ei ddadwneud.',
    ],
    label: 'Pam mae’n cael ei ddirymu?',
    hint: 'Dywedwch mewn brawddeg, fel “Rhoddwyd i’r person anghywir”. Peidiwch ag ysgrifennu dim preifat: mae’n cael ei gadw gyda’r dyfarniad.',
    missing: 'Dywedwch pam mae’r bathodyn yn cael ei ddirymu.',
    button: 'Dirymu’r bathodyn hwn',
  },
  suspend: {
    title: (name) => `Oedi bathodyn ${name}`,
    what: 'Beth sy’n digwydd pan fyddwch yn ei oedi',
    effects: [
      'Bydd pawb sy’n gwirio’r bathodyn, o ffeil, tystysgrif neu ddolen, yn cael gwybod ar unwaith ei fod wedi’i atal am y tro.',
      'Mae’r gwirfoddolwr yn cadw cofnod ei oriau, ac yn gweld eich rheswm.',
      'Gallwch ei wneud yn ddilys eto unrhyw bryd, neu ei ddirymu am byth. Mae’r dyddiad a’ch rheswm yn aros yn eich cofnodion.',
    ],
    label: 'Pam mae’n cael ei oedi?',
    hint: 'Dywedwch mewn brawddeg, fel “Mae’r oriau’n cael eu gwirio”. Peidiwch ag ysgrifennu dim preifat: mae’n cael ei gadw gyda’r dyfarniad.',
    missing: 'Dywedwch pam mae’r bathodyn yn cael ei oedi.',
    button: 'Oedi’r bathodyn hwn',
  },
  reinstate: {
    title: (name) => `Gwneud bathodyn ${name} yn ddilys eto`,
    what: 'Beth sy’n digwydd pan fyddwch yn ei wneud yn ddilys eto',
    effects: [
      'Bydd pawb sy’n gwirio’r bathodyn yn cael gwybod ar unwaith ei fod yn ddilys.',
      'Mae’r ffaith iddo gael ei oedi, y dyddiadau a’r rhesymau yn aros yn eich cofnodion.',
    ],
    label: 'Pam mae’n ddilys eto?',
    hint: 'Dywedwch mewn brawddeg, fel “Gwiriwyd yr oriau ac maent yn gywir”. Peidiwch ag ysgrifennu dim preifat: mae’n cael ei gadw gyda’r dyfarniad.',
    missing: 'Dywedwch pam mae’r bathodyn yn ddilys eto.',
    button: 'Ei wneud yn ddilys eto',
  },
}

export const statusText = { en, cy }
