/**
 * Every problem that an action or a store may throw, in one table: code -> status, title.
 * The type URI of a problem is `/problems/{code}` at the service's own address (RFC 9457).
 */
export const problems = {
  'bad-request': { status: 400, title: 'The request could not be understood' },
  'invalid-input': { status: 422, title: 'Some of what was sent is not right' },
  'invalid-file': { status: 422, title: 'The file could not be read' },
  'sign-in-needed': { status: 401, title: 'Sign in first' },
  'key-needed': { status: 401, title: 'The key of this API is missing or wrong' },
  'not-permitted': { status: 403, title: 'You do not have permission to do this' },
  'not-found': { status: 404, title: 'Nothing was found at this address' },
  'not-public': { status: 404, title: 'The holder keeps this private' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  conflict: { status: 409, title: 'Something changed while you were working' },
  'consent-missing': { status: 409, title: 'Somebody has to agree first' },
  duplicate: { status: 409, title: 'This is already recorded' },
  'link-expired': { status: 410, title: 'This link has been used or has run out' },
  'too-large': { status: 413, title: 'The file is too large' },
  'too-many-requests': { status: 429, title: 'Too many tries; wait a little' },
  'wrong-origin': { status: 403, title: 'The form was sent from another site' },
  'not-available': { status: 503, title: 'This is not available just now' },
  unexpected: { status: 500, title: 'Something went wrong' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** One field of a form or a request body that was refused, and why. */
export type FieldProblem = { readonly field: string; readonly message: string }

export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly detail: string | undefined
  readonly fields: readonly FieldProblem[]

  constructor(
    code: ProblemCode,
    options: { detail?: string; cause?: unknown; fields?: readonly FieldProblem[] } = {},
  ) {
    super(options.detail ?? problems[code].title, { cause: options.cause })
    this.name = 'ProblemError'
    this.code = code
    this.detail = options.detail
    this.fields = options.fields ?? []
  }

  get status() {
    return problems[this.code].status
  }
}

/** The outcome of a rule: a value, or a reason from the feature's own union. */
export type Result<T, Reason> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason }
