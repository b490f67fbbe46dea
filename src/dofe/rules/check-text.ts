import type { CheckId, CheckOutcome, CheckReason } from '../model'

/** What the words of a check may name, written in the language of the words. */
export type CheckWords = {
  readonly months: string
  readonly count: string
  readonly hours: string
  readonly days: string
  readonly percent: string
  readonly first: string
  readonly last: string
  readonly dates: string
  /** The day from which it passes. */
  readonly from: string
}
type Say = (words: CheckWords) => string
/** To the young person, and to the coordinator with what to do. */
type Said = { readonly young: Say; readonly coordinator: Say }
type CheckTable = {
  readonly names: Readonly<Record<CheckId, string>>
  readonly outcomes: Readonly<Record<CheckOutcome, string>>
  readonly reasons: Readonly<Record<CheckReason, Said>>
}

const both = (say: Say): Said => ({ young: say, coordinator: say })

const en: CheckTable = {
  names: {
    'DF-01': 'Age at the start',
    'DF-02': 'Before the 25th birthday',
    'DF-03': 'First to last session',
    'DF-04': 'An hour a week',
    'DF-05': 'A session every month',
    'DF-06': 'Gaps between sessions',
    'DF-07': 'Start and enrolment',
    'DF-08': 'Level below',
    'DF-09': 'Length of the section',
    'DF-10': 'Unpaid and for the public good',
    'DF-11': 'Counted once',
    'DF-12': 'Assessor',
    'DF-13': 'Goals and last talk',
    'DF-14': 'Report and hours agree',
    'DF-15': 'Changes of activity',
    'DF-16': 'Share of training',
    'DF-17': 'Report up to date',
  },
  outcomes: { pass: 'Fine', warn: 'Look at this', fail: 'Not met', 'needs-leader': 'Ask the leader' },
  reasons: {
    'age-met': both(({ first }) => `Old enough: this level could start from ${first}.`),
    'age-too-young': {
      young: ({ from }) => `You are a little too young for this level. Sessions can count from ${from}.`,
      coordinator: ({ first, from }) =>
        `The first session is on ${first}; this level may start from ${from}. Take earlier sessions out of the count, or check the date of birth and the nation.`,
    },
    'age-enrolled-early': {
      young: () => 'You enrolled very early. Ask your leader if that is fine.',
      coordinator: ({ first }) =>
        `Enrolment may be from ${first} at the earliest. Ask the leader about the date in eDofE.`,
    },
    'end-in-time': both(({ last }) => `There is time until ${last}.`),
    'end-too-old': {
      young: ({ last }) => `Everything has to be done by ${last}. Talk to your coordinator.`,
      coordinator: ({ last }) =>
        `The last session has to be by ${last}. Take later sessions out of the count, or check the plan.`,
    },
    'length-met': both(({ first, last, months }) => `From ${first} to ${last}: ${months} or more.`),
    'length-near': {
      young: ({ from }) =>
        `You are a few days short. One more session on or after ${from} makes it long enough. Or ask your leader.`,
      coordinator: ({ days, from }) =>
        `${days} short. Offer one more session on or after ${from}, or ask the leader to decide.`,
    },
    'length-not-yet': {
      young: ({ from }) => `Keep going! It is long enough when you have a session on or after ${from}.`,
      coordinator: ({ from }) =>
        `A session on or after ${from} makes it long enough. The plan reaches that day.`,
    },
    'length-plan-short': {
      young: ({ from, last }) =>
        `Your plan ends on ${last}. That is too short: you need a session on or after ${from}. You can go on in another role; see below.`,
      coordinator: ({ from, last, days }) =>
        `The plan ends on ${last}, ${days} short. Agree a role to go on with until ${from} or later, and change the planned last day.`,
    },
    'hours-met': both(({ hours }) => `${hours} so far, at least an hour a week.`),
    'hours-short': {
      young: ({ hours }) => `${hours} to go.`,
      coordinator: ({ hours, months }) =>
        `${hours} short of an hour a week over ${months}. Plan more or longer sessions.`,
    },
    'months-met': both(() => 'Every month so far has a session.'),
    'months-empty': {
      young: ({ dates }) =>
        `There is no session in the month from ${dates}. Holidays and exams are fine: tell your leader, or go on a little longer.`,
      coordinator: ({ dates }) =>
        `No session in the month from ${dates}. Ask the leader whether the break is fine or the section should go on longer.`,
    },
    'gaps-usual': both(() => 'No gap of more than two weeks.'),
    'gaps-long': {
      young: ({ first, last }) => `There is a long gap from ${first} to ${last}. A break is allowed.`,
      coordinator: ({ days, first, last }) =>
        `${days} between ${first} and ${last}. Breaks are allowed; say why in the report.`,
    },
    'gaps-not-asked': both(() => 'At this level sessions may be further apart.'),
    'start-after-enrolment': both(() => 'The first session is on the day of enrolment or later.'),
    'start-backdated': {
      young: () => 'Your first session was before you enrolled. Your leader has to agree that it counts.',
      coordinator: ({ first }) =>
        `The first session, on ${first}, is before enrolment. Ask the leader; at Bronze and Silver they move the enrolment date in eDofE.`,
    },
    'start-backdated-twice': {
      young: ({ from }) =>
        `Only one section may start before you enrolled. Sessions of this one count from ${from}.`,
      coordinator: ({ from }) =>
        `Another section of this level starts before enrolment already. Take sessions before ${from} out of the count.`,
    },
    'start-too-early': {
      young: ({ from }) =>
        `Your first session was too long before you enrolled. Sessions can count from ${from}.`,
      coordinator: ({ first, from }) =>
        `The first session, on ${first}, is more than three months before enrolment. Take sessions before ${from} out of the count.`,
    },
    'lower-not-needed': both(() => 'No level below is needed.'),
    'lower-before': both(({ last }) => `The same section of the level below ended on ${last}.`),
    'lower-same-day': {
      young: () => 'This section starts on the day the last one ended. Ask your leader.',
      coordinator: ({ last, from }) =>
        `The level below ended on ${last}, the day of the first session. Ask the leader, or count sessions from ${from}.`,
    },
    'lower-unknown': {
      young: () => 'Tell your coordinator when you finished this section at the level below.',
      coordinator: () => 'Enter the last day of the same section at the level below; the leader knows it.',
    },
    'lower-after': {
      young: ({ from }) => `Sessions count from ${from}, after the level below.`,
      coordinator: ({ first, last, from }) =>
        `The first session is on ${first}, the level below ended on ${last}. Count sessions from ${from}.`,
    },
    'target-right': both(({ months }) => `This section takes ${months}.`),
    'target-not-confirmed': {
      young: ({ months }) => `This section should take ${months}. Check that eDofE says the same.`,
      coordinator: ({ months }) => `It should take ${months}. Ask what eDofE shows, and enter it.`,
    },
    'target-differs': {
      young: ({ months, count }) => `eDofE says ${count}, but it should be ${months}. Ask your leader.`,
      coordinator: ({ months, count }) =>
        `eDofE shows ${count}; level and choices come to ${months}. Ask the leader which is right.`,
    },
    'target-extra-not-for-them': {
      young: () => 'Extra months are for people who start at this level. Ask your leader.',
      coordinator: () => 'Extra months are chosen, but they did the level below. Untick one of the two.',
    },
    'target-extra-in-shorter': {
      young: () => 'Extra months belong in your longer section. Ask your leader.',
      coordinator: () =>
        'Extra months belong to Volunteering or the longer of Physical and Skills. Correct the choices.',
    },
    'terms-met': both(() => 'Unpaid, not for a business, no time credits kept.'),
    'terms-paid': {
      young: () => 'Only unpaid time counts. Talk to your coordinator.',
      coordinator: () => 'Confirm that it is unpaid apart from expenses; otherwise it cannot count.',
    },
    'terms-commercial': {
      young: () => 'It has to help the public, not a business. Talk to your coordinator.',
      coordinator: () => 'Confirm that it is not for a business, such as a café run for profit.',
    },
    'terms-time-credits': {
      young: ({ dates }) => `You got time credits for ${dates}. They count if you give the credits away.`,
      coordinator: ({ dates }) =>
        `Time credits were kept for ${dates}. If they are given away, correct the sessions; otherwise take them out.`,
    },
    'once-met': both(() => 'No session counts twice.'),
    'once-merged': both(({ hours }) => `Sessions overlap; ${hours} at the same time count once.`),
    'once-other-section': {
      young: ({ dates }) => `Sessions of another section are in the count: ${dates}.`,
      coordinator: ({ dates }) =>
        `Recorded for the other section: ${dates}. Take them out, or correct the sessions.`,
    },
    'once-elsewhere': {
      young: ({ dates }) => `These sessions count for another section too: ${dates}.`,
      coordinator: ({ dates }) =>
        `Also counted for another programme: ${dates}. Let each count for one only.`,
    },
    'assessor-fits': both(() => 'The assessor is an adult who knows the activity and is not family.'),
    'assessor-missing': {
      young: () => 'You need an assessor: an adult who sees what you do and is not family.',
      coordinator: () => 'Invite an assessor by e-mail.',
    },
    'assessor-invited': {
      young: () => 'Your assessor has been asked and has not answered yet.',
      coordinator: () => 'The assessor has not declared yet. Remind them, or invite another.',
    },
    'assessor-too-young': {
      young: () => 'Your assessor has to be 18 or older. Choose somebody else.',
      coordinator: () => 'They are under 18. Invite an adult.',
    },
    'assessor-related': {
      young: () => 'Your assessor cannot be family, yourself, or the person you help. Choose somebody else.',
      coordinator: () => 'Family, the young person, or who is helped. Invite somebody else.',
    },
    'assessor-not-knowing': {
      young: () => 'Your assessor has to know what you do. Choose somebody else.',
      coordinator: () => 'They do not know the activity. Invite somebody who does.',
    },
    'assessor-peer': {
      young: () => 'Your assessor is a friend or somebody of your group. Ask your leader if that is fine.',
      coordinator: () => 'The assessor is a peer. Ask the leader before the report is written.',
    },
    'goals-in-time': both(() => 'Goals were agreed in time, and there is a day for the last talk.'),
    'goals-missing': {
      young: ({ last }) => `Agree one to three goals with your assessor by ${last}.`,
      coordinator: ({ last }) => `Agree goals by ${last} and enter them.`,
    },
    'goals-late': {
      young: ({ first }) => `Your goals were agreed on ${first}, a little late. Tell your assessor.`,
      coordinator: ({ first, last }) =>
        `Goals were agreed on ${first}; best by ${last}. Say why in the report.`,
    },
    'goals-no-talk': {
      young: () => 'Agree a day for a last talk with your assessor.',
      coordinator: () => 'Enter the day of the last talk between the young person and the assessor.',
    },
    'report-agrees': both(() => 'The report states the same days and the same frequency.'),
    'report-missing': {
      young: () => 'Your assessor has not written the report yet.',
      coordinator: () => 'There is no report yet.',
    },
    'report-dates-differ': {
      young: () => 'The report and your hours have different days. Your coordinator will sort it out.',
      coordinator: ({ first, last, dates }) =>
        `The report states ${first} to ${last}, the hours ${dates}. Ask for a new report.`,
    },
    'report-frequency-differs': {
      young: () => 'The report says another frequency than eDofE. Your coordinator will sort it out.',
      coordinator: () => 'The frequency in the report differs from the plan. Correct one of the two.',
    },
    'changes-few': both(({ count }) => `Changes of activity: ${count}.`),
    'changes-many': {
      young: () => 'You changed your activity more than once. Your leader has to agree.',
      coordinator: ({ count }) => `${count} changes of activity; one is allowed. Ask the leader.`,
    },
    'training-small': both(({ percent }) => `Training is ${percent} of the time.`),
    'training-large': {
      young: ({ percent }) => `Training is ${percent} of your time. Try to spend more of it helping.`,
      coordinator: ({ percent }) =>
        `Training is ${percent} of the time. An old source asks for at most a quarter; ask the leader.`,
    },
    'report-fresh': both(() => 'The hours have not changed since the report.'),
    'report-stale': {
      young: () => 'Your hours changed after the report was written. You need a new report.',
      coordinator: () => 'The hours changed after the report was signed. Ask the assessor for a new report.',
    },
    'report-none': both(() => 'There is no report yet.'),
  },
}

const cy: CheckTable = {
  names: {
    'DF-01': 'Oedran ar y dechrau',
    'DF-02': 'Cyn pen-blwydd 25 oed',
    'DF-03': 'Sesiwn gyntaf i’r olaf',
    'DF-04': 'Awr yr wythnos',
    'DF-05': 'Sesiwn bob mis',
    'DF-06': 'Bylchau rhwng sesiynau',
    'DF-07': 'Dechrau a chofrestru',
    'DF-08': 'Lefel oddi tani',
    'DF-09': 'Hyd yr adran',
    'DF-10': 'Di-dâl ac er lles y cyhoedd',
    'DF-11': 'Cyfrif unwaith',
    'DF-12': 'Asesydd',
    'DF-13': 'Nodau a sgwrs olaf',
    'DF-14': 'Adroddiad ac oriau’n cytuno',
    'DF-15': 'Newid gweithgaredd',
    'DF-16': 'Cyfran yr hyfforddiant',
    'DF-17': 'Adroddiad yn gyfredol',
  },
  outcomes: {
    pass: 'Iawn',
    warn: 'Edrychwch ar hyn',
    fail: 'Heb ei fodloni',
    'needs-leader': 'Gofynnwch i’r arweinydd',
  },
  reasons: {
    'age-met': both(({ first }) => `Digon hen: gallai’r lefel hon ddechrau o ${first}.`),
    'age-too-young': {
      young: ({ from }) => `Rwyt ti ychydig yn rhy ifanc i’r lefel hon. Gall sesiynau gyfrif o ${from}.`,
      coordinator: ({ first, from }) =>
        `Mae’r sesiwn gyntaf ar ${first}; caiff y lefel hon ddechrau o ${from}. Tynnwch sesiynau cynharach o’r cyfrif, neu gwiriwch y dyddiad geni a’r wlad.`,
    },
    'age-enrolled-early': {
      young: () => 'Gwnest ti gofrestru’n gynnar iawn. Gofynna i dy arweinydd a yw hynny’n iawn.',
      coordinator: ({ first }) =>
        `Gellir cofrestru o ${first} ar y cynharaf. Gofynnwch i’r arweinydd am y dyddiad yn eDofE.`,
    },
    'end-in-time': both(({ last }) => `Mae amser tan ${last}.`),
    'end-too-old': {
      young: ({ last }) => `Rhaid gwneud popeth erbyn ${last}. Siarada â dy gydlynydd.`,
      coordinator: ({ last }) =>
        `Rhaid i’r sesiwn olaf fod erbyn ${last}. Tynnwch sesiynau diweddarach o’r cyfrif, neu gwiriwch y cynllun.`,
    },
    'length-met': both(({ first, last, months }) => `O ${first} i ${last}: ${months} neu fwy.`),
    'length-near': {
      young: ({ from }) =>
        `Rwyt ti ychydig ddyddiau’n brin. Bydd un sesiwn arall ar neu ar ôl ${from} yn ddigon. Neu gofynna i dy arweinydd.`,
      coordinator: ({ days, from }) =>
        `${days} yn brin. Cynigiwch un sesiwn arall ar neu ar ôl ${from}, neu gofynnwch i’r arweinydd benderfynu.`,
    },
    'length-not-yet': {
      young: ({ from }) => `Dal ati! Mae’n ddigon hir pan fydd gen ti sesiwn ar neu ar ôl ${from}.`,
      coordinator: ({ from }) =>
        `Bydd sesiwn ar neu ar ôl ${from} yn ddigon. Mae’r cynllun yn cyrraedd y diwrnod hwnnw.`,
    },
    'length-plan-short': {
      young: ({ from, last }) =>
        `Mae dy gynllun yn gorffen ar ${last}. Mae hynny’n rhy fyr: mae angen sesiwn ar neu ar ôl ${from}. Gelli di fynd ymlaen mewn rôl arall; gweler isod.`,
      coordinator: ({ from, last, days }) =>
        `Mae’r cynllun yn gorffen ar ${last}, ${days} yn brin. Cytunwch ar rôl i fynd ymlaen â hi tan ${from} neu’n hwyrach, a newidiwch y diwrnod olaf a gynlluniwyd.`,
    },
    'hours-met': both(({ hours }) => `${hours} hyd yma, o leiaf awr yr wythnos.`),
    'hours-short': {
      young: ({ hours }) => `${hours} i fynd.`,
      coordinator: ({ hours, months }) =>
        `${hours} yn brin o awr yr wythnos dros ${months}. Cynlluniwch fwy o sesiynau neu rai hirach.`,
    },
    'months-met': both(() => 'Mae sesiwn ym mhob mis hyd yma.'),
    'months-empty': {
      young: ({ dates }) =>
        `Does dim sesiwn yn y mis o ${dates}. Mae gwyliau ac arholiadau’n iawn: dyweda wrth dy arweinydd, neu cer ymlaen ychydig yn hirach.`,
      coordinator: ({ dates }) =>
        `Dim sesiwn yn y mis o ${dates}. Gofynnwch i’r arweinydd a yw’r egwyl yn iawn neu a ddylai’r adran barhau’n hirach.`,
    },
    'gaps-usual': both(() => 'Dim bwlch o fwy na phythefnos.'),
    'gaps-long': {
      young: ({ first, last }) => `Mae bwlch hir o ${first} i ${last}. Caniateir egwyl.`,
      coordinator: ({ days, first, last }) =>
        `${days} rhwng ${first} a ${last}. Caniateir egwyl; dywedwch pam yn yr adroddiad.`,
    },
    'gaps-not-asked': both(() => 'Ar y lefel hon caiff sesiynau fod ymhellach ar wahân.'),
    'start-after-enrolment': both(() => 'Mae’r sesiwn gyntaf ar ddiwrnod cofrestru neu’n hwyrach.'),
    'start-backdated': {
      young: () => 'Roedd dy sesiwn gyntaf cyn i ti gofrestru. Rhaid i dy arweinydd gytuno ei bod yn cyfrif.',
      coordinator: ({ first }) =>
        `Mae’r sesiwn gyntaf, ar ${first}, cyn cofrestru. Gofynnwch i’r arweinydd; ar lefel Efydd ac Arian mae’n symud y dyddiad cofrestru yn eDofE.`,
    },
    'start-backdated-twice': {
      young: ({ from }) =>
        `Dim ond un adran a gaiff ddechrau cyn cofrestru. Mae sesiynau’r adran hon yn cyfrif o ${from}.`,
      coordinator: ({ from }) =>
        `Mae adran arall o’r lefel hon eisoes yn dechrau cyn cofrestru. Tynnwch sesiynau cyn ${from} o’r cyfrif.`,
    },
    'start-too-early': {
      young: ({ from }) =>
        `Roedd dy sesiwn gyntaf yn rhy bell cyn cofrestru. Gall sesiynau gyfrif o ${from}.`,
      coordinator: ({ first, from }) =>
        `Mae’r sesiwn gyntaf, ar ${first}, fwy na thri mis cyn cofrestru. Tynnwch sesiynau cyn ${from} o’r cyfrif.`,
    },
    'lower-not-needed': both(() => 'Does dim angen lefel oddi tani.'),
    'lower-before': both(({ last }) => `Daeth yr un adran o’r lefel oddi tani i ben ar ${last}.`),
    'lower-same-day': {
      young: () =>
        'Mae’r adran hon yn dechrau ar y diwrnod y daeth yr un ddiwethaf i ben. Gofynna i dy arweinydd.',
      coordinator: ({ last, from }) =>
        `Daeth y lefel oddi tani i ben ar ${last}, diwrnod y sesiwn gyntaf. Gofynnwch i’r arweinydd, neu cyfrwch o ${from}.`,
    },
    'lower-unknown': {
      young: () => 'Dyweda wrth dy gydlynydd pryd y gorffennaist ti’r adran hon ar y lefel oddi tani.',
      coordinator: () =>
        'Rhowch ddiwrnod olaf yr un adran ar y lefel oddi tani; mae’r arweinydd yn ei wybod.',
    },
    'lower-after': {
      young: ({ from }) => `Mae sesiynau’n cyfrif o ${from}, ar ôl y lefel oddi tani.`,
      coordinator: ({ first, last, from }) =>
        `Mae’r sesiwn gyntaf ar ${first}, daeth y lefel oddi tani i ben ar ${last}. Cyfrwch sesiynau o ${from}.`,
    },
    'target-right': both(({ months }) => `Mae’r adran hon yn cymryd ${months}.`),
    'target-not-confirmed': {
      young: ({ months }) => `Dylai’r adran hon gymryd ${months}. Gwiria fod eDofE yn dweud yr un peth.`,
      coordinator: ({ months }) =>
        `Dylai gymryd ${months}. Gofynnwch beth mae eDofE yn ei ddangos, a’i roi yma.`,
    },
    'target-differs': {
      young: ({ months, count }) =>
        `Mae eDofE yn dweud ${count}, ond dylai fod yn ${months}. Gofynna i dy arweinydd.`,
      coordinator: ({ months, count }) =>
        `Mae eDofE yn dangos ${count}; ${months} yw’r lefel a’r dewisiadau. Gofynnwch i’r arweinydd pa un sy’n gywir.`,
    },
    'target-extra-not-for-them': {
      young: () => 'Mae misoedd ychwanegol i bobl sy’n dechrau ar y lefel hon. Gofynna i dy arweinydd.',
      coordinator: () =>
        'Dewiswyd misoedd ychwanegol, ond gwnaethant y lefel oddi tani. Dad-diciwch un o’r ddau.',
    },
    'target-extra-in-shorter': {
      young: () => 'Mae misoedd ychwanegol yn perthyn i’r adran hirach. Gofynna i dy arweinydd.',
      coordinator: () =>
        'Mae misoedd ychwanegol yn perthyn i Wirfoddoli neu’r hiraf o Gorfforol a Sgiliau. Cywirwch y dewisiadau.',
    },
    'terms-met': both(() => 'Di-dâl, nid i fusnes, heb gadw credydau amser.'),
    'terms-paid': {
      young: () => 'Dim ond amser di-dâl sy’n cyfrif. Siarada â dy gydlynydd.',
      coordinator: () => 'Cadarnhewch ei fod yn ddi-dâl ar wahân i dreuliau; fel arall ni all gyfrif.',
    },
    'terms-commercial': {
      young: () => 'Rhaid iddo helpu’r cyhoedd, nid busnes. Siarada â dy gydlynydd.',
      coordinator: () => 'Cadarnhewch nad yw i fusnes, megis caffi er elw.',
    },
    'terms-time-credits': {
      young: ({ dates }) =>
        `Cest ti gredydau amser am ${dates}. Maen nhw’n cyfrif os wyt ti’n rhoi’r credydau i eraill.`,
      coordinator: ({ dates }) =>
        `Cadwyd credydau amser am ${dates}. Os rhoddir hwy i eraill, cywirwch y sesiynau; fel arall tynnwch hwy allan.`,
    },
    'once-met': both(() => 'Does dim sesiwn yn cyfrif ddwywaith.'),
    'once-merged': both(
      ({ hours }) => `Mae sesiynau’n gorgyffwrdd; mae ${hours} ar yr un pryd yn cyfrif unwaith.`,
    ),
    'once-other-section': {
      young: ({ dates }) => `Mae sesiynau adran arall yn y cyfrif: ${dates}.`,
      coordinator: ({ dates }) =>
        `Cofnodwyd ar gyfer yr adran arall: ${dates}. Tynnwch hwy allan, neu cywirwch y sesiynau.`,
    },
    'once-elsewhere': {
      young: ({ dates }) => `Mae’r sesiynau hyn yn cyfrif at adran arall hefyd: ${dates}.`,
      coordinator: ({ dates }) =>
        `Yn cyfrif at raglen arall hefyd: ${dates}. Gadewch i bob un gyfrif at un yn unig.`,
    },
    'assessor-fits': both(() => 'Mae’r asesydd yn oedolyn sy’n adnabod y gweithgaredd ac nad yw’n perthyn.'),
    'assessor-missing': {
      young: () =>
        'Mae angen asesydd arnat ti: oedolyn sy’n gweld beth wyt ti’n ei wneud ac nad yw’n perthyn.',
      coordinator: () => 'Gwahoddwch asesydd drwy e-bost.',
    },
    'assessor-invited': {
      young: () => 'Gofynnwyd i dy asesydd ond does dim ateb eto.',
      coordinator: () => 'Nid yw’r asesydd wedi datgan eto. Atgoffwch nhw, neu gwahoddwch rywun arall.',
    },
    'assessor-too-young': {
      young: () => 'Rhaid i dy asesydd fod yn 18 oed neu’n hŷn. Dewisa rywun arall.',
      coordinator: () => 'Maen nhw dan 18. Gwahoddwch oedolyn.',
    },
    'assessor-related': {
      young: () =>
        'Ni all dy asesydd fod yn deulu, ti dy hun, na’r person rwyt ti’n ei helpu. Dewisa rywun arall.',
      coordinator: () => 'Teulu, y person ifanc, neu’r un a helpir. Gwahoddwch rywun arall.',
    },
    'assessor-not-knowing': {
      young: () => 'Rhaid i dy asesydd wybod beth wyt ti’n ei wneud. Dewisa rywun arall.',
      coordinator: () => 'Nid ydynt yn adnabod y gweithgaredd. Gwahoddwch rywun sydd.',
    },
    'assessor-peer': {
      young: () =>
        'Mae dy asesydd yn ffrind neu’n rhywun o dy grŵp. Gofynna i dy arweinydd a yw hynny’n iawn.',
      coordinator: () =>
        'Mae’r asesydd yn gyfoed. Gofynnwch i’r arweinydd cyn i’r adroddiad gael ei ysgrifennu.',
    },
    'goals-in-time': both(() => 'Cytunwyd ar nodau mewn pryd, ac mae diwrnod ar gyfer y sgwrs olaf.'),
    'goals-missing': {
      young: ({ last }) => `Cytuna ar un i dri nod gyda dy asesydd erbyn ${last}.`,
      coordinator: ({ last }) => `Cytunwch ar nodau erbyn ${last} a’u rhoi yma.`,
    },
    'goals-late': {
      young: ({ first }) => `Cytunwyd ar dy nodau ar ${first}, ychydig yn hwyr. Dyweda wrth dy asesydd.`,
      coordinator: ({ first, last }) =>
        `Cytunwyd ar nodau ar ${first}; gorau erbyn ${last}. Dywedwch pam yn yr adroddiad.`,
    },
    'goals-no-talk': {
      young: () => 'Cytuna ar ddiwrnod ar gyfer sgwrs olaf gyda dy asesydd.',
      coordinator: () => 'Rhowch ddiwrnod y sgwrs olaf rhwng y person ifanc a’r asesydd.',
    },
    'report-agrees': both(() => 'Mae’r adroddiad yn nodi’r un dyddiau a’r un amlder.'),
    'report-missing': {
      young: () => 'Nid yw dy asesydd wedi ysgrifennu’r adroddiad eto.',
      coordinator: () => 'Does dim adroddiad eto.',
    },
    'report-dates-differ': {
      young: () => 'Mae dyddiau gwahanol yn yr adroddiad ac yn dy oriau. Bydd dy gydlynydd yn ei ddatrys.',
      coordinator: ({ first, last, dates }) =>
        `Mae’r adroddiad yn nodi ${first} i ${last}, yr oriau ${dates}. Gofynnwch am adroddiad newydd.`,
    },
    'report-frequency-differs': {
      young: () => 'Mae’r adroddiad yn nodi amlder gwahanol i eDofE. Bydd dy gydlynydd yn ei ddatrys.',
      coordinator: () => 'Mae’r amlder yn yr adroddiad yn wahanol i’r cynllun. Cywirwch un o’r ddau.',
    },
    'changes-few': both(({ count }) => `Newidiadau gweithgaredd: ${count}.`),
    'changes-many': {
      young: () => 'Newidiaist ti dy weithgaredd fwy nag unwaith. Rhaid i dy arweinydd gytuno.',
      coordinator: ({ count }) => `Newidiadau gweithgaredd: ${count}; caniateir un. Gofynnwch i’r arweinydd.`,
    },
    'training-small': both(({ percent }) => `Hyfforddiant yw ${percent} o’r amser.`),
    'training-large': {
      young: ({ percent }) => `Hyfforddiant yw ${percent} o dy amser. Ceisia dreulio mwy ohono’n helpu.`,
      coordinator: ({ percent }) =>
        `Hyfforddiant yw ${percent} o’r amser. Mae hen ffynhonnell yn gofyn am chwarter ar y mwyaf; gofynnwch i’r arweinydd.`,
    },
    'report-fresh': both(() => 'Nid yw’r oriau wedi newid ers yr adroddiad.'),
    'report-stale': {
      young: () => 'Newidiodd dy oriau ar ôl i’r adroddiad gael ei ysgrifennu. Mae angen adroddiad newydd.',
      coordinator: () =>
        'Newidiodd yr oriau ar ôl llofnodi’r adroddiad. Gofynnwch i’r asesydd am adroddiad newydd.',
    },
    'report-none': both(() => 'Does dim adroddiad eto.'),
  },
}

/** The words of the checks. */
export const checkText = { en, cy }
