const garamond = '@expo-google-fonts/eb-garamond'
const notoSans = '@expo-google-fonts/noto-sans'

const noto = (name: string, of: string) => [
  {
    name: `fonts/NotoSans${name}-Regular.ttf`,
    from: `@expo-google-fonts/noto-sans-${of}/400Regular/NotoSans${name}_400Regular.ttf`,
  },
]

/** The fonts of documents: the name of the asset, and the file of an npm package that it is copied from. */
export const fonts = [
  { name: 'fonts/EBGaramond-Regular.ttf', from: `${garamond}/400Regular/EBGaramond_400Regular.ttf` },
  {
    name: 'fonts/EBGaramond-Italic.ttf',
    from: `${garamond}/400Regular_Italic/EBGaramond_400Regular_Italic.ttf`,
  },
  { name: 'fonts/EBGaramond-Medium.ttf', from: `${garamond}/500Medium/EBGaramond_500Medium.ttf` },
  { name: 'fonts/NotoSans-Regular.ttf', from: `${notoSans}/400Regular/NotoSans_400Regular.ttf` },
  { name: 'fonts/NotoSans-SemiBold.ttf', from: `${notoSans}/600SemiBold/NotoSans_600SemiBold.ttf` },
  {
    name: 'fonts/NotoNaskhArabic-Regular.ttf',
    from: '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf',
  },
  {
    name: 'fonts/NotoSansHebrew-Regular.ttf',
    from: '@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Regular.ttf',
  },
  ...noto('Devanagari', 'devanagari'),
  ...noto('Bengali', 'bengali'),
  ...noto('Gurmukhi', 'gurmukhi'),
  ...noto('Tamil', 'tamil'),
  ...noto('JP', 'jp'),
  ...noto('KR', 'kr'),
  ...noto('SC', 'sc'),
] as const
