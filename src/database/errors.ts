import { ProblemError } from '../problems'

const isDatabaseError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** The one place where PostgreSQL's error codes become problems. Other errors come back as they are. */
export const toProblem = (error: unknown): unknown => {
  if (!isDatabaseError(error)) return error
  switch (error.code) {
    case '23505':
      return new ProblemError('duplicate', { cause: error })
    case '23503':
      return new ProblemError('conflict', { cause: error })
    case '42501':
      return new ProblemError('not-permitted', { cause: error })
    case '22P02':
      return new ProblemError('not-found', { cause: error })
    default:
      return error
  }
}
