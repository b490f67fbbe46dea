/**
 * An instant as credentials write it: UTC, whole seconds, `Z`. A fraction is cut off, so that the claim `nbf` of
 * a JWT can equal it.
 *
 * @throws RangeError when the date is invalid
 * @see XML Schema 1.1 part 2, section 3.4.28 (dateTimeStamp); Open Badges 3.0, section 8.2.4.1
 */
export const formatInstant = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`
