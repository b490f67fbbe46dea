import { type InitInput, initWasm, Resvg } from '@resvg/resvg-wasm'
import type { DrawPng } from '../deps'

/** Pictures by resvg, which is read and made ready when the first one is asked for. */
export const createDrawPng = (read: () => Promise<InitInput> | InitInput): DrawPng => {
  let ready: Promise<void> | undefined
  return async (svg, width) => {
    ready ??= initWasm(read())
    await ready
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: width } })
    const picture = drawing.render()
    try {
      return picture.asPng()
    } finally {
      picture.free()
      drawing.free()
    }
  }
}
