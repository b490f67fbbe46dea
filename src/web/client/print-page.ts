/** Shows the buttons that print the page. */
export const printPage = (root: Document): void => {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
