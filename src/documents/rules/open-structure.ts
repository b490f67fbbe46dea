import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib'

/** What a part of a page is to someone who has it read out. */
export type Role =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Figure'
  | 'Link'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'L'
  | 'LI'
  | 'LBody'

export type PartOptions = {
  readonly role: Role
  /** BCP 47 tag. */
  readonly language: string
  /** What stands in for a picture. */
  readonly description?: string
  /** The text where the drawn glyphs do not give it. */
  readonly text?: string
  /** What a heading cell of a table heads. */
  readonly scope?: 'Row' | 'Column'
}

/** A part whose marked content is being written: its number on its page, and how an annotation joins it. */
type OpenPart = { readonly markedContent: number; attach(annotation: PDFRef): void }

type Kid = number | PDFRef | { readonly annotation: PDFRef; readonly page: PDFRef }
type Holder = { readonly reference: PDFRef; readonly kids: Kid[] }
type Element = Holder & { readonly options: PartOptions }

/** The tree that says in which order, and as what, the parts of all pages are read. */
export type Structure = {
  /** A part without marks of its own that holds those that `draw` adds, over pages too. */
  within(options: PartOptions, draw: () => void): void
  add(page: PDFRef, options: PartOptions): OpenPart
  /** The place of a page among the parents of marked content. */
  keyOf(page: PDFRef): number
  /** Writes the tree; `language` is that of the whole document. */
  finish(language: string): void
}

const describe = ({ role, language, description, text, scope }: PartOptions) => ({
  Type: 'StructElem',
  S: role,
  Lang: PDFString.of(language),
  ...(description === undefined ? {} : { Alt: PDFHexString.fromText(description) }),
  ...(text === undefined ? {} : { ActualText: PDFHexString.fromText(text) }),
  ...(scope === undefined ? {} : { A: { O: 'Table', Scope: scope } }),
})

type Tree = {
  readonly body: Holder
  readonly elements: { readonly element: Element; readonly parent: PDFRef; readonly page?: PDFRef }[]
  /** For each page, the parts in the order of their marked content. */
  readonly pages: Map<PDFRef, PDFRef[]>
  /** Parts that an annotation belongs to, by the annotation's number. */
  readonly joined: PDFRef[]
}

/** Annotations are numbered after all the pages that a document may have. */
const annotationKey = (index: number) => 100_000 + index

const writeStructure = (document: PDFDocument, tree: Tree, language: string): void => {
  const { context, catalog } = document
  const { body, elements, pages, joined } = tree
  const root = context.nextRef()
  const list = (items: readonly PDFObject[]): PDFArray => {
    const array = PDFArray.withContext(context)
    for (const item of items) array.push(item)
    return array
  }
  const toObject = (kid: Kid): PDFObject => {
    if (kid instanceof PDFRef) return kid
    if (typeof kid === 'number') return context.obj(kid)
    return context.obj({ Type: 'OBJR', Obj: kid.annotation, Pg: kid.page })
  }
  for (const { element, parent, page } of elements) {
    const place = { P: parent, ...(page === undefined ? {} : { Pg: page }) }
    const entries = { ...describe(element.options), ...place, K: list(element.kids.map(toObject)) }
    context.assign(element.reference, context.obj(entries))
  }
  const all = { Type: 'StructElem', S: 'Document', P: root, K: list(body.kids.map(toObject)) }
  context.assign(body.reference, context.obj(all))
  const parents = [...pages.values()].flatMap((parts, index) => [
    context.obj(index),
    context.register(list(parts)),
  ])
  const annotations = joined.flatMap((part, index) => [context.obj(annotationKey(index)), part])
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: [body.reference],
      ParentTree: context.obj({ Nums: list([...parents, ...annotations]) }),
      ParentTreeNextKey: annotationKey(joined.length),
    }),
  )
  catalog.set(PDFName.of('StructTreeRoot'), root)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  catalog.set(PDFName.of('Lang'), PDFString.of(language))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
}

/**
 * Opens the structure of a tagged PDF.
 *
 * @see ISO 32000-2, 14.7 Logical structure and 14.8 Tagged PDF
 */
export const openStructure = (document: PDFDocument): Structure => {
  const { context } = document
  const body: Holder = { reference: context.nextRef(), kids: [] }
  const tree: Tree = { body, elements: [], pages: new Map(), joined: [] }
  let open: Holder = body

  const begin = (options: PartOptions, page?: PDFRef): Element => {
    const element = { reference: context.nextRef(), options, kids: [] }
    open.kids.push(element.reference)
    tree.elements.push({ element, parent: open.reference, ...(page === undefined ? {} : { page }) })
    return element
  }

  return {
    within: (options, draw) => {
      const outer = open
      open = begin(options)
      draw()
      open = outer
    },
    add: (page, options) => {
      const element = begin(options, page)
      const marked = tree.pages.get(page) ?? []
      tree.pages.set(page, marked)
      const markedContent = marked.length
      marked.push(element.reference)
      element.kids.push(markedContent)
      const attach = (annotation: PDFRef) => {
        const key = context.obj(annotationKey(tree.joined.length))
        context.lookup(annotation, PDFDict).set(PDFName.of('StructParent'), key)
        tree.joined.push(element.reference)
        element.kids.push({ annotation, page })
      }
      return { markedContent, attach }
    },
    keyOf: (page) => [...tree.pages.keys()].indexOf(page),
    finish: (language) => writeStructure(document, tree, language),
  }
}
