import wasm from '@resvg/resvg-wasm/index_bg.wasm'
import { createDrawPng } from './draw-png'

/** A Worker compiles nothing at run time: the module comes compiled with the bundle. */
export const drawPngInWorker = createDrawPng(() => wasm)
