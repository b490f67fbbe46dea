const refuse = (): never => {
  throw new TypeError('PNG pictures are not put into PDFs in the Worker.')
}

/** Stands in the Worker's bundle for the reader of PNG pictures of the PDF library: documents draw with paths alone. */
export default { decode: refuse, toRGBA8: refuse }
