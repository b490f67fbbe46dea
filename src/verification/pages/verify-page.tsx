import { z } from 'zod'
import type { VerificationReport, VerifyInput } from '../../openbadges/verify'
import { path, paths } from '../../paths'
import { ProblemError } from '../../problems'
import type { App, AppContext } from '../../web/app-env'
import { Button, FileUpload, Textarea, TextInput } from '../../web/components'
import { renderPage } from '../../web/layout'
import { contentSecurityPolicy, permissionsPolicy } from '../../web/security-headers'
import { fetchCredential, verifyForPublic } from '../actions'
import { limitVerifications } from '../api'
import { DeviceCheck } from './device-check'
import { verificationText } from './page-text'
import { AboutBadge, AnswerList, CheckList, InsideReports, VerdictBanner } from './report-view'
import { ScanCode } from './scan-code'

type Field = 'file' | 'text' | 'address'
type Typed = { readonly text: string; readonly address: string }
type Wrong = { readonly field: Field; readonly message: string }

const LARGEST_FILE = 20 * 1024 * 1024

const renderForm = (c: AppContext, typed: Typed, wrong?: Wrong) => {
  const { language } = c.var
  const t = verificationText[language]
  // A badge of anybody's is checked with the key at its issuer's own site.
  c.header('Content-Security-Policy', contentSecurityPolicy({ connect: ["'self'", 'https:'] }))
  c.header('Permissions-Policy', permissionsPolicy({ camera: true }))
  const errorOf = (field: Field) => (wrong?.field === field ? { error: wrong.message } : {})
  return renderPage(
    c,
    { title: t.verify, current: 'verify', ...(wrong === undefined ? {} : { errors: [wrong] }) },
    <>
      <h1 class="govuk-heading-xl">{t.verify}</h1>
      <p class="govuk-body-l">{t.intro}</p>
      <ScanCode language={language} />
      <form
        method="post"
        action={path('verify')}
        enctype="multipart/form-data"
        novalidate
        class="app-drop"
        data-take-badge=""
      >
        <p class="app-drop__text" data-drop-text="" hidden>
          {t.drop}
        </p>
        <FileUpload
          id="file"
          label={t.file}
          hint={t.fileHint}
          accept=".json,.jwt,.jws,.png,.svg,.pdf,.txt"
          language={language}
          {...errorOf('file')}
        />
        <Textarea
          id="text"
          label={t.text}
          hint={t.textHint}
          rows={4}
          value={typed.text}
          language={language}
          {...errorOf('text')}
        />
        <TextInput
          id="address"
          label={t.address}
          hint={t.addressHint}
          type="url"
          spellcheck={false}
          value={typed.address}
          language={language}
          {...errorOf('address')}
        />
        <Button>{t.check}</Button>
      </form>
      <DeviceCheck language={language} />
    </>,
  )
}

const renderReport = (c: AppContext, report: VerificationReport) => {
  const { language, deps } = c.var
  const t = verificationText[language]
  return renderPage(
    c,
    { title: t.verify, current: 'verify', noIndex: true, wide: true },
    <>
      <VerdictBanner report={report} language={language} />
      {report.credential === undefined ? null : (
        <AnswerList report={report} checkedAt={deps.clock.now()} language={language} />
      )}
      <AboutBadge report={report} language={language} />
      <CheckList report={report} language={language} />
      <InsideReports report={report} language={language} />
      <Button href={path('verify')} secondary>
        {t.another}
      </Button>
    </>,
  )
}

/** An address that could not be checked, said at its field. */
const wrongAddress = (c: AppContext, error: unknown): Wrong => {
  const t = verificationText[c.var.language]
  if (!(error instanceof ProblemError)) throw error
  const messages: Partial<Record<string, string>> = {
    'invalid-input': t.addressPrivate,
    'not-public': t.addressNotPublic,
    'not-available': t.addressSilent,
  }
  const message = messages[error.code]
  if (message === undefined) throw error
  return { field: 'address', message }
}

const readForm = async (c: AppContext) => {
  const form = await c.req.parseBody()
  const textOf = (name: string) => {
    const value = form[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const { file } = form
  return {
    typed: { text: textOf('text'), address: textOf('address') },
    file: file instanceof File && file.size > 0 ? file : undefined,
  }
}

const check = async (c: AppContext, input: VerifyInput) =>
  renderReport(c, await verifyForPublic(c.var.deps, input, c.var.language))

/** A page where anybody checks a badge of any issuer. */
export const verifyPage = (app: App): void => {
  app.get(paths.verify, (c) => renderForm(c, { text: '', address: '' }))

  app.post(paths.verify, async (c) => {
    await limitVerifications(c)
    const t = verificationText[c.var.language]
    const { typed, file } = await readForm(c)
    if (file !== undefined) {
      if (file.size > LARGEST_FILE) return renderForm(c, typed, { field: 'file', message: t.fileTooLarge })
      return check(c, { bytes: new Uint8Array(await file.arrayBuffer()) })
    }
    if (typed.text !== '') return check(c, { text: typed.text })
    if (typed.address === '') return renderForm(c, typed, { field: 'file', message: t.nothing })
    if (!z.url({ protocol: /^https?$/ }).safeParse(typed.address).success)
      return renderForm(c, typed, { field: 'address', message: t.addressWrong })
    try {
      return await check(c, await fetchCredential(c.var.deps, typed.address))
    } catch (error) {
      return renderForm(c, typed, wrongAddress(c, error))
    }
  })
}
