/** A form that is on its way is not sent a second time by an impatient press. */
export const sendOnce = (root: Document): void => {
  root.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
    if (form.dataset['sent'] === 'yes') event.preventDefault()
    form.dataset['sent'] = 'yes'
    setTimeout(() => delete form.dataset['sent'], 5000)
  })
}
