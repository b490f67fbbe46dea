import { path } from '../../../paths'
import { type FieldProblem, ProblemError } from '../../../problems'
import type { AppContext, Language } from '../../../web/app-env'
import { Button, TextInput } from '../../../web/components'
import { renderPage } from '../../../web/layout'
import { drawOwnBadge } from '../../images/draw-own'
import { claimsTooMuch } from '../../model'
import { describeBadgeImage } from '../../rules/describe-badge-image'
import { glyphNames, paletteNames, templateNames } from '../../rules/image-names'
import { changeDraft } from '../actions'
import {
  drawable,
  LONGEST_RIBBON,
  LONGEST_RING,
  type OwnDraft,
  type OwnImage,
  ownGlyphs,
  ownPalettes,
  ownTemplates,
  zOwnImage,
} from '../model'
import { ownText } from '../page-text'
import {
  backTo,
  ChoiceSelect,
  errorFor,
  type OwnPlace,
  placeOf,
  readForm,
  requireOwnBadge,
  Saved,
  type Typed,
} from './parts'

const letterings = { ringText: LONGEST_RING, ribbonText: LONGEST_RIBBON } as const
const languages = ['en', 'cy'] as const

/** Without a picture, the name of the badge as far as it fits. */
const typeImage = ({ image, words }: OwnDraft): Typed => {
  const values: Record<string, string> = {
    template: image?.template ?? '',
    palette: image?.palette ?? '',
    glyph: image?.glyph ?? '',
  }
  for (const one of languages) {
    values[`ringText-${one}`] = image?.ringText[one] ?? words.name[one].slice(0, LONGEST_RING).trim()
    values[`ribbonText-${one}`] = image?.ribbonText[one] ?? ''
  }
  return (name) => values[name] ?? ''
}

const readImage = (
  typed: Typed,
  language: Language,
): { readonly image?: OwnImage; readonly errors: readonly FieldProblem[] } => {
  const { faults } = ownText[language]
  const both = (text: string) => ({ en: typed(`${text}-en`), cy: typed(`${text}-cy`) })
  const [template, palette, glyph] = [typed('template'), typed('palette'), typed('glyph')]
  const [ringText, ribbonText] = [both('ringText'), both('ribbonText')]
  const parsed = zOwnImage.safeParse({ template, palette, glyph, ringText, ribbonText })
  if (parsed.success) return { image: parsed.data, errors: [] }
  const wrong = new Set(parsed.error.issues.map(({ path: [part] }) => part))
  const chosen = ['template', 'palette', 'glyph']
    .filter((part) => wrong.has(part))
    .map((field) => ({ field, message: faults.choose }))
  const written = Object.entries(letterings).flatMap(([part, most]) =>
    languages.flatMap((one): FieldProblem[] => {
      const field = `${part}-${one}`
      const text = typed(field).trim().normalize('NFC')
      if (text === '') return [{ field, message: faults.missing }]
      if (text.length > most) return [{ field, message: faults.long(most) }]
      if (!drawable.test(text)) return [{ field, message: faults.letters }]
      return claimsTooMuch(text) ? [{ field, message: faults.claims }] : []
    }),
  )
  return { errors: [...chosen, ...written] }
}

/** A draft's picture as others will see it, small and large, in both languages. */
export const Pictures = ({ place, language }: { place: OwnPlace; language: Language }) => {
  const { image } = place.badge.draft
  const t = ownText[language]
  if (image === null) return <p class="govuk-body">{t.pictureNone}</p>
  const alt = describeBadgeImage(image)
  return (
    <>
      <div class="app-badge-sizes">
        {[220, 64].map((size) =>
          languages.map((one) => (
            <img
              src={`${path('serviceOwnBadgeDrawing', { ...placeOf(place), language: one })}?revision=${place.badge.revision}`}
              alt={size === 64 ? '' : alt[one]}
              width={size}
              height={size}
            />
          )),
        )}
      </div>
      <p class="govuk-body-s">
        {`${t.alt}: `}
        <span lang="en">{alt.en}</span> <span lang="cy">{alt.cy}</span>
      </p>
    </>
  )
}

export const showPicture = async (c: AppContext, retyped?: Typed, errors: readonly FieldProblem[] = []) => {
  const place = await requireOwnBadge(c)
  const { language } = c.var
  const t = ownText[language]
  return renderPage(
    c,
    {
      title: t.picture,
      organisation: place.organisation,
      current: 'badges',
      errors,
      back: backTo(place, language),
    },
    <>
      <Saved c={c} />
      <h1 class="govuk-heading-l">{t.picture}</h1>
      <p class="govuk-body">{t.pictureIntro}</p>
      <Pictures place={place} language={language} />
      <PictureForm
        place={place}
        typed={retyped ?? typeImage(place.badge.draft)}
        errors={errors}
        language={language}
      />
    </>,
  )
}

const PictureForm = (props: {
  readonly place: OwnPlace
  readonly typed: Typed
  readonly errors: readonly FieldProblem[]
  readonly language: Language
}) => {
  const { place, typed, errors, language } = props
  const t = ownText[language]
  const lists = [
    [
      'template',
      t.shape,
      ownTemplates.map((value) => ({ value, text: templateNames[value].name[language] })),
    ],
    ['palette', t.colours, ownPalettes.map((value) => ({ value, text: paletteNames[value][language] }))],
    ['glyph', t.symbol, ownGlyphs.map((value) => ({ value, text: glyphNames[value][language] }))],
  ] as const
  return (
    <form method="post" action={path('serviceOwnBadgePicture', placeOf(place))} novalidate>
      {lists.map(([id, label, choices]) => (
        <ChoiceSelect {...{ id, label, choices, language, errors }} value={typed(id)} />
      ))}
      {Object.entries(letterings).map(([part, most]) =>
        languages.map((one) => (
          <TextInput
            id={`${part}-${one}`}
            label={(one === 'en' ? t.inEnglish : t.inWelsh)(part === 'ringText' ? t.ringText : t.ribbonText)}
            hint={t.ringHint(most)}
            value={typed(`${part}-${one}`)}
            width={20}
            language={language}
            {...errorFor(errors)(`${part}-${one}`)}
          />
        )),
      )}
      <Button>{t.save}</Button>
    </form>
  )
}

export const postPicture = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const typed = await readForm(c)
  const { image, errors } = readImage(typed, c.var.language)
  if (image === undefined) return showPicture(c, typed, errors)
  const { organisation, actor, badge } = place
  const change = { actor, change: (draft: OwnDraft) => ({ ...draft, image }) }
  await changeDraft(c.var.deps, organisation.id, badge.code, change)
  return c.redirect(`${path('serviceOwnBadgePicture', placeOf(place))}?saved=yes`, 303)
}

/** The picture of a draft, for those who design it. */
export const sendDrawing = async (c: AppContext) => {
  const { badge } = await requireOwnBadge(c)
  const language = languages.find((one) => one === c.req.param('language'))
  const { image, words } = badge.draft
  if (language === undefined || image === null) throw new ProblemError('not-found')
  const drawn = { name: words.name, image: { ...image, alt: describeBadgeImage(image) } }
  const svg = await drawOwnBadge(c.var.deps.assets, drawn, language)
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, max-age=600' })
}
