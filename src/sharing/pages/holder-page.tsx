import { definitionGiven } from '../../achievements/definitions'
import { bindAward } from '../../awards/actions'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { Button, ButtonGroup, Checkboxes, TextInput } from '../../web/components'
import { renderPage } from '../../web/layout'
import { holderText } from './holder-text'
import { getOwn, type Own } from './own-award'

type Typed = { readonly byEmail: boolean; readonly did: string }
type Wrong = { readonly field: 'did' | 'names'; readonly message: string }

const renderHolder = async (c: AppContext, { award, organisation }: Own, typed: Typed, wrong?: Wrong) => {
  const { deps, language } = c.var
  const t = holderText[language]
  const here = path('myAward', { awardId: award.id })
  const badge = (await definitionGiven(deps, organisation.id, award)).name[language]
  const errorOf = (field: Wrong['field']) => (wrong?.field === field ? { error: wrong.message } : {})
  const items = [{ value: 'email', text: t.byEmail, hint: t.byEmailHint, checked: typed.byEmail }]
  return renderPage(
    c,
    {
      title: t.title,
      organisation,
      current: 'record',
      back: { href: here, text: badge },
      errors: wrong === undefined ? [] : [wrong],
    },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.help}</p>
      <form method="post" action={path('myAwardHolder', { awardId: award.id })} novalidate>
        <Checkboxes name="names" legend={t.legend} items={items} language={language} {...errorOf('names')} />
        <TextInput
          id="did"
          label={t.did}
          hint={t.didHint}
          value={typed.did}
          language={language}
          {...errorOf('did')}
        />
        <ButtonGroup>
          <Button>{t.save}</Button>
          <a class="govuk-link" href={here}>
            {t.cancel}
          </a>
        </ButtonGroup>
      </form>
    </>,
  )
}

const wrongOf = (error: unknown, c: AppContext): Wrong => {
  const t = holderText[c.var.language]
  if (!(error instanceof ProblemError && error.code === 'invalid-input')) throw error
  return error.fields.some(({ field }) => field === 'names')
    ? { field: 'names', message: t.noEmail }
    : { field: 'did', message: t.didWrong }
}

/** Where the holder of a badge asks for it to name them, or not to. */
export const holderPage = (app: App): void => {
  app.get(paths.myAwardHolder, async (c) => {
    const own = await getOwn(c)
    if (own.award.status !== 'valid') return c.redirect(path('myAward', { awardId: own.award.id }), 303)
    return renderHolder(c, own, { byEmail: false, did: '' })
  })
  app.post(paths.myAwardHolder, async (c) => {
    const own = await getOwn(c)
    const form = await c.req.parseBody()
    const typed = { byEmail: form['names'] === 'email', did: String(form['did'] ?? '').trim() }
    const wish = { byEmail: typed.byEmail, did: typed.did === '' ? undefined : typed.did }
    try {
      await bindAward(c.var.deps, { ...own.award, actor: own.actor }, own.award.id, wish)
    } catch (error) {
      return renderHolder(c, own, typed, wrongOf(error, c))
    }
    return c.redirect(`${path('myAward', { awardId: own.award.id })}?saved=yes`, 303)
  })
}
