import { z } from 'zod'

/** Whether a text of a form or an address can be an id. */
export const isUuid = (text: string): boolean => z.uuid().safeParse(text).success
