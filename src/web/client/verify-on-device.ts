import {
  type FetchDocument,
  type VerificationReport,
  type VerifyInput,
  verifyCredential,
} from '../../openbadges/verify'

const WAIT_MS = 10_000

/** Reads a public document as any visitor could: nothing of theirs goes along. Sites that forbid it do not answer. */
const fetchDocument: FetchDocument = async (url) => {
  const response = await fetch(url, {
    headers: { Accept: 'application/json, */*;q=0.5' },
    cache: 'no-cache',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(WAIT_MS),
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return {
    status: response.status,
    contentType: response.headers.get('Content-Type') ?? '',
    text: new TextDecoder().decode(bytes),
    bytes,
  }
}

/** Whether this browser can check the signatures that badges carry. */
const canVerify = async (): Promise<boolean> => {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'Ed25519' }, false, ['verify'])
    return true
  } catch {
    return false
  }
}

/**
 * Verifies a badge in the visitor's own browser, by its own clock, with keys and lists that it fetches itself. Gives
 * `unsupported` where the browser lacks the means. Nobody is looked up in a register of issuers: the report is about
 * the signature.
 */
export const verifyOnDevice = async (input: VerifyInput): Promise<VerificationReport | 'unsupported'> =>
  (await canVerify())
    ? verifyCredential(input, {
        now: new Date(),
        fetchDocument,
        findKnownIssuer: (id) => ({ name: id }),
      })
    : 'unsupported'
