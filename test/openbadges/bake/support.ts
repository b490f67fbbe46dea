import { zlibSync } from 'fflate'
import { BakeError } from '../../../src/openbadges/bake/bake-error'
import { readPng, writePngChunk } from '../../../src/openbadges/bake/png-chunks'

export const bytesOf = (text: string) => new TextEncoder().encode(text)
export const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

const ihdrOf = (width: number, height: number) => {
  const data = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  const view = new DataView(data.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  return writePngChunk('IHDR', data)
}

/** The parts of the smallest PNG, one black pixel, to put together rightly or wrongly. */
export const pngParts = {
  signature: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  ihdrOf,
  ihdr: ihdrOf(1, 1),
  idat: writePngChunk('IDAT', zlibSync(Uint8Array.from([0, 255]))),
  iend: writePngChunk('IEND', new Uint8Array()),
}

const { signature, ihdr, idat, iend } = pngParts
export const pngOf = (...chunks: Uint8Array[]) => join(signature, ...chunks)
export const png = pngOf(ihdr, idat, iend)
export const pngWith = (...chunks: Uint8Array[]) => pngOf(ihdr, ...chunks, idat, iend)

/** An iTXt chunk with a keyword and text, as the specification lays it out. */
export const textChunk = (keyword: string, text: string) =>
  writePngChunk('iTXt', bytesOf(`${keyword}\0\0\0\0\0${text}`))

export const chunksOf = (bytes: Uint8Array) => {
  const read = readPng(bytes)
  return read.ok ? read.png.chunks : []
}

export const json = JSON.stringify({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  name: 'Llyfrgell y Dref – “Darllen” ]]> 🏅',
})
export const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln'

/** The code with which a bake is refused; undefined where it is not. */
export const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof BakeError ? error.code : error
  }
  return undefined
}
