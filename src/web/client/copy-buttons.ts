/** Shows the buttons that copy the address beside them. */
export const copyButtons = (root: Document): void => {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const field = root.getElementById(button.dataset['copy'] ?? '')
    if (!(field instanceof HTMLInputElement)) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(field.value)
      button.textContent = button.dataset['copied'] ?? button.textContent
    })
  }
}
