import type { z } from 'zod'
import type { Problem } from '../../openbadges/verify'
import type { Refusal, VcApiProblem } from '../model'

/** The title of a problem: the name at the end of its type, in words. */
const titleOf = (type: string): string => {
  const name = /[#/]([A-Z_]+)$/.exec(type)?.[1] ?? 'NOT_VERIFIED'
  const words = name.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const writeProblem = ({ type, pointer, detail }: Problem): VcApiProblem => ({
  type,
  title: titleOf(type),
  detail: detail.en,
  ...(pointer === undefined ? {} : { pointer }),
})

/**
 * The answer to a document that was refused: the first problem in the form of RFC 9457, and all of them in
 * `problemDetails`. At least one problem is needed.
 *
 * @see Verifiable Credentials Data Model 2.0, 7.2 Problem Details; RFC 9457, 3
 */
export const writeRefusal = (problems: readonly Problem[]): Refusal => gather(problems.map(writeProblem))

/**
 * The answer to a request that is not of the right shape.
 *
 * @see Verifiable Credentials Data Model 2.0, 7.2 Problem Details (PARSING_ERROR)
 */
export const refuseShape = ({ issues }: z.ZodError): Refusal =>
  gather(
    issues.map(({ path, message }) => ({
      type: PARSING_ERROR,
      title: titleOf(PARSING_ERROR),
      detail: message,
      pointer: path.map((part) => `/${String(part)}`).join(''),
    })),
  )

const PARSING_ERROR = 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR'

const gather = (problemDetails: VcApiProblem[]): Refusal => {
  const [first] = problemDetails
  return {
    type: first?.type ?? 'about:blank',
    title: first?.title ?? 'Not verified',
    status: 400,
    detail: first?.detail ?? 'The document was refused.',
    problemDetails,
  }
}
