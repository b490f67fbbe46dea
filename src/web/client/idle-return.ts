const idleMs = 60_000

/** On a screen that many people use, a `[data-idle-return]` page that nobody touches goes back to its start. */
export const idleReturn = (root: Document): void => {
  const start = root.querySelector<HTMLElement>('[data-idle-return]')?.dataset['idleReturn']
  if (start === undefined) return
  let timer = setTimeout(() => location.assign(start), idleMs)
  for (const event of ['pointerdown', 'keydown', 'input', 'scroll']) {
    root.addEventListener(event, () => {
      clearTimeout(timer)
      timer = setTimeout(() => location.assign(start), idleMs)
    })
  }
}
