import { readPngForBaking } from './bake-png'
import { readSvgForBaking } from './bake-svg'
import { isPng } from './png-chunks'

/**
 * The media type of a picture that is fit to be shown on pages of one's own: a still PNG, or an SVG without anything
 * that runs, moves or is fetched. Throws `BakeError` as baking does.
 * Nothing is expected of the file.
 */
export const readPicture = (bytes: Uint8Array): 'image/png' | 'image/svg+xml' => {
  if (isPng(bytes)) {
    readPngForBaking(bytes)
    return 'image/png'
  }
  readSvgForBaking(new TextDecoder().decode(bytes))
  return 'image/svg+xml'
}
