import { path } from '../../paths'
import type { FieldProblem } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, InsetText, Textarea } from '../../web/components'
import { formatDate } from '../../web/format'
import { renderPage } from '../../web/layout'
import type { Goal } from '../model'
import { removeOwnGoal, writeOwnGoal } from '../own-goals'
import { mayChangeGoals } from '../rules/may-change-goals'
import { errorOf, readForm } from './form-parts'
import { openMine } from './my-pages'
import { dofePageText } from './page-text'

const LONGEST_GOAL = 500

type Typed = { readonly goalId: string; readonly words: string; readonly errors: readonly FieldProblem[] }

/** One goal to change or take off, or a new one where there is none yet. */
const GoalForm = (props: {
  readonly goal: Goal | undefined
  readonly typed: Typed | undefined
  readonly language: Language
}) => {
  const { goal, typed, language } = props
  const t = dofePageText[language]
  const id = goal === undefined ? 'goal' : `goal-${goal.id}`
  return (
    <form method="post" novalidate>
      <input type="hidden" name="goalId" value={goal?.id ?? ''} />
      <Textarea
        id={id}
        name="goal"
        label={goal === undefined ? t.myNewGoal : t.goal}
        hint={goal === undefined ? t.myGoalHint : `${t.agreedOn}: ${formatDate(goal.agreedOn, language)}`}
        rows={2}
        value={typed?.words ?? goal?.words ?? ''}
        language={language}
        {...errorOf(typed?.errors ?? [], id)}
      />
      <ButtonGroup>
        <Button name="do" value="keep" secondary={goal !== undefined}>
          {goal === undefined ? t.addGoal : t.changeGoal}
        </Button>
        {goal === undefined ? null : (
          <Button name="do" value="remove" secondary>
            {t.remove}
            <span class="govuk-visually-hidden">: {goal.words}</span>
          </Button>
        )}
      </ButtonGroup>
    </form>
  )
}

const render = async (c: AppContext, typed?: Typed) => {
  const { organisation, view, here } = await openMine(c)
  const { language } = c.var
  const t = dofePageText[language]
  const open = mayChangeGoals(view)
  const typedOf = (id: string) => (typed?.goalId === id ? typed : undefined)
  return renderPage(
    c,
    {
      ...{ title: t.myGoals, organisation, current: 'record', errors: typed?.errors ?? [] },
      back: { href: here, text: t.mine },
    },
    <>
      <h1 class="govuk-heading-l">{t.myGoals}</h1>
      <p class="govuk-body">{t.myGoalsIntro}</p>
      {open ? null : <InsetText>{t.goalsClosed}</InsetText>}
      {view.goals.map((goal) =>
        open ? (
          <GoalForm goal={goal} typed={typedOf(goal.id)} language={language} />
        ) : (
          <p class="govuk-body app-preserve-lines">{goal.words}</p>
        ),
      )}
      {open ? <GoalForm goal={undefined} typed={typedOf('')} language={language} /> : null}
    </>,
  )
}

/** A young person's own goals, in their own words; the coordinator, the assessor and the leader see them. */
export const renderMyGoals = (c: AppContext) => render(c)

export const saveMyGoals = async (c: AppContext) => {
  const { organisation, personId, actor, parts } = await openMine(c)
  const { deps, language } = c.var
  const typed = await readForm(c)
  const goalId = typed['goalId'] ?? ''
  const words = (typed['goal'] ?? '').trim()
  const here = path('myDofeGoals', parts)
  const own = { programmeId: parts.programmeId, personId, actor }
  if (typed['do'] === 'remove') {
    await removeOwnGoal(deps, organisation.id, own, goalId)
    return c.redirect(here, 303)
  }
  if (words === '' || words.length > LONGEST_GOAL) {
    const field = goalId === '' ? 'goal' : `goal-${goalId}`
    return render(c, { goalId, words, errors: [{ field, message: dofePageText[language].errors.text }] })
  }
  const goal = { words, ...(goalId === '' ? {} : { inPlaceOf: goalId }) }
  await writeOwnGoal(deps, organisation.id, own, goal)
  return c.redirect(here, 303)
}
