import { z } from 'zod'

/** Whether a text is a day of the calendar as YYYY-MM-DD. */
export const isDay = (text: string): boolean => z.iso.date().safeParse(text).success
