// The files that the release serves and reads at run time: style sheets, client modules, fonts and badge images.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Every path below `/` of the public folder is an address of the service. */
export const publicFolder = join(root, 'dist/public')
const assets = join(publicFolder, 'assets')

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : []

const newest = (paths) =>
  Math.max(
    0,
    ...paths
      .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
      .map((path) => statSync(path).mtimeMs),
  )

/** Runs `make` unless `output` is newer than everything that it is made from. */
const unlessFresh = async (output, inputs, make) => {
  const made = statSync(output, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (made > newest(inputs.map((path) => join(root, path)).filter(existsSync))) return
  await make()
  writeFileSync(output, '')
}

const buildStyles = async () => {
  const styles = join(root, 'src/web/styles')
  for (const file of filesBelow(styles).filter((path) =>
    /\/[^_/]+\.scss$/.test(path.replaceAll('\\', '/')),
  )) {
    const { compile } = await import('sass')
    const { css } = compile(file, {
      loadPaths: [join(root, 'node_modules')],
      style: 'compressed',
      quietDeps: true,
      silenceDeprecations: ['import', 'global-builtin', 'if-function'],
    })
    writeFileSync(join(assets, `${relative(styles, file).replace(/\.scss$/, '')}.css`), css)
  }
}

const buildClient = async () => {
  rmSync(join(assets, 'client'), { recursive: true, force: true })
  await build({
    entryPoints: [join(root, 'src/web/client/main.ts')],
    outdir: join(assets, 'client'),
    bundle: true,
    // What a page asks for only on occasion, such as the verifier, is a file of its own.
    splitting: true,
    chunkNames: '[name]-[hash]',
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
  })
}

const copyFonts = async () => {
  const list = join(root, 'src/documents/fonts.ts')
  if (!existsSync(list)) return
  const { outputFiles } = await build({
    entryPoints: [list],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
  })
  const { fonts } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  )
  for (const { name, from } of fonts) {
    mkdirSync(dirname(join(assets, name)), { recursive: true })
    copyFileSync(join(root, 'node_modules', from), join(assets, name))
  }
}

const copyImages = () => {
  for (const image of filesBelow(join(root, 'src/web/images')))
    copyFileSync(image, join(assets, basename(image)))
}

const drawBadges = async () => {
  const { buildBadgeImages } = await import('./build-badge-images.mjs')
  await buildBadgeImages(assets)
}

/** A short hash over every asset: part of the addresses in pages, so that a new release is fetched anew. */
const versionOf = (files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(relative(assets, file)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 10)
}

/** Builds what is out of date. Returns the version of all assets together. */
export const buildAssets = async () => {
  const marks = join(root, 'dist/marks')
  for (const folder of [assets, marks]) mkdirSync(folder, { recursive: true })
  await Promise.all([
    unlessFresh(join(marks, 'styles'), ['src/web/styles', 'package-lock.json'], buildStyles),
    buildClient(),
    copyImages(),
    unlessFresh(
      join(marks, 'fonts'),
      ['src/documents/fonts.ts', 'package-lock.json', 'scripts/build-assets.mjs'],
      copyFonts,
    ),
    unlessFresh(
      join(marks, 'badges'),
      [
        'badge-definitions',
        'templates',
        'src/achievements',
        'scripts/build-badge-images.mjs',
        'package-lock.json',
      ],
      drawBadges,
    ),
  ])
  writeFileSync(
    join(publicFolder, '_headers'),
    '/assets/*\n  Cache-Control: public, max-age=86400\n  X-Content-Type-Options: nosniff\n',
  )
  return versionOf(filesBelow(assets))
}

export const cleanAssets = () => rmSync(join(root, 'dist'), { recursive: true, force: true })
