// Draws every badge of the catalogue: outDir/badges/<id>.svg and .png, and <id>.cy.svg and .cy.png in Welsh.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
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

/** Letters that a service's own badges are drawn with: Latin with its accents, digits and punctuation. */
const drawable = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1e80, 0x1e85],
  [0x1ef2, 0x1ef3],
  [0x2013, 0x2013],
  [0x2018, 0x2019],
]

/**
 * What a service's own badges are drawn from while it runs: templates, symbols, colours and the outlines of letters.
 * `kerning` is what two capitals are moved by, in thousandths of the type size.
 */
async function writeParts(outDir, lettering, palettes) {
  const folder = async (path) => {
    const files = (await readdir(join(root, path))).filter((file) => file.endsWith('.svg'))
    const read = files.map(async (file) => [
      file.slice(0, -4),
      await readFile(join(root, path, file), 'utf8'),
    ])
    return Object.fromEntries(await Promise.all(read))
  }
  const characters = drawable.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  )
  const letters = Object.fromEntries(characters.map((one) => [one, lettering(one)[0]]))
  const capitals = characters.filter((one) => /[A-Z]/.test(one))
  const kerning = Object.fromEntries(
    capitals.flatMap((one) =>
      capitals.flatMap((other) => {
        const moved = Math.round(lettering(one + other)[0].advance - letters[one].advance)
        return moved === 0 ? [] : [[one + other, moved]]
      }),
    ),
  )
  const parts = {
    templates: await folder('templates/badge'),
    glyphs: await folder('templates/badge/glyphs'),
    ...{ palettes, letters, kerning },
  }
  await writeFile(join(outDir, 'badges', 'parts.json'), JSON.stringify(parts))
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
  await writeParts(outDir, lettering, palettes)
  const written = ['badges/parts.json']
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
