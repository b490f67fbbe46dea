import { getOrganisationBySlug } from '../../organisations/actions'
import type { Organisation } from '../../organisations/model'
import { path } from '../../paths'
import { type FieldProblem, ProblemError } from '../../problems'
import type { AppContext, Language } from '../../web/app-env'
import { Button, SummaryList, Textarea, TextInput } from '../../web/components'
import { renderPage } from '../../web/layout'
import { answerQuestion, beginApplication, getApplication, getOpen } from '../opportunities/applications'
import { type Application, type PublicRole, type Question, questions } from '../opportunities/model'
import { firstOpen } from '../rules/read-answer'
import { Bullets, describeFaults, errorOf, readSent, titleOf } from './forms'
import { publicText } from './public-text'

const adult = 18

const organisationOf = (c: AppContext) => getOrganisationBySlug(c.var.deps, c.req.param('slug') ?? '')

/** What comes before the questions: what is asked, and who reads it. */
export const showApply = async (c: AppContext) => {
  const { deps, language } = c.var
  const t = publicText[language]
  const organisation = await organisationOf(c)
  const opportunityId = c.req.param('opportunityId') ?? ''
  const { published } = await getOpen(deps, organisation.id, opportunityId)
  const { slug } = organisation
  const title = t.applyTitle(titleOf(published.role, language))
  return renderPage(
    c,
    {
      ...{ title, organisation, noIndex: true },
      back: {
        href: path('publicRole', { slug, roleId: published.role.id }),
        text: titleOf(published.role, language),
      },
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t.before}</p>
      <Bullets items={t.asks} />
      <p class="govuk-body">{t.keep}</p>
      <form method="post" action={path('apply', { slug, opportunityId })}>
        <Button>{t.begin}</Button>
      </form>
    </>,
  )
}

export const beginApply = async (c: AppContext) => {
  const { deps, language, clientAddress } = c.var
  const organisation = await organisationOf(c)
  const opportunityId = c.req.param('opportunityId') ?? ''
  const key = await beginApplication(deps, organisation.id, { opportunityId, language, clientAddress })
  return c.redirect(path('applyQuestion', { slug: organisation.slug, key, question: 'name' }), 303)
}

const questionOf = (c: AppContext): Question => {
  const question = questions.find((one) => one === c.req.param('question'))
  if (question === undefined) throw new ProblemError('not-found')
  return question
}

const keyOf = (c: AppContext) => c.req.param('key') ?? ''

type Typed = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldProblem[]
}

const answersOf = ({ name, age, email, phone, message }: Application): Record<string, string> => ({
  ...{ name: name ?? '', age: age === null ? '' : String(age) },
  ...{ email: email ?? '', phone: phone ?? '', message: message ?? '' },
})

type Asked = {
  readonly organisation: Organisation
  readonly application: Application
  readonly question: Question
}

const renderQuestion = (c: AppContext, { organisation, application, question }: Asked, typed?: Typed) => {
  const { language } = c.var
  const t = publicText[language]
  const parts = { slug: organisation.slug, key: keyOf(c) }
  const before = questions[questions.indexOf(question) - 1]
  const errors = typed?.errors ?? []
  return renderPage(
    c,
    {
      ...{ title: t[question], organisation, noIndex: true, errors },
      ...(before === undefined
        ? {}
        : { back: { href: path('applyQuestion', { ...parts, question: before }) } }),
    },
    <form method="post" action={path('applyQuestion', { ...parts, question })} novalidate>
      {question === 'check' ? (
        <CheckAnswers application={application} parts={parts} language={language} />
      ) : (
        <Field
          question={question}
          values={typed?.values ?? answersOf(application)}
          errors={errors}
          language={language}
        />
      )}
      <Button>{question === 'check' ? t.send : t.go}</Button>
    </form>,
  )
}

const Field = (
  props: Typed & { readonly question: Exclude<Question, 'check'>; readonly language: Language },
) => {
  const { question, values, errors, language } = props
  const t = publicText[language]
  const shared = (id: string) => ({ id, language, value: values[id] ?? '', ...errorOf(errors, id) })
  switch (question) {
    case 'name':
      return (
        <TextInput {...shared('name')} label={t.name} headingLabel hint={t.nameHint} autocomplete="name" />
      )
    case 'age':
      return (
        <TextInput
          {...shared('age')}
          label={t.age}
          headingLabel
          hint={t.ageHint}
          inputmode="numeric"
          width={3}
        />
      )
    case 'contact':
      return (
        <>
          <h1 class="govuk-heading-l">{t.contact}</h1>
          <p class="govuk-hint">{t.contactHint}</p>
          <TextInput
            {...shared('email')}
            label={t.email}
            type="email"
            autocomplete="email"
            spellcheck={false}
          />
          <TextInput {...shared('phone')} label={t.phone} type="tel" autocomplete="tel" width={20} />
        </>
      )
    case 'message':
      return <Textarea {...shared('message')} label={t.message} headingLabel hint={t.messageHint} />
  }
}

const CheckAnswers = (props: {
  readonly application: Application
  readonly parts: { readonly slug: string; readonly key: string }
  readonly language: Language
}) => {
  const { application, parts, language } = props
  const t = publicText[language]
  const { name, age, email, phone, message } = application
  const reach = [email, phone].filter((one) => one !== null).join(', ')
  const row = (question: Question, key: string, value: string) => ({
    ...{ key, value: value === '' ? t.nothing : value },
    action: { href: path('applyQuestion', { ...parts, question }), text: t.change, hidden: key },
  })
  return (
    <>
      <h1 class="govuk-heading-l">{t.check}</h1>
      <SummaryList
        rows={[
          row('name', t.name, name ?? ''),
          row('age', t.age, age === null ? '' : String(age)),
          row('contact', t.contact, reach),
          row('message', t.message, message ?? ''),
        ]}
      />
    </>
  )
}

/** One question of an application; what comes first that is open, where somebody skips ahead. */
export const showQuestion = async (c: AppContext) => {
  const { deps } = c.var
  const organisation = await organisationOf(c)
  const application = await getApplication(deps, organisation.id, keyOf(c))
  if (application.state !== 'draft') return renderSent(c, organisation, application)
  const question = questionOf(c)
  const open = firstOpen(application)
  if (questions.indexOf(question) > questions.indexOf(open) && question !== 'message')
    return c.redirect(path('applyQuestion', { slug: organisation.slug, key: keyOf(c), question: open }), 303)
  return renderQuestion(c, { organisation, application, question })
}

export const postQuestion = async (c: AppContext) => {
  const { deps, language } = c.var
  const organisation = await organisationOf(c)
  const question = questionOf(c)
  const { text } = await readSent(c)
  const names = ['name', 'age', 'email', 'phone', 'message']
  const form = Object.fromEntries(names.map((name) => [name, text(name)]))
  const application = await getApplication(deps, organisation.id, keyOf(c))
  const { published } = await getOpen(deps, organisation.id, application.opportunityId)
  const outcome = await answerQuestion(deps, organisation, { key: keyOf(c), question, form })
  switch (outcome.kind) {
    case 'faults': {
      const errors = describeFaults(outcome.faults, publicText[language].faults)
      return renderQuestion(c, { organisation, application, question }, { values: form, errors })
    }
    case 'too-young':
      return renderTooYoung(c, organisation, published.role)
    case 'next': {
      const next = questions[questions.indexOf(question) + 1] ?? 'check'
      return c.redirect(
        path('applyQuestion', { slug: organisation.slug, key: keyOf(c), question: next }),
        303,
      )
    }
  }
}

const renderSent = (c: AppContext, organisation: Organisation, { age }: Application) => {
  const t = publicText[c.var.language]
  return renderPage(
    c,
    { title: t.sentTitle, organisation, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.sentTitle}</h1>
      <p class="govuk-body">{t.sentText}</p>
      {age !== null && age < adult ? <p class="govuk-body">{t.sentYoung}</p> : null}
      <OtherRoles slug={organisation.slug} language={c.var.language} />
    </>,
  )
}

/** Tells somebody kindly that the role is for older people, with the reason and where else they may look. */
const renderTooYoung = (c: AppContext, organisation: Organisation, role: PublicRole) => {
  const { language } = c.var
  const t = publicText[language]
  const reason = (language === 'cy' ? role.ageReasonCy : null) ?? role.ageReasonEn ?? ''
  return renderPage(
    c,
    { title: t.tooYoungTitle, organisation, noIndex: true },
    <>
      <h1 class="govuk-heading-l">{t.tooYoungTitle}</h1>
      <p class="govuk-body">{t.tooYoung(titleOf(role, language), role.minimumAge ?? 0)}</p>
      <p class="govuk-body">{reason}</p>
      <p class="govuk-body">{t.tooYoungForgotten}</p>
      <OtherRoles slug={organisation.slug} language={language} />
    </>,
  )
}

const OtherRoles = ({ slug, language }: { readonly slug: string; readonly language: Language }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={path('publicRoles', { slug })}>
      {publicText[language].other}
    </a>
  </p>
)
