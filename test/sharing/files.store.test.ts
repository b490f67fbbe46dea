import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getAward, getCredentialText, getStatusList, revokeAward } from '../../src/awards/actions'
import type { Award } from '../../src/awards/model'
import { withOrganisation } from '../../src/database/scope'
import type { Deps } from '../../src/deps'
import { extractCredential } from '../../src/openbadges/bake'
import { verifyCredential } from '../../src/openbadges/verify'
import { didDocumentOf } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { credentialFile } from '../../src/sharing/files'
import { credentialFormats } from '../../src/sharing/rules/name-credential-file'
import { issueBadge } from '../support/awards'
import { openTestDeps } from '../support/database'
import { makePeople, makeService } from '../support/organisation'

describe('a badge as a file', () => {
  let deps: Deps
  let close = async () => {}
  let service: Organisation
  beforeAll(async () => {
    const opened = await openTestDeps()
    deps = opened.deps
    close = opened.close
    service = await makeService(deps)
  }, 60_000)
  afterAll(() => close())

  const issue = async (name: string, language: 'en' | 'cy' = 'en'): Promise<Award> => {
    const [personId = ''] = await makePeople(deps, service, [name])
    await withOrganisation(deps.db, service.id, ({ trx }) =>
      trx.updateTable('person').set({ contact_language: language }).where('id', '=', personId).execute(),
    )
    const { awardIds } = await issueBadge(deps, service, [personId])
    const [awardId = ''] = awardIds
    return getAward(deps, service.id, awardId)
  }

  /** Verifies with the service's public documents and nothing else. */
  const verify = (text: string) =>
    verifyCredential(
      { text },
      {
        now: deps.clock.now(),
        fetchDocument: async (url) => ({
          status: 200,
          contentType: 'application/json',
          text: url.endsWith('/did.json')
            ? JSON.stringify(await didDocumentOf(deps, service))
            : await getStatusList(deps, url.slice(url.lastIndexOf('/') + 1)),
        }),
      },
    )

  test.each(credentialFormats)('%s carries a credential that verifies', async (format) => {
    const award = await issue('Siân Wójcik')
    const file = await credentialFile(deps, service, award, format)
    const extracted = extractCredential(file.bytes)
    expect(extracted).toMatchObject({ ok: true, format })
    const text = extracted.ok ? extracted.text : ''
    const report = await verify(text)
    expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(report.verdict).toBe('verified')
    expect(file.fileName).toBe(`lv-02-${service.slug}.${format}`)
    const stored = await getCredentialText(deps, service.id, award.id)
    if (format === 'json') expect(new TextDecoder().decode(file.bytes)).toBe(stored)
    if (format !== 'jwt') expect(JSON.parse(text)).toEqual(JSON.parse(stored))
    else expect(JSON.parse(atob(text.split('.')[0] ?? ''))).toMatchObject({ alg: 'ES256', typ: 'JWT' })
  })

  test('files are of the type they say, and pictures are in the language of the award', async () => {
    const award = await issue('Bethan', 'cy')
    const types = await Promise.all(
      credentialFormats.map(
        async (format) => (await credentialFile(deps, service, award, format)).contentType,
      ),
    )
    expect(types).toEqual([
      'application/vc+ld+json',
      'text/plain',
      'image/png',
      'image/svg+xml',
      'application/pdf',
    ])
    const svg = await credentialFile(deps, service, award, 'svg')
    expect(new TextDecoder().decode(svg.bytes)).toContain('Gwirfoddolwr Llyfrgell Rheolaidd')
  })

  test('a badge that was taken back has no certificate; its other files no longer verify', async () => {
    const award = await issue('Callum')
    await revokeAward(deps, service.id, award.id, { reason: 'A mistake', actor: 'coordinator@example.org' })
    const revoked = await getAward(deps, service.id, award.id)
    await expect(credentialFile(deps, service, revoked, 'pdf')).rejects.toMatchObject({ code: 'conflict' })
    const file = await credentialFile(deps, service, revoked, 'png')
    const extracted = extractCredential(file.bytes)
    expect((await verify(extracted.ok ? extracted.text : '')).verdict).toBe('not-verified')
  })

  test('nobody gets a file of another service', async () => {
    const award = await issue('Daria')
    const other = await makeService(deps)
    for (const format of credentialFormats)
      await expect(credentialFile(deps, other, award, format)).rejects.toMatchObject({ code: 'not-found' })
  })
})
