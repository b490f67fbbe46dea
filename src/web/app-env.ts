import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Deps } from '../deps'
import type { Membership } from '../organisations/model'

/** Who is signed in, and what they are in which organisation. */
export type Viewer = { readonly email: string; readonly memberships: readonly Membership[] }

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
