/** Puts a file into the form of the page and sends it. */
const send = (form: HTMLFormElement, files: FileList): void => {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]')
  if (input === null || files.length === 0) return
  input.files = files
  form.requestSubmit()
}

/** A badge that is dropped on the page, or pasted outside a field, is checked at once. */
export const takeBadge = (root: Document): void => {
  const form = root.querySelector<HTMLFormElement>('form[data-take-badge]')
  if (form === null) return
  form.querySelector('[data-drop-text]')?.removeAttribute('hidden')
  const show = (over: boolean) => form.classList.toggle('app-drop--over', over)
  root.addEventListener('dragover', (event) => {
    event.preventDefault()
    show(true)
  })
  root.addEventListener('dragleave', (event) => show(event.relatedTarget !== null))
  root.addEventListener('drop', (event) => {
    event.preventDefault()
    show(false)
    if (event.dataTransfer !== null) send(form, event.dataTransfer.files)
  })
  root.addEventListener('paste', (event) => {
    const { clipboardData: pasted, target } = event
    if (pasted === null) return
    if (pasted.files.length > 0) return send(form, pasted.files)
    const area = form.querySelector<HTMLTextAreaElement>('textarea')
    if (area === null || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
    area.value = pasted.getData('text/plain')
    if (area.value.trim() !== '') form.requestSubmit()
  })
}
