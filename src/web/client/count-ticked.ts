/** Shows in `[data-ticked="name"]`, such as a part of a button's label, how many boxes of that name are ticked. */
export const countTicked = (root: Document): void => {
  for (const place of root.querySelectorAll<HTMLElement>('[data-ticked]')) {
    const name = CSS.escape(place.dataset['ticked'] ?? '')
    const boxes = [...root.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${name}"]`)]
    const show = () => {
      place.textContent = String(boxes.filter((box) => box.checked).length)
    }
    root.addEventListener('change', show)
    show()
  }
}
