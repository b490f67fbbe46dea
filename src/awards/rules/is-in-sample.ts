/**
 * Whether the one at a position, counted from 0, is in an even sample that takes `part` of all, from 0 to 1. The first
 * one always is.
 */
export const isInSample = (position: number, part: number): boolean =>
  position === 0 || Math.floor((position + 1) * part) > Math.floor(position * part)
