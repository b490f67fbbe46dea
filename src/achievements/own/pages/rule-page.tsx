import { path } from '../../../paths'
import { ProblemError } from '../../../problems'
import type { AppContext, Language } from '../../../web/app-env'
import { Button, Cell, InsetText, Radios, Select, Table } from '../../../web/components'
import { renderPage } from '../../../web/layout'
import { describeCondition } from '../../rules/describe-rule'
import {
  conditionKinds,
  emptyCondition,
  readCondition,
  type TypedCondition,
  typeCondition,
} from '../../rules/read-condition'
import { changeDraft, tryRule } from '../actions'
import { MOST_CONDITIONS, type OwnDraft, type OwnRule } from '../model'
import { ownText } from '../page-text'
import { ConditionForm } from './condition-form'
import { backTo, type OwnPlace, placeOf, requireOwnBadge, Saved } from './parts'

/** Which condition the address asks to fill in: a new one of a kind, or one that is there. */
const askedFor = (c: AppContext, { conditions }: OwnRule) => {
  const at = Number.parseInt(c.req.query('at') ?? '', 10)
  const there = conditions[at]
  if (there !== undefined) return { at, typed: typeCondition(there) }
  const kind = conditionKinds.find((one) => one === c.req.query('kind'))
  return kind === undefined ? undefined : { at: undefined, typed: { ...emptyCondition, kind } }
}

export const showRule = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const asked = askedFor(c, place.badge.draft.rule)
  if (asked !== undefined) return renderCondition(c, place, asked)
  const { deps, language } = c.var
  const t = ownText[language]
  const { badge, organisation } = place
  const { rule } = badge.draft
  const tried = await tryRule(deps, organisation.id, badge.draft)
  return renderPage(
    c,
    { title: t.rule, organisation, current: 'badges', back: backTo(place, language) },
    <>
      <Saved c={c} />
      <h1 class="govuk-heading-l">{t.rule}</h1>
      <p class="govuk-body">{t.ruleIntro}</p>
      {rule.conditions.length === 0 ? (
        <InsetText>{t.ruleNone}</InsetText>
      ) : (
        <>
          <Conditions place={place} rule={rule} language={language} />
          {rule.conditions.length > 1 ? <Match place={place} rule={rule} language={language} /> : null}
          <h2 class="govuk-heading-m">{t.tryTitle}</h2>
          <p class="govuk-body">{t.tried(tried.eligible, tried.people)}</p>
          {tried.waiting === 0 ? null : <p class="govuk-body">{t.triedWaiting(tried.waiting)}</p>}
        </>
      )}
      {rule.conditions.length >= MOST_CONDITIONS ? null : (
        <form method="get" action={path('serviceOwnBadgeRule', placeOf(place))}>
          <h2 class="govuk-heading-m">{t.addCondition}</h2>
          <Select
            id="kind"
            label={t.kind}
            items={conditionKinds.map((value) => ({ value, text: t.kinds[value] }))}
          />
          <Button secondary>{t.goOn}</Button>
        </form>
      )}
    </>,
  )
}

type RuleProps = { readonly place: OwnPlace; readonly rule: OwnRule; readonly language: Language }

const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const Conditions = ({ place, rule, language }: RuleProps) => {
  const t = ownText[language]
  const address = path('serviceOwnBadgeRule', placeOf(place))
  const head = [{ text: t.condition }, { text: t.change }, { text: t.remove }]
  return (
    <Table caption={t.conditions} hideCaption head={head}>
      {rule.conditions.map((condition, at) => {
        const words = asSentence(describeCondition(condition, language))
        return (
          <tr class="govuk-table__row">
            <Cell header>{words}</Cell>
            <Cell>
              <a class="govuk-link" href={`${address}?at=${at}`}>
                {t.change}
                <span class="govuk-visually-hidden">{`: ${words}`}</span>
              </a>
            </Cell>
            <Cell>
              <form method="post" action={address}>
                <input type="hidden" name="at" value={String(at)} />
                <input type="hidden" name="was" value={JSON.stringify(condition)} />
                <button
                  class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
                  type="submit"
                  name="do"
                  value="remove"
                >
                  {t.remove}
                  <span class="govuk-visually-hidden">{`: ${words}`}</span>
                </button>
              </form>
            </Cell>
          </tr>
        )
      })}
    </Table>
  )
}

const Match = ({ place, rule, language }: RuleProps) => {
  const t = ownText[language]
  return (
    <form method="post" action={path('serviceOwnBadgeRule', placeOf(place))}>
      <Radios
        name="match"
        legend={t.match}
        items={(['all', 'any'] as const).map((value) => ({
          ...{ value, text: t.matches[value], checked: rule.match === value },
        }))}
        small
      />
      <Button secondary name="do" value="match">
        {t.save}
      </Button>
    </form>
  )
}

type Asked = { readonly at: number | undefined; readonly typed: TypedCondition }

const renderCondition = (
  c: AppContext,
  place: OwnPlace,
  { at, typed }: Asked,
  errors: readonly { readonly field: string; readonly message: string }[] = [],
) => {
  const { language } = c.var
  const kind = conditionKinds.find((one) => one === typed.kind)
  if (kind === undefined) throw new ProblemError('bad-request')
  const t = ownText[language]
  const address = path('serviceOwnBadgeRule', placeOf(place))
  const before = at === undefined ? undefined : place.badge.draft.rule.conditions[at]
  return renderPage(
    c,
    {
      title: t.kinds[kind],
      organisation: place.organisation,
      current: 'badges',
      errors,
      back: { href: address, text: t.rule },
    },
    <>
      <h1 class="govuk-heading-l">{t.kinds[kind]}</h1>
      <form method="post" action={address} novalidate>
        <input type="hidden" name="kind" value={kind} />
        {before === undefined ? null : (
          <>
            <input type="hidden" name="at" value={String(at)} />
            <input type="hidden" name="was" value={JSON.stringify(before)} />
          </>
        )}
        <ConditionForm kind={kind} typed={typed} errors={errors} language={language} />
        <Button name="do" value="save">
          {before === undefined ? t.addThis : t.saveThis}
        </Button>
      </form>
    </>,
  )
}

const readTyped = (form: Record<string, unknown>): TypedCondition => {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const names = Object.keys(emptyCondition).filter((name) => name !== 'roles')
  const roles = [form['roles'] ?? []].flat().filter((role) => typeof role === 'string')
  return { ...emptyCondition, ...Object.fromEntries(names.map((name) => [name, text(name)])), roles }
}

/**
 * The conditions with one taken out or another in its place; as they are where somebody else has changed it since the
 * page was shown, and where the very same one is there already.
 */
const withCondition = (
  { conditions }: OwnRule,
  condition: OwnRule['conditions'][number] | undefined,
  { at, was }: { readonly at: number; readonly was: string },
): OwnRule['conditions'] => {
  const same = (one: unknown) => JSON.stringify(one) === JSON.stringify(condition)
  if (was === '') {
    const full = condition === undefined || conditions.some(same) || conditions.length >= MOST_CONDITIONS
    return full ? conditions : [...conditions, condition]
  }
  if (JSON.stringify(conditions[at]) !== was) return conditions
  return conditions.flatMap((one, index) => (index === at ? (condition ?? []) : one))
}

export const postRule = async (c: AppContext) => {
  const place = await requireOwnBadge(c)
  const { deps, language } = c.var
  const form = await c.req.parseBody({ all: true })
  const { organisation, actor, badge } = place
  const change = (next: (rule: OwnRule) => OwnRule) =>
    changeDraft(deps, organisation.id, badge.code, {
      actor,
      change: (draft: OwnDraft) => ({ ...draft, rule: next(draft.rule) }),
    })
  const was = typeof form['was'] === 'string' ? form['was'] : ''
  const at = Number.parseInt(String(form['at'] ?? ''), 10)
  if (form['do'] === 'match') {
    const match = form['match'] === 'any' ? 'any' : 'all'
    await change((rule) => ({ ...rule, match }))
  } else if (form['do'] === 'remove') {
    await change((rule) => ({ ...rule, conditions: withCondition(rule, undefined, { at, was }) }))
  } else {
    const typed = readTyped(form)
    const read = readCondition(typed)
    if (!read.ok) {
      const { conditionFaults } = ownText[language]
      const errors = read.faults.map(({ field, fault }) => ({ field, message: conditionFaults[fault] }))
      return renderCondition(c, place, { at: was === '' ? undefined : at, typed }, errors)
    }
    await change((rule) => ({ ...rule, conditions: withCondition(rule, read.condition, { at, was }) }))
  }
  return c.redirect(`${path('serviceOwnBadgeRule', placeOf(place))}?saved=yes`, 303)
}
