import { zTrainingModule } from '../../evidence/model'
import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, Checkboxes, InsetText, NotificationBanner, Select, TextInput } from '../../web/components'
import { type Permitted, requirePermission } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { choiceText } from '../choice-text'
import { getNationalBadge } from '../definitions'
import type { BadgeRule, RuleCondition } from '../model'
import { describeCondition, describeRule } from '../rules/describe-rule'
import { numbersOf, raiseRule } from '../rules/raise-rule'
import { trainingNames } from '../rules/rule-text'
import { chooseRule, getBadge } from '../settings/actions'

type Typed = {
  readonly hidden: boolean
  /** As typed, in the order of the numbers of the national rule; hours where the rule has minutes. */
  readonly numbers: readonly string[]
  readonly induction: boolean
  readonly extraHours: string
  readonly training: string
  readonly errors: readonly FieldProblem[]
}

const isTime = ({ kind }: RuleCondition) => kind.startsWith('approved-minutes')
const shown = (condition: RuleCondition & { readonly atLeast: number }) =>
  String(isTime(condition) ? condition.atLeast / 60 : condition.atLeast)

/** What a saved rule of a service's own adds to the national one, as the form has it. */
const readRule = (national: BadgeRule, rule: BadgeRule): Omit<Typed, 'hidden' | 'errors'> => {
  const count = numbersOf(national).length
  const added = rule === national || !('all' in rule) ? [] : rule.all.slice(1)
  const base = rule !== national && 'all' in rule && rule.all[0] !== undefined ? rule.all[0] : rule
  const find = (kind: RuleCondition['kind']) => added.find((part) => 'kind' in part && part.kind === kind)
  const [hours, training] = [find('approved-minutes'), find('training')]
  return {
    numbers: numbersOf(base).slice(0, count).map(shown),
    induction: find('induction') !== undefined,
    extraHours: hours !== undefined && 'atLeast' in hours ? shown(hours as never) : '',
    training: training !== undefined && 'module' in training ? training.module : '',
  }
}

export const showChoice = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'badges:design')
  const national = getNationalBadge(c.req.param('code') ?? '')
  const { definition, hidden } = await getBadge(c.var.deps, permitted.organisation.id, national.id)
  const own = definition === national ? national.rule : definition.rule
  return renderChoice(c, permitted, { ...readRule(national.rule, own), hidden, errors: [] })
}

const renderChoice = (c: AppContext, { organisation }: Permitted, typed: Typed) => {
  const { language } = c.var
  const t = choiceText[language]
  const national = getNationalBadge(c.req.param('code') ?? '')
  const title = t.title(national.name[language])
  const place = { slug: organisation.slug, code: national.id }
  return renderPage(
    c,
    {
      title,
      organisation,
      current: 'badges',
      errors: typed.errors,
      back: { href: path('serviceBadge', place), text: national.name[language] },
    },
    <>
      {c.req.query('saved') === 'yes' ? (
        <NotificationBanner success language={language}>
          <p class="govuk-notification-banner__heading">{t.saved}</p>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t.intro}</p>
      <InsetText>{`${t.national}: ${describeRule(national.rule, language)}.`}</InsetText>
      <form method="post" action={path('serviceBadgeRule', place)} novalidate>
        <ChoiceFields rule={national.rule} typed={typed} language={language} />
        <Button>{t.save}</Button>
      </form>
    </>,
  )
}

const ChoiceFields = ({
  rule,
  typed,
  language,
}: {
  readonly rule: BadgeRule
  readonly typed: Typed
  readonly language: Language
}) => {
  const t = choiceText[language]
  const errorOf = (id: string) => {
    const message = typed.errors.find(({ field }) => field === id)?.message
    return message === undefined ? {} : { error: message }
  }
  const trainings = zTrainingModule.options.map((value) => ({
    value,
    text: trainingNames[value][language],
    selected: value === typed.training,
  }))
  return (
    <>
      <Checkboxes
        name="hidden"
        legend={t.hide}
        items={[{ value: 'yes', text: t.hideChoice, checked: typed.hidden }]}
        small
      />
      <h2 class="govuk-heading-m">{t.numbers}</h2>
      {numbersOf(rule).map((condition, position) => (
        <TextInput
          id={`number-${position}`}
          label={describeCondition(condition, language)}
          hint={t.numberHint(isTime(condition) ? `${shown(condition)} ${t.hours}` : shown(condition))}
          value={typed.numbers[position] ?? shown(condition)}
          width={5}
          inputmode="decimal"
          language={language}
          {...errorOf(`number-${position}`)}
        />
      ))}
      <h2 class="govuk-heading-m">{t.extras}</h2>
      <TextInput
        id="extraHours"
        label={t.extraHours}
        hint={t.extraHoursHint}
        value={typed.extraHours}
        width={5}
        inputmode="decimal"
        language={language}
        {...errorOf('extraHours')}
      />
      <Select id="training" label={t.training} items={[{ value: '', text: t.none }, ...trainings]} />
      <Checkboxes
        name="induction"
        legend={t.extras}
        items={[{ value: 'yes', text: t.induction, checked: typed.induction }]}
        small
      />
    </>
  )
}

/** A number as typed, in the unit of the rule; undefined for what is none. */
const parseNumber = (text: string, time: boolean): number | undefined => {
  const value = /^\d{1,4}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : 0
  const whole = time ? Math.round(value * 60) : value
  return Number.isInteger(whole) && whole > 0 ? whole : undefined
}

export const postChoice = async (c: AppContext) => {
  const permitted = await requirePermission(c, 'badges:design')
  const { deps, language } = c.var
  const t = choiceText[language]
  const national = getNationalBadge(c.req.param('code') ?? '')
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const asked = numbersOf(national.rule)
  const typed = {
    hidden: text('hidden') === 'yes',
    numbers: asked.map((condition, position) => text(`number-${position}`) || shown(condition)),
    induction: text('induction') === 'yes',
    extraHours: text('extraHours'),
    training: text('training'),
  }
  const numbers = asked.map((condition, at) => parseNumber(typed.numbers[at] ?? '', isTime(condition)))
  const extra = typed.extraHours === '' ? undefined : parseNumber(typed.extraHours, true)
  const errors = [
    ...numbers.flatMap((number, at) => {
      const least = asked[at]?.atLeast ?? 0
      if (number === undefined) return [{ field: `number-${at}`, message: t.notANumber }]
      return number < least ? [{ field: `number-${at}`, message: t.tooLow }] : []
    }),
    ...(typed.extraHours !== '' && extra === undefined
      ? [{ field: 'extraHours', message: t.notANumber }]
      : []),
  ]
  if (errors.length > 0) return renderChoice(c, permitted, { ...typed, errors })
  const module = zTrainingModule.safeParse(typed.training)
  const extras: RuleCondition[] = [
    ...(extra === undefined ? [] : [{ kind: 'approved-minutes' as const, atLeast: extra }]),
    ...(module.success ? [{ kind: 'training' as const, module: module.data }] : []),
    ...(typed.induction ? [{ kind: 'induction' as const }] : []),
  ]
  const raised = numbers.some((number, at) => number !== asked[at]?.atLeast)
  const rule = raised || extras.length > 0 ? { all: [raiseRule(national.rule, numbers), ...extras] } : null
  const { organisation, actor } = permitted
  await chooseRule(deps, organisation.id, national.id, { hidden: typed.hidden, rule, actor })
  const place = { slug: organisation.slug, code: national.id }
  return c.redirect(`${path('serviceBadgeRule', place)}?saved=yes`, 303)
}
