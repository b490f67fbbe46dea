/** Minutes as decimal hours with one place at most, as `12.5` (rule HR-01). Add minutes up before, never after. */
export const formatHours = (minutes: number): string => String(Math.round(minutes / 6) / 10)
