import { openSessionFor } from '../../src/accounts/actions'
import { createApp } from '../../src/app'
import { type DatabaseKind, openTestDeps, type TestDeps } from './database'

export type TestApp = TestDeps & {
  /** The `Cookie` header of someone who has signed in with this address. */
  signIn(email: string): Promise<string>
  request(path: string, init?: RequestInit): Promise<Response>
  get(path: string, cookie?: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** Sends a form as a browser does from a page of the service. */
  post(path: string, form: Form, cookie?: string): Promise<Response>
}

export type Form = Readonly<Record<string, string | readonly string[] | File>>

const toBody = (form: Form): FormData => {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) {
    if (typeof value === 'string' || value instanceof File) body.append(name, value)
    else for (const one of value) body.append(name, one)
  }
  return body
}

type AppOptions = {
  readonly kind?: DatabaseKind
  /** Hears every statement that is sent to the database. */
  readonly onStatement?: (text: string) => void
}

/** The whole service on a database of its own, asked without a network. */
export const openTestApp = async ({ kind, onStatement }: AppOptions = {}): Promise<TestApp> => {
  const opened = await openTestDeps(kind, onStatement)
  const { origin } = opened.deps.config
  const app = createApp(
    opened.deps.config,
    () => opened.deps,
    () => '192.0.2.1',
  )
  const ask = async (path: string, init?: RequestInit) => app.request(origin + path, init)
  const cookieOf = (cookie: string | undefined) => (cookie === undefined ? {} : { Cookie: cookie })
  return {
    ...opened,
    signIn: async (email) =>
      (await openSessionFor(opened.deps, email)).map((cookie) => cookie.split(';')[0]).join('; '),
    request: ask,
    get: async (path, cookie, headers) =>
      ask(path, { headers: { Accept: 'text/html', ...cookieOf(cookie), ...headers } }),
    post: async (path, form, cookie) =>
      ask(path, {
        method: 'POST',
        headers: { Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', ...cookieOf(cookie) },
        body: toBody(form),
      }),
  }
}
