/** A tick with `data-select-all="name"` ticks and unticks every box of that name, and shows whether all are ticked. */
export const selectAll = (root: Document): void => {
  for (const master of root.querySelectorAll<HTMLInputElement>('input[data-select-all]')) {
    const name = CSS.escape(master.dataset['selectAll'] ?? '')
    const boxes = [...root.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${name}"]`)]
    const show = () => {
      const ticked = boxes.filter((box) => box.checked).length
      master.checked = ticked === boxes.length && boxes.length > 0
      master.indeterminate = ticked > 0 && ticked < boxes.length
    }
    master.addEventListener('change', () => {
      for (const box of boxes) box.checked = master.checked
    })
    for (const box of boxes) box.addEventListener('change', show)
    master.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
    show()
  }
}
