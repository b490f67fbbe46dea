type Scan = { readonly section: HTMLElement; readonly video: HTMLVideoElement; readonly status: HTMLElement }

const say = ({ section, status }: Scan, what: 'failed' | 'other' | 'help'): void => {
  status.textContent = (what === 'help' ? status.dataset['help'] : section.dataset[what]) ?? ''
}

/** Gives the address of a code to the form that checks it. Gives false for a code that is no address. */
const check = (root: Document, code: string): boolean => {
  const field = root.querySelector<HTMLInputElement>('input#address')
  if (field === null || !/^https?:\/\//i.test(code)) return false
  field.value = code
  field.form?.requestSubmit()
  return true
}

const stop = ({ video }: Scan): void => {
  if (video.srcObject instanceof MediaStream) for (const track of video.srcObject.getTracks()) track.stop()
  video.srcObject = null
  video.hidden = true
}

const watch = async (root: Document, scan: Scan): Promise<void> => {
  const { video } = scan
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  video.hidden = false
  say(scan, 'help')
  await video.play()
  const { openReader } = await import('./read-code')
  const read = await openReader()
  while (video.srcObject !== null) {
    const code = await read(video)
    if (code !== undefined && check(root, code)) return stop(scan)
    if (code !== undefined) say(scan, 'other')
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

/** Shows the button that reads a code with the camera; what reads it is loaded when asked for. */
export const scanCode = (root: Document): void => {
  const section = root.querySelector<HTMLElement>('[data-scan-code]')
  const button = section?.querySelector('button')
  const video = section?.querySelector('video')
  const status = section?.querySelector<HTMLElement>('[aria-live]')
  if (!section || !button || !video || !status || navigator.mediaDevices === undefined) return
  const scan = { section, video, status }
  const start = button.textContent
  section.hidden = false
  button.addEventListener('click', async () => {
    if (video.srcObject !== null) {
      button.textContent = start
      return stop(scan)
    }
    button.textContent = section.dataset['stop'] ?? start
    await watch(root, scan).catch(() => {
      stop(scan)
      say(scan, 'failed')
    })
    button.textContent = start
  })
}
