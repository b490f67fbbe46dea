import type { Editions } from '../model'
import type { OwnImage } from '../own/model'

type Shape = { readonly name: Editions; readonly before: Bare; readonly after: Bare }
type Bare = { readonly en: string; readonly cy: string }

const nothing = { en: '', cy: '' }

/** The shapes of badges: by name, and as they stand in a sentence before or after the colours. */
export const templateNames: Readonly<Record<OwnImage['template'], Shape>> = {
  medallion: { name: { en: 'Round', cy: 'Crwn' }, before: { en: 'round', cy: 'crwn' }, after: nothing },
  hexagon: {
    name: { en: 'Six-sided', cy: 'Chweochrog' },
    before: { en: 'six-sided', cy: 'chweochrog' },
    after: nothing,
  },
  octagon: {
    name: { en: 'Eight-sided', cy: 'Wythochrog' },
    before: { en: 'eight-sided', cy: 'wythochrog' },
    after: nothing,
  },
  shield: {
    name: { en: 'Shield', cy: 'Tarian' },
    before: { en: 'shield-shaped', cy: '' },
    after: { en: '', cy: 'ar siâp tarian' },
  },
  flower: {
    name: { en: 'Flower', cy: 'Blodyn' },
    before: { en: 'flower-shaped', cy: '' },
    after: { en: '', cy: 'ar siâp blodyn' },
  },
  sunburst: {
    name: { en: 'Sunburst', cy: 'Pelydrau haul' },
    before: { en: 'sunburst-shaped', cy: '' },
    after: { en: '', cy: 'ar ffurf pelydrau haul' },
  },
  cog: {
    name: { en: 'Toothed edge', cy: 'Ymyl ddanheddog' },
    before: nothing,
    after: { en: 'with a toothed edge', cy: 'ag ymyl ddanheddog' },
  },
}

export const paletteNames: Readonly<Record<OwnImage['palette'], Editions>> = {
  forest: { en: 'forest-green and gold', cy: 'gwyrdd coedwig ac aur' },
  morning: { en: 'orange and gold', cy: 'oren ac aur' },
  indigo: { en: 'indigo and silver', cy: 'indigo ac arian' },
  crimson: { en: 'crimson and gold', cy: 'rhuddgoch ac aur' },
  teal: { en: 'teal and silver', cy: 'gwyrddlas ac arian' },
  plum: { en: 'plum-purple', cy: 'porffor eirin' },
  brick: { en: 'copper', cy: 'copr' },
  rose: { en: 'rose', cy: 'rhosliw' },
  lime: { en: 'lime-green and gold', cy: 'gwyrdd leim ac aur' },
  sepia: { en: 'brown and copper', cy: 'brown a chopr' },
  navy: { en: 'navy-blue and gold', cy: 'glas tywyll ac aur' },
  wine: { en: 'wine-red and copper', cy: 'lliw gwin a chopr' },
  oak: { en: 'brown and gold', cy: 'brown ac aur' },
  leaf: { en: 'green and copper', cy: 'gwyrdd a chopr' },
  sunrise: { en: 'red and gold', cy: 'coch ac aur' },
  lagoon: { en: 'turquoise', cy: 'gwyrddlas golau' },
  slate: { en: 'slate-blue and gold', cy: 'llechlas ac aur' },
  marigold: { en: 'yellow and silver', cy: 'melyn ac arian' },
  ocean: { en: 'blue and rose', cy: 'glas a rhosliw' },
  daffodil: { en: 'green and gold', cy: 'gwyrdd ac aur' },
  amber: { en: 'amber and copper', cy: 'ambr a chopr' },
  spruce: { en: 'green and silver', cy: 'gwyrdd ac arian' },
  royal: { en: 'purple and gold', cy: 'porffor ac aur' },
}

export const glyphNames: Readonly<Record<OwnImage['glyph'], Editions>> = {
  'book-and-clock': { en: 'a clock above an open book', cy: 'cloc uwchben llyfr agored' },
  'book-and-speech': {
    en: 'a speech bubble above an open book',
    cy: 'swigen siarad uwchben llyfr agored',
  },
  'book-and-sun': {
    en: 'the sun rising behind an open book',
    cy: 'yr haul yn codi y tu ôl i lyfr agored',
  },
  bookshelf: { en: 'a shelf of books', cy: 'silff o lyfrau' },
  brackets: { en: 'two angle brackets and a slash', cy: 'dau fachyn onglog a blaenslaes' },
  briefcase: { en: 'a briefcase', cy: 'bag dogfennau' },
  calendar: { en: 'a calendar with a star', cy: 'calendr a seren arno' },
  compass: { en: 'a compass', cy: 'cwmpawd' },
  daffodil: { en: 'a daffodil', cy: 'cenhinen Bedr' },
  fifty: { en: 'the number 50 in a laurel wreath', cy: 'y rhif 50 mewn torch lawryf' },
  flag: { en: 'a flag with a star', cy: 'baner a seren arni' },
  folder: { en: 'a folder with a ticked list', cy: 'ffolder a rhestr wedi’i thicio' },
  footprints: { en: 'two footprints', cy: 'ôl dwy droed' },
  'heart-book': { en: 'a heart rising from an open book', cy: 'calon yn codi o lyfr agored' },
  house: { en: 'a house with an open book in it', cy: 'tŷ a llyfr agored ynddo' },
  hundred: { en: 'the number 100 in a laurel wreath', cy: 'y rhif 100 mewn torch lawryf' },
  leaf: { en: 'a leaf', cy: 'deilen' },
  magnifier: { en: 'a magnifying glass over an old picture', cy: 'chwyddwydr dros hen lun' },
  microphone: { en: 'a microphone', cy: 'meicroffon' },
  note: { en: 'a pair of musical notes', cy: 'pâr o nodau cerddorol' },
  'open-door': { en: 'an open door with light behind it', cy: 'drws agored a golau y tu ôl iddo' },
  padlock: { en: 'a closed padlock', cy: 'clo clap ar gau' },
  rings: { en: 'two linked rings', cy: 'dwy fodrwy wedi’u cysylltu' },
  screen: { en: 'a laptop with a pointer', cy: 'gliniadur gyda phwyntydd' },
  'shield-check': { en: 'a shield with a tick', cy: 'tarian a thic arni' },
  speech: { en: 'two speech bubbles', cy: 'dwy swigen siarad' },
  trophy: { en: 'a cup with a star', cy: 'cwpan a seren arno' },
}
