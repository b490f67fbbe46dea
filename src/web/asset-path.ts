declare const ASSET_VERSION: string | undefined

const version = typeof ASSET_VERSION === 'string' ? ASSET_VERSION : 'source'

/** The address of an asset of this release, such as `main.css`; another release has another address. */
export const assetPath = (name: string): string => `/assets/${name}?v=${version}`
