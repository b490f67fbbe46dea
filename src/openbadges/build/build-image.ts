import { given } from './given'

export type ImageInput = { readonly id: string; readonly caption?: string | undefined }
export type BuiltImage = { readonly id: string; readonly type: 'Image'; readonly caption?: string }

/** An image of a document by its address, with a caption that can stand in for it. */
export const buildImage = ({ id, caption }: ImageInput): BuiltImage => ({
  id,
  type: 'Image',
  ...given('caption', caption),
})
