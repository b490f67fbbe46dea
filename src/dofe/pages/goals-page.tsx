import type { FieldProblem } from '../../problems'
import type { AppContext } from '../../web/app-env'
import { Button, Textarea, TextInput } from '../../web/components'
import { formatDate } from '../../web/format'
import { renderPage } from '../../web/layout'
import { addGoal, changeActivity, removeGoal, todayOf } from '../actions'
import { errorOf, readForm } from './form-parts'
import { dofePageText } from './page-text'
import { openProgramme } from './programme-page'
import { isDay } from './read-details'

type Typed = Readonly<Record<string, string>>

const GoalForm = (props: {
  readonly typed: Typed
  readonly errors: readonly FieldProblem[]
  readonly language: 'en' | 'cy'
}) => {
  const { typed, errors, language } = props
  const t = dofePageText[language]
  return (
    <form method="post" novalidate>
      <h2 class="govuk-heading-m">{t.addGoal}</h2>
      <Textarea
        id="goal"
        label={t.goal}
        hint={t.goalHint}
        rows={2}
        value={typed['goal'] ?? ''}
        language={language}
        {...errorOf(errors, 'goal')}
      />
      <TextInput
        id="agreedOn"
        type="date"
        label={t.agreedOn}
        value={typed['agreedOn'] ?? ''}
        width={10}
        language={language}
        {...errorOf(errors, 'agreedOn')}
      />
      <Button name="do" value="goal">
        {t.addGoal}
      </Button>
    </form>
  )
}

const ActivityForm = (props: {
  readonly typed: Typed
  readonly errors: readonly FieldProblem[]
  readonly language: 'en' | 'cy'
}) => {
  const { typed, errors, language } = props
  const t = dofePageText[language]
  return (
    <form method="post" novalidate>
      <h2 class="govuk-heading-m">{t.changeActivity}</h2>
      <p class="govuk-hint">{t.changeActivityHint}</p>
      <Textarea
        id="to"
        label={t.newActivity}
        rows={2}
        value={typed['to'] ?? ''}
        language={language}
        {...errorOf(errors, 'to')}
      />
      <TextInput
        id="changedOn"
        type="date"
        label={t.changedOn}
        value={typed['changedOn'] ?? ''}
        width={10}
        language={language}
        {...errorOf(errors, 'changedOn')}
      />
      <Button secondary name="do" value="activity">
        {t.changeActivity}
      </Button>
    </form>
  )
}

const render = async (c: AppContext, typed: Typed, errors: readonly FieldProblem[] = []) => {
  const { organisation, view, here } = await openProgramme(c)
  const { language } = c.var
  const t = dofePageText[language]
  return renderPage(
    c,
    {
      ...{ title: t.goalsAndActivity, organisation, current: 'dofe', errors },
      back: { href: here, text: view.personName },
    },
    <>
      <h1 class="govuk-heading-l">
        {t.goalsAndActivity}
        <span class="govuk-caption-l">{view.personName}</span>
      </h1>
      {view.goals.length === 0 ? <p class="govuk-body">{t.noGoals}</p> : null}
      {view.goals.map(({ id, words, agreedOn, addedBy }) => (
        <form method="post" class="app-preserve-lines">
          <p class="govuk-body govuk-!-margin-bottom-1">{words}</p>
          <p class="govuk-hint">
            {t.agreedOn}: {formatDate(agreedOn, language)}. {t.goalBy(addedBy)}
          </p>
          <input type="hidden" name="goalId" value={id} />
          <Button secondary name="do" value="remove">
            {t.remove}
            <span class="govuk-visually-hidden">: {words}</span>
          </Button>
        </form>
      ))}
      <GoalForm typed={typed} errors={errors} language={language} />
      {view.changes.map(({ changedOn, from, to }) => (
        <p class="govuk-body">{t.changedLine(formatDate(changedOn, language), from, to)}</p>
      ))}
      <ActivityForm typed={typed} errors={errors} language={language} />
    </>,
  )
}

export const renderGoals = (c: AppContext) => {
  const today = todayOf(c.var.deps)
  return render(c, { agreedOn: today, changedOn: today })
}

export const saveGoals = async (c: AppContext) => {
  const { organisation, actor, parts } = await openProgramme(c)
  const { deps, language } = c.var
  const t = dofePageText[language].errors
  const typed = await readForm(c)
  const deed = typed['do']
  const { programmeId } = parts
  if (deed === 'remove') {
    await removeGoal(deps, organisation.id, programmeId, typed['goalId'] ?? '', actor)
    return c.redirect(c.req.path, 303)
  }
  const isGoal = deed !== 'activity'
  const [field, dayField] = isGoal ? (['goal', 'agreedOn'] as const) : (['to', 'changedOn'] as const)
  const [words, day] = [(typed[field] ?? '').trim(), typed[dayField] ?? '']
  const errors = [
    ...(words === '' || words.length > 500 ? [{ field, message: t.text }] : []),
    ...(isDay(day) ? [] : [{ field: dayField, message: t.date }]),
  ]
  if (errors.length > 0) return render(c, typed, errors)
  if (isGoal) await addGoal(deps, organisation.id, programmeId, { words, agreedOn: day }, actor)
  else await changeActivity(deps, organisation.id, programmeId, { to: words, changedOn: day }, actor)
  return c.redirect(c.req.path, 303)
}
