import type { Context } from 'hono'
import { type ProblemError, problems } from '../problems'
import type { AppEnv } from './app-env'

/** The page that a person sees when something is not as it should be. */
export const renderProblemPage = (c: Context<AppEnv>, problem: ProblemError): Response | Promise<Response> =>
  c.html(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${problems[problem.code].title} – Colophon`}</title>
      </head>
      <body>
        <main>
          <h1>{problems[problem.code].title}</h1>
          {problem.detail === undefined ? null : <p>{problem.detail}</p>}
          <p>{`Reference: ${c.var.requestId}`}</p>
        </main>
      </body>
    </html>,
    problem.status,
  )
