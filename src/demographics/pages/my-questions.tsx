import { path } from '../../paths'
import { ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, ButtonGroup, Radios, SummaryList, TextInput } from '../../web/components'
import { requireOwnRecord } from '../../web/guard'
import { renderPage } from '../../web/layout'
import { answerQuestion, myQuestions, withdrawAnswers } from '../actions'
import { preferNotToSay, type QuestionKey, questionKeys, questions } from '../model'
import { demographicsText, questionText } from '../text'
import { sayAnswer } from './say-answer'

/** What the viewer is asked about themselves, and what they answered. */
export const renderMyQuestions = async (c: AppContext) => {
  const { organisation, personId } = await requireOwnRecord(c, 'privacy:own')
  const { deps, language } = c.var
  const t = demographicsText[language]
  const { slug } = organisation
  const { asked, answers } = await myQuestions(deps, organisation.id, personId)
  const [first] = asked
  return renderPage(
    c,
    {
      ...{ title: t.title, organisation, current: 'record' },
      back: { href: path('myData', { slug }), text: t.back },
    },
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.intro}</p>
      <ul class="govuk-list govuk-list--bullet">
        {t.promises.map((promise) => (
          <li>{promise}</li>
        ))}
      </ul>
      {first === undefined ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <>
          <Button href={path('myQuestion', { slug, question: first })}>{t.start}</Button>
          <h2 class="govuk-heading-m">{t.yours}</h2>
          <SummaryList
            rows={asked.map((key) => {
              const { name } = questionText[language][key]
              const answer = answers.get(key)
              return {
                key: name,
                value: answer === undefined ? t.noAnswer : sayAnswer(key, answer, language),
                action: {
                  ...{ href: path('myQuestion', { slug, question: key }), text: t.change, hidden: name },
                },
              }
            })}
          />
        </>
      )}
      {answers.size === 0 ? null : (
        <form method="post" action={path('myQuestions', { slug })}>
          <Button warning>{t.withdraw}</Button>
        </form>
      )}
    </>,
  )
}

export const postMyQuestions = async (c: AppContext) => {
  const { organisation, personId, actor } = await requireOwnRecord(c, 'privacy:own')
  await withdrawAnswers(c.var.deps, organisation.id, personId, actor)
  return c.redirect(path('myQuestions', { slug: organisation.slug }), 303)
}

const Field = (props: {
  readonly question: QuestionKey
  readonly answer: string
  readonly error: { readonly error?: string }
  readonly language: Language
}) => {
  const { question, answer, error, language } = props
  const { ask, hint, codes } = questionText[language][question]
  const t = demographicsText[language]
  const prefer = { value: preferNotToSay, text: t.prefer, checked: answer === preferNotToSay }
  if (questions[question].codes.length === 0)
    return (
      <>
        <TextInput
          id="answer"
          label={ask}
          headingLabel
          inputmode="numeric"
          width={4}
          value={answer === preferNotToSay ? '' : answer}
          language={language}
          {...(hint === undefined ? {} : { hint })}
          {...error}
        />
        <Button name="prefer" value="yes" secondary>
          {t.prefer}
        </Button>
      </>
    )
  const items = questions[question].codes.map((code) => ({
    value: code,
    text: codes[code] ?? code,
    checked: answer === code,
  }))
  return (
    <Radios
      name="answer"
      legend={ask}
      headingLegend
      language={language}
      items={[...items, prefer]}
      {...error}
    />
  )
}

/** The question of the address, with the one after it, for somebody who is asked it. */
const find = async (c: AppContext) => {
  const own = await requireOwnRecord(c, 'privacy:own')
  const { asked, answers } = await myQuestions(c.var.deps, own.organisation.id, own.personId)
  const question = questionKeys.find((key) => key === c.req.param('question'))
  if (question === undefined || !asked.includes(question)) throw new ProblemError('not-found')
  const { slug } = own.organisation
  const next = asked[asked.indexOf(question) + 1]
  const onward =
    next === undefined ? path('myQuestions', { slug }) : path('myQuestion', { slug, question: next })
  return { ...own, question, answer: answers.get(question) ?? '', onward }
}

const renderForm = async (c: AppContext, typed?: string) => {
  const { organisation, question, answer, onward } = await find(c)
  const { language } = c.var
  const t = demographicsText[language]
  const { slug } = organisation
  const message = questions[question].codes.length === 0 ? t.yearProblem : t.problem
  const { ask } = questionText[language][question]
  return renderPage(
    c,
    {
      ...{ title: ask, organisation, current: 'record' },
      errors: typed === undefined ? [] : [{ field: 'answer', message }],
      back: { href: path('myQuestions', { slug }), text: t.title },
    },
    <form method="post" action={path('myQuestion', { slug, question })} novalidate>
      <Field
        {...{ question, language, answer: typed ?? answer }}
        error={typed === undefined ? {} : { error: message }}
      />
      <ButtonGroup>
        <Button>{t.save}</Button>
        <a class="govuk-link" href={onward}>
          {t.skip}
        </a>
      </ButtonGroup>
    </form>,
  )
}

/** One question a page; it can always be skipped. */
export const renderMyQuestion = (c: AppContext) => renderForm(c)

export const postMyQuestion = async (c: AppContext) => {
  const { organisation, personId, actor, question, onward } = await find(c)
  const form = await c.req.parseBody()
  const typed = form['prefer'] === 'yes' ? preferNotToSay : String(form['answer'] ?? '')
  const given = { question, answer: typed, actor }
  try {
    await answerQuestion(c.var.deps, organisation.id, personId, given)
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'invalid-input')) throw error
    return renderForm(c, typed)
  }
  return c.redirect(onward, 303)
}
