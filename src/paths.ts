/** Every address of the service in one table. `:name` marks a part that is filled in by `path`. */
export const paths = {
  home: '/',
  health: '/health',
  openapi: '/openapi.json',
  docs: '/docs',
  assets: '/assets/*',
  signIn: '/sign-in',
  signInSent: '/sign-in/sent',
  signInLink: '/sign-in/link/:token',
  signInDemo: '/sign-in/demo/:persona/:secret',
  signOut: '/sign-out',
  language: '/language',
  outbox: '/outbox',
  privacy: '/privacy',
  accessibility: '/accessibility',

  service: '/services/:slug',
  serviceHours: '/services/:slug/hours',
  serviceHoursApprove: '/services/:slug/hours/approve',
  serviceHoursUndo: '/services/:slug/hours/undo',
  serviceHoursDisputed: '/services/:slug/hours/disputed',
  serviceRegister: '/services/:slug/hours/register',
  serviceSession: '/services/:slug/hours/sessions/:sessionId',
  serviceSessionCorrect: '/services/:slug/hours/sessions/:sessionId/correct',
  serviceSessionVoid: '/services/:slug/hours/sessions/:sessionId/void',
  serviceSessionRestore: '/services/:slug/hours/sessions/:sessionId/restore',
  serviceCheckIn: '/services/:slug/check-in',
  serviceCheckInPoint: '/services/:slug/check-in/points/:pointId',
  serviceCheckInRevoke: '/services/:slug/check-in/points/:pointId/revoke',
  serviceNumbers: '/services/:slug/check-in/numbers',
  serviceImports: '/services/:slug/imports',
  serviceImportTemplate: '/services/:slug/imports/template.csv',
  serviceImportExample: '/services/:slug/imports/example.csv',
  serviceImport: '/services/:slug/imports/:importId',
  serviceImportRun: '/services/:slug/imports/:importId/run',
  serviceImportFaults: '/services/:slug/imports/:importId/faults.csv',
  serviceBadges: '/services/:slug/badges',
  serviceBadge: '/services/:slug/badges/:code',
  serviceBadgeSettings: '/services/:slug/badges/:code/settings',
  serviceEvidence: '/services/:slug/evidence',
  serviceEvidenceWithdraw: '/services/:slug/evidence/:recordId/withdraw',
  servicePersonEvidence: '/services/:slug/volunteers/:personId/evidence',
  servicePersonBadges: '/services/:slug/volunteers/:personId/badges',
  serviceBadgeRule: '/services/:slug/badges/:code/rule',
  serviceBadgePreview: '/services/:slug/badges/:code/preview',
  serviceBadgeIssue: '/services/:slug/badges/:code/issue',
  serviceIssueBatch: '/services/:slug/batches/:batchId',
  servicePrintRuns: '/services/:slug/batches/:batchId/certificates',
  servicePrintRun: '/services/:slug/print-runs/:runId',
  servicePrintRunFile: '/services/:slug/print-runs/:runId/certificates.pdf',
  serviceBatchReport: '/services/:slug/batches/:batchId/report.csv',
  serviceAward: '/services/:slug/awards/:awardId',
  serviceAwardRevoke: '/services/:slug/awards/:awardId/revoke',
  serviceAwardSuspend: '/services/:slug/awards/:awardId/suspend',
  serviceAwardReinstate: '/services/:slug/awards/:awardId/reinstate',
  serviceReviews: '/services/:slug/reviews',
  serviceAwardReview: '/services/:slug/awards/:awardId/review',
  serviceAwardFile: '/services/:slug/awards/:awardId/files/:format',
  serviceAwardClaim: '/services/:slug/awards/:awardId/claim',
  serviceVolunteers: '/services/:slug/volunteers',
  serviceVolunteer: '/services/:slug/volunteers/:personId',
  serviceTranscript: '/services/:slug/volunteers/:personId/transcript',
  serviceTranscriptFile: '/services/:slug/volunteers/:personId/transcript.pdf',
  network: '/networks/:slug',

  my: '/my',
  myLearnerRecord: '/my/records/:slug',
  myTranscript: '/my/transcripts/:slug',
  myTranscriptFile: '/my/transcripts/:slug/transcript.pdf',
  myHours: '/my/hours/:slug',
  myHoursAdd: '/my/hours/:slug/add',
  myNumber: '/my/hours/:slug/number',
  mySession: '/my/hours/:slug/sessions/:sessionId',
  mySessionCorrect: '/my/hours/:slug/sessions/:sessionId/correct',
  mySessionVoid: '/my/hours/:slug/sessions/:sessionId/void',
  myProgress: '/my/progress/:slug',
  myReflection: '/my/reflections/:slug',
  myAward: '/my/badges/:awardId',
  myAwardFile: '/my/badges/:awardId/files/:format',
  myAwardSharing: '/my/badges/:awardId/sharing',
  myAwardHolder: '/my/badges/:awardId/holder',
  claim: '/claim/:token',
  guardianLink: '/guardian/:token',

  checkIn: '/check-in/:slug/:key',
  checkInFind: '/check-in/:slug/:key/find',
  checkInPerson: '/check-in/:slug/:key/person',
  checkInDo: '/check-in/:slug/:key/do',
  checkInLink: '/check-in/:slug/:key/link/:token',

  organisation: '/organisations/:slug',
  didDocument: '/organisations/:slug/did.json',
  jwks: '/organisations/:slug/jwks.json',
  hostJwks: '/.well-known/jwks.json',
  achievement: '/achievements/:id',
  achievementImage: '/achievements/:id/image.png',
  achievementDrawing: '/achievements/:id/image.svg',
  credential: '/credentials/:id',
  statusList: '/status/:id',
  certificate: '/c/:key',
  share: '/s/:key',
  verify: '/verify',
  frameworks: '/frameworks',
  framework: '/frameworks/:framework/:version',
  frameworkItem: '/frameworks/:framework/:version/:code',

  caseDocuments: '/ims/case/v1p0/CFDocuments',
  caseDocument: '/ims/case/v1p0/CFDocuments/:id',
  casePackage: '/ims/case/v1p0/CFPackages/:id',
  caseItem: '/ims/case/v1p0/CFItems/:id',
  caseAssociation: '/ims/case/v1p0/CFAssociations/:id',
  caseItemAssociations: '/ims/case/v1p0/CFItemAssociations/:id',

  apiVerify: '/api/v1/verify',

  vcApiIssuers: '/vc-api/issuers',
  vcApiIssue: '/vc-api/credentials/issue',
  vcApiIssueBy: '/vc-api/:instance/credentials/issue',
  vcApiDerive: '/vc-api/credentials/derive',
  vcApiDeriveBy: '/vc-api/:instance/credentials/derive',
  vcApiVerifyCredential: '/vc-api/credentials/verify',
  vcApiVerifyCredentialBy: '/vc-api/:instance/credentials/verify',
  vcApiVerifyPresentation: '/vc-api/presentations/verify',
  vcApiVerifyPresentationBy: '/vc-api/:instance/presentations/verify',
  vcApiStatus: '/vc-api/credentials/status',
  vcApiStatusBy: '/vc-api/:instance/credentials/status',
  vcApiStatusList: '/vc-api/status-lists/:purpose',
} as const

export type PathName = keyof typeof paths

/** The `:parts` of a path as an object type. */
type PartsOf<P extends string> = P extends `${string}:${infer Part}/${infer Rest}`
  ? { [K in Part]: string } & PartsOf<`/${Rest}`>
  : P extends `${string}:${infer Part}.${infer Rest}`
    ? { [K in Part]: string } & PartsOf<`/${Rest}`>
    : P extends `${string}:${infer Part}`
      ? { [K in Part]: string }
      : unknown

/** The address of a page with its parts filled in and percent-encoded. */
export const path = <N extends PathName>(
  name: N,
  ...[parts]: keyof PartsOf<(typeof paths)[N]> extends never
    ? []
    : [parts: { readonly [K in keyof PartsOf<(typeof paths)[N]>]: string }]
): string => {
  const values: Record<string, string> = parts ?? {}
  return paths[name].replace(/:([a-zA-Z]+)/g, (_, part: string) => encodeURIComponent(values[part] ?? ''))
}
