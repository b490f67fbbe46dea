import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { toProblem } from '../database/errors'
import { path } from '../paths'
import { type FieldProblem, type ProblemCode, ProblemError, problems } from '../problems'
import type { AppEnv } from './app-env'
import { isForPrograms } from './negotiate'
import { renderProblemPage } from './problem-page'

type Surface = 'api' | 'page'

const surfaceOf = (c: Context<AppEnv>): Surface => {
  return /^\/(api|vc-api)\//.test(c.req.path) || isForPrograms(c) ? 'api' : 'page'
}

const codesByStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'sign-in-needed',
  403: 'not-permitted',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  429: 'too-many-requests',
}

const knownProblem = (error: unknown): ProblemError => {
  const known = toProblem(error)
  if (known instanceof ProblemError) return known
  const code = known instanceof HTTPException ? codesByStatus[known.status] : undefined
  return new ProblemError(code ?? 'unexpected', { cause: error })
}

/** Answers any error on the surface that was asked: a problem document (RFC 9457) or a page. */
export const renderProblem = (error: unknown, c: Context<AppEnv>): Response | Promise<Response> => {
  const problem = knownProblem(error)
  const { deps, requestId } = c.var
  if (problem.status >= 500) deps.log.error('request failed', { requestId, code: problem.code }, error)
  c.status(problem.status)
  c.header('Cache-Control', 'no-store')
  if (problem.code === 'key-needed') c.header('WWW-Authenticate', 'Bearer')
  const surface = surfaceOf(c)
  switch (surface) {
    case 'api':
      return c.body(JSON.stringify(problemDocument(problem, deps.config.origin, requestId)), problem.status, {
        'Content-Type': 'application/problem+json',
      })
    case 'page':
      if (problem.code === 'sign-in-needed') return c.redirect(signInAddress(c), 303)
      return renderProblemPage(c, problem)
  }
}

const signInAddress = (c: Context<AppEnv>) => {
  const next = c.req.method === 'GET' ? c.req.path : '/'
  return `${path('signIn')}?next=${encodeURIComponent(next)}`
}

const problemDocument = (problem: ProblemError, origin: string, requestId: string) => ({
  type: `${origin}/problems/${problem.code}`,
  title: problems[problem.code].title,
  status: problem.status,
  ...(problem.detail === undefined ? {} : { detail: problem.detail }),
  ...(problem.fields.length === 0 ? {} : { errors: problem.fields.map(toError) }),
  instance: `urn:uuid:${requestId}`,
})

/** With a JSON pointer into what was sent. */
const toError = ({ field, message }: FieldProblem) => ({
  field,
  pointer: `/${field.replaceAll('.', '/')}`,
  message,
})
