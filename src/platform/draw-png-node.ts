import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { DrawPng } from '../deps'
import { createDrawPng } from './draw-png'

const require = createRequire(import.meta.url)

export const drawPngOnNode: DrawPng = createDrawPng(() =>
  readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
)
