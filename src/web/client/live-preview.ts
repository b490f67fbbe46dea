/** Keeps the preview of a `[data-live-preview]` form as its choices come to; the server draws it. */
export const livePreview = (root: Document): void => {
  const form = root.querySelector<HTMLFormElement>('form[data-live-preview]')
  const shown = root.querySelector('[data-preview]')
  if (form === null || shown === null) return
  let newest = 0
  form.addEventListener('change', async () => {
    newest += 1
    const asked = newest
    const body = new FormData(form)
    body.set('do', 'preview')
    const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } })
    if (!response.ok || asked !== newest) return
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    const next = fresh.querySelector('[data-preview]')
    if (next !== null) shown.replaceChildren(...next.childNodes)
  })
}
