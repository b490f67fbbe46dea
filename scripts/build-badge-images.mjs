// Draws every badge of the catalogue: outDir/badges/<id>.svg and .png, and <id>.cy.svg and .cy.png in Welsh.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { build } from 'esbuild'
import * as fontkit from 'fontkit'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const letteringFont = '@expo-google-fonts/eb-garamond/700Bold/EBGaramond_700Bold.ttf'

/** Width and height of the PNG in pixels. */
const pixels = 600

async function importCatalogue() {
  const bundled = await build({
    stdin: {
      contents: `export { badgeDefinitions } from './src/achievements/catalogue'
        export { fillBadgeImage } from './src/achievements/rules/fill-badge-image'`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  })
  const [file] = bundled.outputFiles
  return import(`data:text/javascript;base64,${Buffer.from(file.contents).toString('base64')}`)
}

async function openLettering() {
  const font = fontkit.create(await readFile(require.resolve(letteringFont)))
  const scale = 1000 / font.unitsPerEm
  return (text) => {
    const { glyphs, positions } = font.layout(text, ['kern'])
    return glyphs.map((glyph, index) => ({
      outline: glyph.path.scale(scale).toSVG(),
      advance: positions[index].xAdvance * scale,
    }))
  }
}

let wasm

/** @returns {Promise<string[]>} the files written, relative to outDir. */
export async function buildBadgeImages(outDir) {
  wasm ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((bytes) => initWasm(bytes))
  const [{ badgeDefinitions, fillBadgeImage }, lettering, palettes] = await Promise.all([
    importCatalogue(),
    openLettering(),
    readFile(join(root, 'templates/badge/palettes.json'), 'utf8').then((text) => JSON.parse(text)),
    wasm,
    mkdir(join(outDir, 'badges'), { recursive: true }),
  ])
  const written = []
  for (const definition of badgeDefinitions) {
    const { image, id } = definition
    const palette = palettes[image.palette]
    if (!palette)
      throw new Error(
        `${id} names a palette that templates/badge/palettes.json does not have: ${image.palette}`,
      )
    const template = await readFile(join(root, `templates/badge/${image.template}.svg`), 'utf8')
    const glyph = await readFile(join(root, `templates/badge/glyphs/${image.glyph}.svg`), 'utf8')
    for (const [language, stem] of [
      ['en', id],
      ['cy', `${id}.cy`],
    ]) {
      const svg = fillBadgeImage({ definition, language, template, glyph, palette, lettering })
      const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: pixels } })
      await writeFile(join(outDir, 'badges', `${stem}.svg`), svg)
      await writeFile(join(outDir, 'badges', `${stem}.png`), drawing.render().asPng())
      drawing.free()
      written.push(`badges/${stem}.svg`, `badges/${stem}.png`)
    }
  }
  return written
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const outDir = process.argv[2] ?? join(root, 'dist/assets')
  for (const file of await buildBadgeImages(outDir)) console.log(file)
}
