/** How often something was tried in a window of time. Not tenant data: it is asked before anyone is known. */
export type RateLimitTable = {
  /** What is counted: a purpose and a SHA-256, never an address in clear. */
  key: string
  window_start: Date
  count: number
}
