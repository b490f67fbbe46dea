const EVERY_MS = 2000

/** Keeps a `[data-refresh]` region, such as the progress of a batch, as the server has it now. */
export const refreshRegion = (root: Document): void => {
  const region = root.querySelector<HTMLElement>('[data-refresh]')
  if (region === null) return
  const ask = async () => {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } })
    if (!response.ok) return
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    const next = fresh.querySelector('[data-refresh]')
    if (next === null) location.reload()
    else {
      region.replaceChildren(...next.childNodes)
      setTimeout(ask, EVERY_MS)
    }
  }
  setTimeout(ask, EVERY_MS)
}
