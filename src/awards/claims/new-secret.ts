import { base64urlnopad } from '@scure/base'
import type { Deps } from '../../deps'

const SECRET_BYTES = 32

/** A secret of 256 bits that can stand in an address or a cookie: 43 characters. */
export const newSecret = ({ random }: Pick<Deps, 'random'>): string =>
  base64urlnopad.encode(random.bytes(SECRET_BYTES))

/** Whether a text has the shape of such a secret. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text)
