/** Minutes to wait after the n-th try has failed: 2, 4, 8 and so on, some four hours in all before the last try. */
export const backOffMinutes = (attempts: number): number => 2 ** attempts
