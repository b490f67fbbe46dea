import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getAward, getCredentialText, revokeAward } from '../../src/awards/actions'
import type { Award } from '../../src/awards/model'
import { signDocument } from '../../src/openbadges/proof'
import { signerOf } from '../../src/organisations/actions'
import type { Organisation } from '../../src/organisations/model'
import { setSharing } from '../../src/sharing/actions'
import { issueBadge } from '../support/awards'
import { makePeople, makeService } from '../support/organisation'
import { openTestApp, type TestApp } from '../support/web'

let app: TestApp
let service: Organisation
beforeAll(async () => {
  app = await openTestApp()
  service = await makeService(app.deps)
}, 60_000)
afterAll(() => app.close())

const issue = async (name: string): Promise<Award> => {
  const [personId = ''] = await makePeople(app.deps, service, [name])
  const { awardIds } = await issueBadge(app.deps, service, [personId])
  return getAward(app.deps, service.id, awardIds[0] ?? '')
}

const share = async (award: Award, sharing: { publicPage: boolean; showName: boolean }) => {
  const holder = { organisationId: service.id, personId: award.personId, actor: 'ann@example.org' }
  await setSharing(app.deps, holder, award.id, sharing)
  return getAward(app.deps, service.id, award.id)
}

const textOf = async (path: string, headers?: Record<string, string>) => {
  const response = await app.get(path, undefined, headers)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

const revoke = (award: Award) =>
  revokeAward(app.deps, service.id, award.id, {
    reason: 'Issued to the wrong person',
    actor: 'co@example.org',
  })

describe('the page behind the code of a certificate', () => {
  test('says at once that the badge is genuine, without the name unless the holder shows it', async () => {
    const award = await issue('Angharad Secret-Name')
    const hidden = await textOf(`/c/${award.certificateKey}`)
    expect(hidden.status).toBe(200)
    expect(hidden.text).toContain('This badge is genuine and still valid.')
    expect(hidden.text).toContain('Regular Library Volunteer')
    expect(hidden.text).toContain(service.nameEn)
    expect(hidden.text).not.toContain('Secret-Name')
    expect(hidden.text).toContain('<meta name="robots" content="noindex"/>')
    await share(award, { publicPage: false, showName: true })
    expect((await textOf(`/c/${award.certificateKey}`)).text).toContain('Angharad Secret-Name')
  })

  test('says that a badge was taken back, when, and nothing of why', async () => {
    const award = await issue('Bryn')
    await revoke(award)
    const { text } = await textOf(`/c/${award.certificateKey}`)
    expect(text).toContain('This badge was taken back by its issuer.')
    expect(text).toContain('No, the issuer took it back on 1 June 2026')
    expect(text).not.toContain('wrong person')
  })

  test('speaks Welsh', async () => {
    const award = await issue('Carys')
    const { text } = await textOf(`/c/${award.certificateKey}?lang=cy`)
    expect(text).toContain('<html lang="cy"')
    expect(text).toContain('Yn dal yn ddilys')
  })

  test('an unknown code leads nowhere', async () => {
    expect((await textOf(`/c/${'0'.repeat(32)}`)).status).toBe(404)
  })
})

describe('the share link and the address of the credential', () => {
  test('are closed at first, open when the holder says so, and the old link stays dead', async () => {
    const award = await issue('Dilys')
    expect((await textOf(`/credentials/${award.id}`)).status).toBe(404)
    const opened = await share(award, { publicPage: true, showName: false })
    const first = opened.shareKey ?? ''
    expect((await textOf(`/s/${first}`)).text).toContain('This badge is genuine and still valid.')
    expect((await share(award, { publicPage: true, showName: true })).shareKey).toBe(first)
    await share(award, { publicPage: false, showName: true })
    expect((await textOf(`/s/${first}`)).status).toBe(404)
    expect((await textOf(`/credentials/${award.id}`)).status).toBe(404)
    const again = await share(award, { publicPage: true, showName: true })
    expect(again.shareKey).not.toBe(first)
    expect((await textOf(`/s/${first}`)).status).toBe(404)
    expect((await textOf(`/s/${again.shareKey}`)).status).toBe(200)
  })

  test('the credential comes as a page or as the signed document, byte for byte', async () => {
    const award = await share(await issue('Elin'), { publicPage: true, showName: false })
    const path = `/credentials/${award.id}`
    const signed = await getCredentialText(app.deps, service.id, award.id)
    for (const type of [
      'application/vc+ld+json',
      'application/vc',
      'application/ld+json',
      'application/json',
    ]) {
      const { text, headers } = await textOf(path, { Accept: type })
      expect(headers.get('content-type')).toBe(type)
      expect(headers.get('vary')).toContain('Accept')
      expect(text).toBe(signed)
    }
    expect((await textOf(path, { Accept: '*/*' })).headers.get('content-type')).toBe('application/vc+ld+json')
    const browser = await textOf(path, { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
    expect(browser.headers.get('content-type')).toContain('text/html')
  })

  test('nobody else can open a badge', async () => {
    const award = await issue('Ffion')
    const [other = ''] = await makePeople(app.deps, service, ['Gwen'])
    const holder = { organisationId: service.id, personId: other, actor: 'gwen@example.org' }
    await expect(
      setSharing(app.deps, holder, award.id, { publicPage: true, showName: true }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('checking a badge of any issuer', () => {
  const check = async (form: Parameters<TestApp['post']>[1]) => {
    const response = await app.post('/verify', form)
    return { status: response.status, text: await response.text() }
  }

  test('by paste, by file and by address, each says who, what and still valid', async () => {
    const award = await issue('Hari')
    const signed = await getCredentialText(app.deps, service.id, award.id)
    const file = new File([signed], 'badge.json', { type: 'application/json' })
    const address = `${app.deps.config.origin}/c/${award.certificateKey}`
    for (const form of [{ text: signed }, { file }, { address }]) {
      const { status, text } = await check(form)
      expect(status).toBe(200)
      expect(text).toContain('This badge is genuine and still valid.')
      expect(text).toContain('Yes, checked just now (1 June 2026, 10:00)')
    }
  })

  test('one changed figure is not verified, and a badge taken back says so', async () => {
    const award = await issue('Ianto')
    const signed = await getCredentialText(app.deps, service.id, award.id)
    const altered = signed.replace('"2026-', '"2025-')
    expect(altered).not.toBe(signed)
    expect((await check({ text: altered })).text).toContain('This badge has been changed since it was issued')
    await revoke(award)
    expect((await check({ text: signed })).text).toContain('This badge was taken back by its issuer.')
  })

  test('nothing given, half an address, a private address: each is said at its field, with what was typed', async () => {
    const nothing = await check({ text: '', address: '' })
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('href="#file"')
    const half = await check({ address: 'example' })
    expect(half.text).toContain('href="#address"')
    expect(half.text).toContain('value="example"')
    const award = await issue('Jac')
    const closed = await check({ address: `${app.deps.config.origin}/credentials/${award.id}` })
    expect(closed.text).toContain('The holder keeps this badge private.')
    const silent = await check({ address: 'https://nothing.library.org.uk/badge' })
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('Nothing came back from that address.')
  })

  test('an unreachable status list could not be confirmed', async () => {
    const award = await issue('Kai')
    const signed = JSON.parse(await getCredentialText(app.deps, service.id, award.id))
    const { proof: _, ...unsigned } = signed
    const status = { ...unsigned.credentialStatus, statusListCredential: 'https://lists.library.org.uk/1' }
    const document = { ...unsigned, credentialStatus: status }
    const signer = await signerOf(app.deps, service, 'Ed25519')
    const elsewhere = await signDocument({ document, signer, created: app.clock.now() })
    const { text } = await check({ text: JSON.stringify(elsewhere) })
    expect(text.includes('Could not confirm')).toBe(true)
    expect(text.includes('We could not find out just now')).toBe(true)
    expect(text.includes('genuine and still valid')).toBe(false)
  })

  test('the API gives the same report, and refuses what is no request', async () => {
    const award = await issue('Lowri')
    const signed = await getCredentialText(app.deps, service.id, award.id)
    const ask = (body: unknown) =>
      app.request('/api/v1/verify', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    const report = await (await ask({ credential: JSON.parse(signed) })).json()
    expect(report).toMatchObject({ verdict: 'verified', credential: { name: 'Regular Library Volunteer' } })
    const refused = await ask({ badge: 1 })
    expect(refused.status).toBe(422)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
  })
})
