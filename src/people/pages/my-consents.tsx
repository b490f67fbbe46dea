import { setCookie } from 'hono/cookie'
import { firstNameOf } from '../../awards/rules/first-name-of'
import { getOrganisation, getOrganisationBySlug } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { Button, InsetText, NotificationBanner, Radios } from '../../web/components'
import { recordsOf, requireViewer } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { ACTING_FOR } from '../../web/viewer'
import { namesOf } from '../actions'
import { consentText } from '../consent-text'
import { type ConsentState, consentStateOf, recordOwnConsent } from '../consents/actions'
import type { Consent, ConsentPurpose } from '../consents/model'
import { changeGuardianConsent } from '../guardians/actions'
import { guardianPurposes } from '../guardians/model'
import { purposesToAsk } from '../rules/purposes-to-ask'

type Own = {
  readonly organisation: Organisation
  readonly personId: string
  readonly name: string
  readonly asGuardian: boolean
  readonly state: ConsentState
}

const loadOwn = async (c: AppContext): Promise<Own[]> => {
  const { deps } = c.var
  const records = recordsOf(requireViewer(c), 'consents:give')
  if (records.length === 0) throw new ProblemError('not-permitted')
  return Promise.all(
    records.map(async ({ organisationId, personId, role }) => ({
      organisation: await getOrganisation(deps, organisationId),
      personId,
      name: (await namesOf(deps, organisationId, [personId])).get(personId) ?? '',
      asGuardian: role === 'guardian',
      state: await consentStateOf(deps, organisationId, personId),
    })),
  )
}

/** What was said last about a purpose by whoever is asked here. */
const lastOf = (own: Own, purpose: ConsentPurpose, capacity: Consent['capacity']): string | undefined => {
  const last = own.state.consents.findLast((one) => one.purpose === purpose && one.capacity === capacity)
  if (last === undefined) return undefined
  // What no longer counts, such as a word from before a birthday, is asked anew.
  const hold = own.state.holds[purpose]
  const anew = capacity === 'self' && hold === 'self-missing'
  return anew ? undefined : last.decision === 'given' ? 'yes' : 'no'
}

const Questions = ({ own, c }: { readonly own: Own; readonly c: AppContext }) => {
  const { language } = c.var
  const t = consentText[language]
  const { organisation, personId, state, asGuardian } = own
  const capacity = asGuardian ? ('guardian' as const) : ('self' as const)
  const purposes = asGuardian ? guardianPurposes : purposesToAsk(state.stage, 'self')
  if (purposes.length === 0) return <p class="govuk-body">{t.noneAsked}</p>
  const items = (chosen: string | undefined) =>
    (['yes', 'no'] as const).map((value) => ({ value, text: t[value], checked: chosen === value }))
  const idOf = (purpose: string) => `${purpose}-${personId}`
  return (
    <form method="post" action={path('myConsent', { slug: organisation.slug, personId })}>
      {purposes.map((purpose) => (
        <Radios
          name={idOf(purpose)}
          legend={(asGuardian ? t.askGuardian : t.askOwn)[purpose]}
          items={items(lastOf(own, purpose, capacity))}
        />
      ))}
      {asGuardian && state.stage === 'child' ? (
        <Radios
          name={idOf('relayed')}
          legend={t.relayed(firstNameOf(own.name))}
          hint={t.relayedHint}
          items={items(lastOf(own, 'sharing', 'self'))}
        />
      ) : null}
      <Button>{t.save}</Button>
    </form>
  )
}

const Person = ({ own, c }: { readonly own: Own; readonly c: AppContext }) => {
  const t = consentText[c.var.language]
  const { name, organisation, state, asGuardian, personId } = own
  const { role } = state.holds
  return (
    <section>
      <h2 class="govuk-heading-l">{asGuardian ? t.ofPerson(name) : t.ofYou}</h2>
      <p class="govuk-body">{nameOf(organisation, c.var.language)}</p>
      {role === undefined ? null : <InsetText>{t.waitsNow}</InsetText>}
      {!asGuardian && state.stage === 'youth' && role === 'self-missing' ? (
        <p class="govuk-body-l">{t.birthdayYouth}</p>
      ) : null}
      {!asGuardian && state.stage === 'young' && state.holds.sharing === 'self-missing' ? (
        <p class="govuk-body-l">{t.birthdayYoung}</p>
      ) : null}
      <Questions own={own} c={c} />
      {asGuardian && state.stage === 'child' ? (
        <form method="post" action={path('myPerson')}>
          <input type="hidden" name="person" value={personId} />
          <Button secondary>{t.openRecord}</Button>
        </form>
      ) : null}
    </section>
  )
}

const showConsents = async (c: AppContext) => {
  const all = await loadOwn(c)
  const t = consentText[c.var.language]
  return renderPage(
    c,
    { title: t.consents, current: 'consents' },
    <>
      {c.req.query('saved') === 'yes' ? (
        <NotificationBanner success language={c.var.language}>
          <p class="govuk-notification-banner__heading">{t.saved}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-xl">{t.consents}</h1>
      <p class="govuk-body-l">{t.intro}</p>
      {all.map((own) => (
        <Person own={own} c={c} />
      ))}
    </>,
  )
}

const saveConsents = async (c: AppContext) => {
  const { deps } = c.var
  const viewer = requireViewer(c)
  const personId = c.req.param('personId') ?? ''
  const organisation = await getOrganisationBySlug(deps, c.req.param('slug') ?? '')
  const record = recordsOf(viewer, 'consents:give').find(
    (one) => one.organisationId === organisation.id && one.personId === personId,
  )
  if (record === undefined) throw new ProblemError('not-permitted')
  const form = await c.req.parseBody()
  const answerOf = (name: string): boolean | undefined => {
    const value = form[`${name}-${personId}`]
    return value === 'yes' ? true : value === 'no' ? false : undefined
  }
  const { stage } = await consentStateOf(deps, organisation.id, personId)
  const email = viewer.email
  if (record.role === 'guardian') {
    const answers = Object.fromEntries(
      guardianPurposes.flatMap((purpose) => {
        const agrees = answerOf(purpose)
        return agrees === undefined ? [] : [[purpose, agrees] as const]
      }),
    )
    await changeGuardianConsent(deps, organisation.id, personId, { answers, email })
    const agrees = stage === 'child' ? answerOf('relayed') : undefined
    if (agrees !== undefined) {
      const word = {
        answers: [{ purpose: 'sharing', agrees } as const],
        how: 'relayed' as const,
        actor: email,
      }
      await recordOwnConsent(deps, organisation.id, personId, word)
    }
  } else {
    const answers = purposesToAsk(stage, 'self').flatMap((purpose) => {
      const agrees = answerOf(purpose)
      return agrees === undefined ? [] : [{ purpose, agrees }]
    })
    await recordOwnConsent(deps, organisation.id, personId, { answers, how: 'account', actor: email })
  }
  return c.redirect(`${path('myConsents')}?saved=yes`, 303)
}

const thirtyDays = 30 * 24 * 60 * 60

/** Chooses whose record is looked at, out of several that somebody may open. */
const choosePerson = async (c: AppContext) => {
  const chosen = String((await c.req.parseBody())['person'] ?? '')
  const records = recordsOf(requireViewer(c), 'record:read-own')
  if (!records.some(({ personId }) => personId === chosen)) throw new ProblemError('not-permitted')
  const secure = c.var.deps.config.origin.startsWith('https:')
  setCookie(c, ACTING_FOR, chosen, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: thirtyDays })
  return c.redirect(path('my'), 303)
}

/** What volunteers and guardians agree to, and whose record they look at. */
export const myConsentsPages = (app: App): void => {
  app.get(paths.myConsents, showConsents)
  app.post(paths.myConsent, saveConsents)
  app.post(paths.myPerson, choosePerson)
}
