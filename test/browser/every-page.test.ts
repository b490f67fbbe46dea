import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PathName, paths } from '../../src/paths'
import {
  expectAccessible,
  keepPicture,
  launchBrowser,
  openPage,
  overflowOf,
  type PersonaKey,
  type Service,
  startService,
} from './support'

let service: Service
let browser: Browser
beforeAll(async () => {
  ;[service, browser] = await Promise.all([startService(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

type Visitor = PersonaKey | 'nobody'
/** Addresses that a visitor comes to by following links from another page. */
const found = new Map<PathName, string>()
/** The first link of a page that fits a path of the table. */
const findLink = async (page: Page, name: PathName): Promise<string> => {
  const pattern = new RegExp(`^${paths[name].replace(/:[a-zA-Z]+/g, '[^/?#.]+')}$`)
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const local = links.map((href) => href.replace(service.origin, ''))
  const match = local.find((href) => pattern.test(href))
  if (match === undefined) throw new Error(`${page.url()} has no link to ${paths[name]}: ${local.join(' ')}`)
  return match
}

const slug = 'demo-northmere'
const fixed = (name: PathName) => paths[name].replace(':slug', slug)

/** Every path that shows a page, who sees it, and how its address is found. */
const pages: readonly { name: PathName; visitor: Visitor; from?: PathName; address?: string }[] = [
  { name: 'home', visitor: 'nobody' },
  { name: 'signIn', visitor: 'nobody' },
  { name: 'signInSent', visitor: 'nobody' },
  { name: 'signInLink', visitor: 'nobody', address: '/sign-in/link/some-token' },
  { name: 'accountEmail', visitor: 'volunteer' },
  { name: 'privacy', visitor: 'nobody' },
  { name: 'accessibility', visitor: 'nobody' },
  { name: 'docs', visitor: 'nobody' },
  { name: 'outbox', visitor: 'nobody' },
  { name: 'verify', visitor: 'nobody' },
  { name: 'organisation', visitor: 'nobody' },
  { name: 'service', visitor: 'coordinator' },
  { name: 'serviceHours', visitor: 'coordinator' },
  { name: 'serviceHoursDisputed', visitor: 'coordinator' },
  { name: 'serviceRegister', visitor: 'coordinator' },
  { name: 'serviceSession', visitor: 'coordinator', from: 'serviceHours' },
  { name: 'serviceSessionCorrect', visitor: 'coordinator', from: 'serviceSession' },
  { name: 'serviceReviews', visitor: 'coordinator' },
  { name: 'serviceCheckIn', visitor: 'coordinator' },
  { name: 'serviceCheckInPoint', visitor: 'coordinator', from: 'serviceCheckIn' },
  { name: 'serviceNumbers', visitor: 'coordinator' },
  { name: 'checkIn', visitor: 'nobody', from: 'serviceCheckInPoint' },
  { name: 'serviceImports', visitor: 'coordinator' },
  { name: 'serviceImport', visitor: 'coordinator', from: 'serviceImports' },
  { name: 'serviceBadges', visitor: 'coordinator' },
  { name: 'serviceBadge', visitor: 'coordinator', from: 'serviceBadges' },
  { name: 'serviceBadgeRule', visitor: 'coordinator', from: 'serviceBadge' },
  { name: 'serviceOwnBadges', visitor: 'coordinator' },
  { name: 'serviceOwnBadgeNew', visitor: 'coordinator' },
  { name: 'serviceOwnBadge', visitor: 'coordinator', from: 'serviceOwnBadges' },
  ...(['Words', 'Rule', 'Skills', 'Picture', 'Preview', 'Publish'] as const).map((part) => ({
    ...({ name: `serviceOwnBadge${part}`, visitor: 'coordinator', from: 'serviceOwnBadge' } as const),
  })),
  { name: 'serviceEvidence', visitor: 'coordinator' },
  { name: 'serviceWords', visitor: 'coordinator' },
  { name: 'serviceWordsWrite', visitor: 'coordinator' },
  { name: 'myWords', visitor: 'volunteer', from: 'my' },
  { name: 'serviceVolunteers', visitor: 'coordinator' },
  { name: 'serviceVolunteer', visitor: 'coordinator', from: 'serviceVolunteers' },
  { name: 'servicePersonBadges', visitor: 'coordinator', from: 'serviceVolunteer' },
  { name: 'servicePersonEvidence', visitor: 'coordinator', from: 'servicePersonBadges' },
  { name: 'serviceVolunteerAdd', visitor: 'coordinator' },
  { name: 'serviceVolunteerEdit', visitor: 'coordinator', from: 'serviceVolunteer' },
  { name: 'serviceVolunteersWaiting', visitor: 'coordinator' },
  { name: 'myDetails', visitor: 'volunteer', from: 'my' },
  { name: 'myConsents', visitor: 'volunteer' },
  { name: 'serviceTranscript', visitor: 'coordinator', from: 'serviceVolunteer' },
  { name: 'serviceSettings', visitor: 'coordinator' },
  { name: 'serviceDetails', visitor: 'coordinator' },
  { name: 'serviceLooks', visitor: 'coordinator' },
  {
    name: 'serviceSetting',
    visitor: 'coordinator',
    address: '/services/demo-northmere/settings/rules/questions.sex',
  },
  { name: 'serviceBranches', visitor: 'coordinator' },
  { name: 'serviceBranch', visitor: 'coordinator', from: 'serviceBranches' },
  { name: 'serviceBeneath', visitor: 'coordinator' },
  { name: 'serviceMembers', visitor: 'coordinator' },
  { name: 'serviceMember', visitor: 'coordinator', from: 'serviceMembers' },
  { name: 'servicePrivacy', visitor: 'dpo' },
  { name: 'serviceAudit', visitor: 'dpo', from: 'servicePrivacy' },
  { name: 'myData', visitor: 'volunteer', from: 'my' },
  { name: 'myQuestions', visitor: 'volunteer', from: 'myData' },
  { name: 'myQuestion', visitor: 'volunteer', from: 'myQuestions' },
  { name: 'servicePeopleFigures', visitor: 'head' },
  { name: 'networkPeopleFigures', visitor: 'analyst', address: '/networks/demo-network/people' },
  { name: 'myLinks', visitor: 'volunteer', from: 'myData' },
  { name: 'myDataErase', visitor: 'volunteer', from: 'myData' },
  { name: 'serviceAward', visitor: 'coordinator', from: 'service' },
  { name: 'serviceAwardRevoke', visitor: 'coordinator', from: 'serviceAward' },
  { name: 'certificate', visitor: 'nobody', from: 'serviceAward' },
  { name: 'my', visitor: 'volunteer' },
  { name: 'myTranscript', visitor: 'volunteer', from: 'my' },
  { name: 'myProgress', visitor: 'volunteer', from: 'my' },
  { name: 'myReflection', visitor: 'volunteer' },
  { name: 'myHours', visitor: 'volunteer', from: 'my' },
  { name: 'myHoursAdd', visitor: 'volunteer', from: 'myHours' },
  { name: 'mySession', visitor: 'volunteer', from: 'myHours' },
  { name: 'mySessionCorrect', visitor: 'volunteer', from: 'mySession' },
  { name: 'myAward', visitor: 'volunteer', from: 'my' },
  { name: 'myAwardSharing', visitor: 'volunteer', from: 'myAward' },
  { name: 'myAwardHolder', visitor: 'volunteer', from: 'myAward' },
  { name: 'serviceDofe', visitor: 'coordinator' },
  { name: 'serviceDofeNew', visitor: 'coordinator' },
  { name: 'serviceDofeProgramme', visitor: 'coordinator', from: 'serviceDofe' },
  { name: 'serviceDofeEdit', visitor: 'coordinator', from: 'serviceDofeProgramme' },
  { name: 'serviceDofeSessions', visitor: 'coordinator', from: 'serviceDofeProgramme' },
  { name: 'serviceDofeGoals', visitor: 'coordinator', from: 'serviceDofeProgramme' },
  { name: 'serviceDofeAssessor', visitor: 'coordinator', from: 'serviceDofeProgramme' },
  { name: 'serviceDofeReport', visitor: 'coordinator', from: 'serviceDofeProgramme' },
  { name: 'serviceDofeLeader', visitor: 'coordinator', from: 'serviceDofeProgramme' },
  { name: 'serviceDofePlanner', visitor: 'coordinator', from: 'serviceDofeProgramme' },
  { name: 'serviceDofePack', visitor: 'coordinator', from: 'serviceDofeProgramme' },
  { name: 'myDofe', visitor: 'volunteer', from: 'my' },
  { name: 'myDofeGoals', visitor: 'volunteer', from: 'myDofe' },
  { name: 'myDofePlanner', visitor: 'volunteer', from: 'myDofe' },
  { name: 'myDofePack', visitor: 'volunteer', from: 'myDofe' },
  { name: 'assessments', visitor: 'assessor' },
  { name: 'assess', visitor: 'assessor', from: 'assessments' },
  { name: 'assessReport', visitor: 'assessor', from: 'assess' },
  {
    name: 'youthRecord',
    visitor: 'nobody',
    address: '/organisations/demo-northmere/records/youth-award/1/en',
  },
  { name: 'serviceSkills', visitor: 'coordinator' },
  { name: 'serviceSkill', visitor: 'coordinator', from: 'serviceSkills' },
  { name: 'serviceMappings', visitor: 'coordinator' },
  { name: 'serviceFrameworks', visitor: 'coordinator' },
  { name: 'mySkills', visitor: 'volunteer', from: 'my' },
  { name: 'mySkillAdd', visitor: 'volunteer', from: 'mySkills' },
  { name: 'mySkillsRecord', visitor: 'volunteer', from: 'mySkills' },
  { name: 'mySkill', visitor: 'volunteer', from: 'mySkills' },
  { name: 'mySkillContext', visitor: 'volunteer', from: 'mySkill' },
  { name: 'mySkillEvidence', visitor: 'volunteer', from: 'mySkill' },
  { name: 'serviceRoles', visitor: 'coordinator' },
  { name: 'serviceRoleCatalogue', visitor: 'coordinator' },
  { name: 'serviceRole', visitor: 'coordinator', from: 'serviceRoles' },
  { name: 'serviceRoleEdit', visitor: 'coordinator', from: 'serviceRole' },
  { name: 'serviceRoleCheck', visitor: 'coordinator', from: 'serviceRole' },
  { name: 'serviceBoundary', visitor: 'union' },
  { name: 'serviceBoundaryRole', visitor: 'coordinator', from: 'serviceBoundary' },
  { name: 'serviceOpportunities', visitor: 'coordinator' },
  { name: 'serviceOpportunity', visitor: 'coordinator', from: 'serviceOpportunities' },
  { name: 'servicePlacements', visitor: 'coordinator' },
  { name: 'servicePlacementAdd', visitor: 'coordinator', from: 'servicePlacements' },
  { name: 'servicePlacement', visitor: 'coordinator', from: 'serviceAccess' },
  { name: 'serviceTraining', visitor: 'coordinator' },
  { name: 'serviceVolunteerTraining', visitor: 'coordinator', from: 'serviceTraining' },
  { name: 'serviceAccess', visitor: 'coordinator' },
  { name: 'publicRoles', visitor: 'nobody', address: '/organisations/demo-northmere/roles' },
  { name: 'publicRole', visitor: 'nobody', from: 'publicRoles' },
  { name: 'apply', visitor: 'nobody', from: 'publicRole' },
  { name: 'patternCard', visitor: 'nobody', address: '/organisations/demo-northmere/access' },
  { name: 'network', visitor: 'analyst', address: '/networks/demo-network' },
  { name: 'achievement', visitor: 'nobody', from: 'organisation' },
  { name: 'frameworks', visitor: 'nobody' },
  { name: 'framework', visitor: 'nobody', from: 'frameworks' },
  { name: 'frameworkItem', visitor: 'nobody', from: 'framework' },
]

/** Paths that show no page of their own, or that other tests show: the journey, the pages' own tests. */
const others: readonly PathName[] = [
  'health',
  'openapi',
  'assets',
  'theme',
  'themePreview',
  'logo',
  'signInDemo',
  'signOut',
  'accountEmailConfirm',
  'language',
  'serviceHoursApprove',
  'serviceHoursUndo',
  'serviceSessionVoid',
  'serviceSessionRestore',
  'mySessionVoid',
  'serviceAwardReview',
  'serviceCheckInRevoke',
  'checkInFind',
  'checkInPerson',
  'checkInDo',
  'checkInLink',
  'myNumber',
  'serviceRoleState',
  'serviceBoundaryRecord',
  'serviceBoundaryTalk',
  'serviceOpportunityClose',
  'serviceApplication',
  'servicePlacementInduction',
  'servicePlacementEnd',
  'servicePlacementAccess',
  'serviceVolunteerChecks',
  'serviceAccessCard',
  'serviceAccessChange',
  'applyQuestion',
  'serviceImportRun',
  'serviceImportFaults',
  'serviceImportTemplate',
  'serviceImportExample',
  'serviceBadgeSettings',
  'serviceBadgeIssue',
  'serviceBadgePreview',
  'serviceBatchReport',
  ...(['serviceOwnBadgeDrawing', 'serviceOwnBadgeCertificate', 'serviceOwnBadgeDraft'] as const),
  'serviceOwnBadgeGiving',
  'badgePicture',
  'serviceEvidenceWithdraw',
  'serviceWordsWithdraw',
  'myWord',
  'myWordFile',
  'credentialEndorsement',
  'serviceIssueBatch',
  'serviceMemberEnd',
  'servicePrivacyRun',
  'servicePrivacyMatterClose',
  'servicePrivacyPerson',
  'servicePrivacyExport',
  'servicePrivacyErase',
  'myDataExport',
  'myLinkEnd',
  'myLinkConfirm',
  'serviceAwardSuspend',
  'serviceAwardReinstate',
  'serviceAwardFile',
  'serviceAwardClaim',
  'serviceAwardSlip',
  'serviceBatchSlips',
  'myAwardFile',
  'myLearnerRecord',
  'myTranscriptFile',
  'serviceTranscriptFile',
  'servicePrintRuns',
  'servicePrintRun',
  'servicePrintRunFile',
  'claim',
  'claimFile',
  'serviceDofeEnd',
  'serviceDofeFile',
  'myDofeName',
  'myDofeFile',
  'assessLink',
  'assessCode',
  'assessDeclare',
  'leader',
  'leaderFile',
  'guardianLink',
  'serviceVolunteerConsents',
  'serviceGuardianAdd',
  'serviceGuardian',
  'myConsent',
  'myPerson',
  'didDocument',
  'jwks',
  'hostJwks',
  'achievementImage',
  'achievementDrawing',
  'credential',
  'statusList',
  'share',
  'serviceSkillFile',
  'serviceFrameworkImport',
  'mySkillsFile',
  'mySkillFile',
  'caseDocuments',
  'caseDocument',
  'casePackage',
  'caseItem',
  'caseAssociation',
  'caseItemAssociations',
  'apiVerify',
]

test('every path of the service is looked at here or named as no page', () => {
  const looked = [...pages.map(({ name }) => name), ...others]
  // The VC-API is for programs alone.
  const forPeople = Object.entries(paths).filter(([, pattern]) => !pattern.startsWith('/vc-api/'))
  expect(new Set(looked)).toEqual(new Set(forPeople.map(([name]) => name)))
})

const open = async (visitor: Visitor, options: Parameters<typeof openPage>[2] = {}): Promise<Page> => {
  const page = await openPage(browser, service, options)
  if (visitor !== 'nobody') await page.goto(service.signInAs(visitor))
  return page
}

const addressOf = async (name: PathName): Promise<string> => {
  const known = found.get(name)
  if (known !== undefined) return known
  const entry = pages.find((one) => one.name === name)
  if (entry === undefined) throw new Error(`${name} is not a page.`)
  if (entry.from === undefined) return entry.address ?? fixed(name)
  const source = pages.find((one) => one.name === entry.from)
  const page = await open(source?.visitor ?? 'nobody')
  await page.goto(await addressOf(entry.from))
  const address = await findLink(page, name)
  await page.context().close()
  found.set(name, address)
  return address
}

describe.each(pages)('$name', ({ name, visitor }) => {
  test('is accessible, in both languages and in the dark, and fits a narrow screen', async () => {
    const address = await addressOf(name)
    const page = await open(visitor)
    for (const language of ['en', 'cy']) {
      await page.setViewportSize({ width: 1280, height: 900 })
      const separator = address.includes('?') ? '&' : '?'
      const response = await page.goto(`${address}${separator}lang=${language}`)
      expect(response?.status()).toBe(200)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await expectAccessible(page, `${name} in ${language}`)
      await page.setViewportSize({ width: 320, height: 800 })
      expect({ name, language, overflow: await overflowOf(page) }).toEqual({ name, language, overflow: 0 })
      await keepPicture(page, `page-${name}-${language}-320`)
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, `${name} in the dark`)
    await page.context().close()
  })

  test('asks no other site for anything, runs no script of the page itself, and works without JavaScript', async () => {
    const page = await open(visitor, { javaScriptEnabled: false })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    const response = await page.goto(await addressOf(name))
    expect(new Set(asked)).toEqual(new Set([service.origin]))
    expect(await page.locator('h1').count()).toBe(1)
    const html = (await response?.text()) ?? ''
    expect(html.match(/<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=/g)).toBeNull()
    await page.context().close()
  })
})

test('the keyboard alone reaches what a page offers, starting with the way past the header', async () => {
  const page = await open('nobody')
  await page.goto('/verify')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content')
  const reached: string[] = []
  for (let steps = 0; steps < 5; steps += 1) {
    await page.keyboard.press('Tab')
    reached.push(
      await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || ''),
    )
  }
  expect(reached).toEqual(['Scan a code with the camera', 'file', 'text', 'address', 'Check it'])
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-error-summary'))).toBe(true)
  await page.context().close()
})

test('a public page with its styles and scripts is under 60 kB', async () => {
  const page = await open('nobody')
  const address = await addressOf('certificate')
  let bytes = 0
  page.on('response', async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0))
    const type = response.headers()['content-type'] ?? ''
    if (!type.startsWith('image/')) bytes += (await import('node:zlib')).gzipSync(body).length
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThan(60_000)
  await page.context().close()
})
