/** Brings a screen reader to what is wrong with a form. */
export const errorSummary = (root: Document): void => {
  root.querySelector<HTMLElement>('[data-error-summary]')?.focus()
}
