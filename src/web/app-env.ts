import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { SignedIn } from '../accounts/actions'
import type { Deps } from '../deps'

export type Viewer = SignedIn

export type Language = 'en' | 'cy'

/** What every handler finds in its context. */
export type AppEnv = {
  Variables: {
    deps: Deps
    language: Language
    viewer: Viewer | undefined
    requestId: string
    clientAddress: string
  }
}

export type App = OpenAPIHono<AppEnv>
export type AppContext = Context<AppEnv>
