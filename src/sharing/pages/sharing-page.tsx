import { path, paths } from '../../paths'
import { holdsOf } from '../../people/holds/actions'
import { AwardView, checkAward } from '../../verification/pages/award-view'
import type { App, AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, Checkboxes, Radios } from '../../web/components'
import { formatCount, formatDate } from '../../web/format'
import { renderPage } from '../../web/layout'
import { getSharing, previewAward, setSharing } from '../actions'
import { type LinkLife, linkLives, type OwnSharing, type ShareItem, shareItems } from '../model'
import { endOfLink } from '../rules/end-of-link'
import { getOwn, type Own } from './own-award'
import { myText } from './page-text'
import { sharingText } from './sharing-text'
import { SharingWaits } from './sharing-waits'

/** What stands in the form. `life` is undefined where the end of the link stays as it is. */
type Typed = {
  readonly publicPage: boolean
  readonly showName: boolean
  readonly items: readonly ShareItem[]
  readonly life: LinkLife | undefined
}

const typedOf = (sharing: OwnSharing): Typed => ({
  publicPage: sharing.publicPage,
  showName: sharing.showName,
  items: sharing.items,
  life: sharing.endsAt === null ? 'open' : undefined,
})

const Form = (props: { own: Own; now: OwnSharing; typed: Typed; language: Language }) => {
  const { own, now, typed, language } = props
  const [t, m] = [sharingText[language], myText[language]]
  return (
    <form method="post" action={path('myAwardSharing', { awardId: own.award.id })} data-live-preview="">
      <input type="hidden" name="chosen" value="yes" />
      <Checkboxes
        name="share"
        legend={t.page}
        hint={m.sharingHelp}
        items={[
          { value: 'publicPage', text: m.publicPage, hint: m.publicPageHint, checked: typed.publicPage },
          { value: 'showName', text: m.showName, hint: m.showNameHint, checked: typed.showName },
        ]}
      />
      <Checkboxes
        name="show"
        legend={t.show}
        hint={t.showHint}
        items={shareItems.map((value) => ({
          value,
          text: t.items[value],
          checked: typed.items.includes(value),
          ...(value === 'file' ? { hint: t.fileHint } : {}),
        }))}
      />
      <Radios
        name="life"
        legend={t.life}
        {...(now.endsAt === null ? {} : { hint: t.ends(formatDate(now.endsAt, language)) })}
        items={linkLives.map((value) => ({ value, text: t.lives[value], checked: typed.life === value }))}
      />
      <ButtonGroup>
        <Button>{m.save}</Button>
        <Button name="do" value="preview" secondary>
          {t.preview}
        </Button>
        {now.publicPage ? (
          <Button name="do" value="off" warning>
            {t.off}
          </Button>
        ) : null}
      </ButtonGroup>
    </form>
  )
}

/** The page as others will see it. */
const previewOf = async (c: AppContext, own: Own, typed: Typed) => {
  const { language, deps } = c.var
  const t = sharingText[language]
  const award = typed.publicPage ? await previewAward(deps, own.award, typed) : undefined
  return (
    <section class="app-preview" aria-labelledby="preview" data-preview="">
      <h2 class="govuk-heading-m" id="preview">
        {t.previewTitle}
      </h2>
      {award === undefined ? (
        <p class="govuk-body">{t.previewOff}</p>
      ) : (
        <div class="app-preview__page" inert>
          <AwardView
            {...(await checkAward(c, award))}
            address={deps.config.origin}
            language={language}
            heading="p"
          />
        </div>
      )}
    </section>
  )
}

const render = async (c: AppContext, own: Own, typed?: Typed) => {
  const { deps, language } = c.var
  const { award, organisation } = own
  const t = sharingText[language]
  const now = await getSharing(deps, organisation.id, award)
  const hold = (await holdsOf(deps, organisation.id, [award.personId], 'sharing')).get(award.personId)?.hold
  const shown = typed ?? typedOf(now)
  const waits = hold !== undefined && !now.publicPage && !now.showName
  return renderPage(
    c,
    {
      ...{ title: t.title, organisation, current: 'record', wide: true },
      back: { href: path('myAward', { awardId: award.id }) },
    },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {now.publicPage ? (
        <p class="govuk-body">{t.views(formatCount(now.views, language), now.views === 1)}</p>
      ) : null}
      {waits ? (
        <SharingWaits hold={hold} language={language} />
      ) : (
        <>
          <div class="app-narrow">
            <Form own={own} now={now} typed={shown} language={language} />
          </div>
          {await previewOf(c, own, shown)}
        </>
      )}
    </>,
  )
}

const readForm = async (c: AppContext) => {
  const form = await c.req.parseBody({ all: true })
  const all = (name: string) => [form[name] ?? []].flat().map(String)
  const [share, show] = [all('share'), all('show')]
  const wish = String(form['do'] ?? '')
  return {
    wish,
    // A form that shows no items leaves them as they are.
    chosen: form['chosen'] === 'yes' && wish !== 'off',
    typed: {
      publicPage: share.includes('publicPage') && wish !== 'off',
      showName: share.includes('showName'),
      items: shareItems.filter((item) => show.includes(item)),
      life: linkLives.find((life) => life === form['life']),
    },
  }
}

/** Where the holder of a badge chooses, item by item, what others see of it, and for how long. */
export const sharingPage = (app: App): void => {
  app.get(paths.myAwardSharing, async (c) => render(c, await getOwn(c)))
  app.post(paths.myAwardSharing, async (c) => {
    const own = await getOwn(c)
    const { wish, chosen, typed } = await readForm(c)
    if (wish === 'preview') return render(c, own, typed)
    const { deps } = c.var
    const { publicPage, showName, items, life } = typed
    await setSharing(deps, { ...own.award, actor: own.actor }, own.award.id, {
      ...{ publicPage, showName },
      ...(chosen ? { items } : {}),
      ...(chosen && life !== undefined ? { endsAt: endOfLink(life, deps.clock.now()) } : {}),
    })
    return c.redirect(`${path('myAward', { awardId: own.award.id })}?saved=yes`, 303)
  })
}
