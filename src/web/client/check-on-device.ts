import type { VerificationReport, VerifyInput } from '../../openbadges/verify'

type Outcome = VerificationReport['verdict'] | 'working' | 'missing' | 'failed' | 'unsupported'

/** The site that answers for an issuer, by its id; the id itself where no site does. */
const siteOf = (id: string): string => {
  if (id.startsWith('did:web:')) return decodeURIComponent(id.split(':')[2] ?? id)
  return URL.canParse(id) && id.startsWith('http') ? new URL(id).host : id
}

/** What the sentences of an answer name: who signed, by the badge, and whose key it was. */
const valuesOf = (report: VerificationReport, language: 'en' | 'cy'): Record<string, string> => {
  const { id = '', name } = report.credential?.issuer ?? {}
  const site = siteOf(id)
  return { issuer: name ?? site, site, headline: report.headline[language] }
}

/** The badge that a section is about: the one at its address, or what is chosen or typed into the form. */
const readBadge = async (root: Document, section: HTMLElement): Promise<VerifyInput | undefined> => {
  const address = section.dataset['badge']
  if (address !== undefined) {
    const response = await fetch(address, { headers: { Accept: 'application/vc+ld+json' } })
    if (!response.ok) throw new Error(`The badge answered with ${response.status}`)
    return { text: await response.text() }
  }
  const file = root.querySelector<HTMLInputElement>('input#file')?.files?.[0]
  if (file !== undefined) return { bytes: new Uint8Array(await file.arrayBuffer()) }
  const text = root.querySelector<HTMLTextAreaElement>('textarea#text')?.value.trim() ?? ''
  return text === '' ? undefined : { text }
}

const show = (region: HTMLElement, outcome: Outcome, values: Record<string, string> = {}): void => {
  const line = region.ownerDocument.createElement('p')
  line.className = 'app-verdict__sentence'
  line.textContent = (region.getAttribute(`data-${outcome}`) ?? '').replace(
    /\{(\w+)\}/g,
    (_, name) => values[name] ?? '',
  )
  const isVerdict = ['verified', 'not-verified', 'could-not-verify'].includes(outcome)
  region.className = isVerdict ? `app-verdict app-verdict--${outcome}` : ''
  region.replaceChildren(line)
}

const check = async (root: Document, section: HTMLElement, region: HTMLElement): Promise<void> => {
  show(region, 'working')
  const badge = await readBadge(root, section)
  if (badge === undefined) return show(region, 'missing')
  const { verifyOnDevice } = await import('./verify-on-device')
  const report = await verifyOnDevice(badge)
  if (report === 'unsupported') return show(region, 'unsupported')
  const language = root.documentElement.lang === 'cy' ? 'cy' : 'en'
  show(region, report.verdict, valuesOf(report, language))
}

/** Shows the sections in which a visitor checks a badge in their own browser; the verifier is loaded when asked for. */
export const checkOnDevice = (root: Document): void => {
  for (const section of root.querySelectorAll<HTMLElement>('[data-device-check]')) {
    const button = section.querySelector('button')
    const region = section.querySelector<HTMLElement>('[aria-live]')
    if (button === null || region === null) continue
    section.hidden = false
    button.addEventListener('click', async () => {
      button.disabled = true
      await check(root, section, region).catch(() => show(region, 'failed'))
      button.disabled = false
    })
  }
}
