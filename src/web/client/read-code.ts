type Reader = (video: HTMLVideoElement) => Promise<string | undefined>

/** The browser's own reader of codes, where it has one. */
type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

const nativeReader = async (): Promise<Reader | undefined> => {
  // Not every browser has it, so it is in no type of the platform's.
  const { BarcodeDetector } = window as { BarcodeDetector?: DetectorClass }
  if (BarcodeDetector === undefined) return undefined
  if (!(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return undefined
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return async (video) => (await detector.detect(video))[0]?.rawValue
}

const ownReader = async (): Promise<Reader> => {
  const { default: decodeQr } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    const { videoWidth: width, videoHeight: height } = video
    if (context === null || width === 0) return undefined
    Object.assign(canvas, { width, height })
    context.drawImage(video, 0, 0)
    try {
      return decodeQr(context.getImageData(0, 0, width, height))
    } catch {
      return undefined
    }
  }
}

/** What reads a code from a picture of the camera: the browser itself, or else a reader that is loaded for it. */
export const openReader = async (): Promise<Reader> =>
  (await nativeReader().catch(() => undefined)) ?? ownReader()
