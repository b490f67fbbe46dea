/** What jsonld keeps while it reads a document: the terms in force at one place. Made by jsonld, never changed later. */
export type ActiveContext = {
  processingMode?: unknown
  mappings: Map<string, unknown>
  protected: { [term: string]: boolean }
  previousContext?: ActiveContext
  inverse: unknown
  getInverse: unknown
  clone(this: ActiveContext): ActiveContext
  revertToPreviousContext(this: ActiveContext): ActiveContext
  '@base'?: unknown
  '@language'?: unknown
  '@vocab'?: unknown
  '@direction'?: unknown
}

/** Whose copy a context is, and the one copy that stands for all that were made to go back to a context. */
const origins = new WeakMap<ActiveContext, ActiveContext>()
const returns = new WeakMap<ActiveContext, ActiveContext>()
const branches = new WeakMap<ActiveContext, ActiveContext>()

/** A copy that shares the definitions of terms, which nothing changes; jsonld itself copies each of them anew. */
function copy(this: ActiveContext): ActiveContext {
  const child: ActiveContext = {
    mappings: new Map(this.mappings),
    clone: this.clone,
    inverse: null,
    getInverse: this.getInverse,
    protected: { ...this.protected },
    revertToPreviousContext: this.revertToPreviousContext,
  }
  if (this.previousContext) child.previousContext = this.previousContext
  if ('@base' in this) child['@base'] = this['@base']
  if ('@language' in this) child['@language'] = this['@language']
  if ('@vocab' in this) child['@vocab'] = this['@vocab']
  origins.set(child, this)
  return child
}

/** Always the same copy, so that what was worked out from it is found again. */
function goBack(this: ActiveContext): ActiveContext {
  const previous = this.previousContext
  if (!previous) return this
  const known = returns.get(previous) ?? previous.clone()
  returns.set(previous, known)
  return known
}

/** Makes the copies of a context, and theirs, cheap. */
export const adoptContext = (context: ActiveContext): void => {
  context.clone = copy
  context.revertToPreviousContext = goBack
}

const isBlank = (context: ActiveContext): boolean =>
  context.mappings.size === 0 &&
  context.previousContext === undefined &&
  context.processingMode === undefined &&
  !('@base' in context || '@language' in context || '@vocab' in context || '@direction' in context)

/** Stands for every context that defines nothing. */
export const blankContext: object = {}

/** A fresh copy that jsonld made to enter the scope of a type: it remembers what it was copied from. */
const isBranch = (context: ActiveContext): boolean => {
  const origin = origins.get(context)
  return origin !== undefined && context.previousContext === origin
}

/**
 * The one object that stands for all contexts that are certain to say the same as this one. Those are the ones
 * that say nothing, and the fresh copies that jsonld makes to enter the scope of a type.
 */
export const representContext = (context: ActiveContext): object => {
  if (isBlank(context)) return blankContext
  const origin = origins.get(context)
  if (origin === undefined || !isBranch(context)) return context
  const known = branches.get(origin) ?? context
  branches.set(origin, known)
  return known
}

/** What a context is an unchanged copy of; undefined where it is none. */
export const findOriginal = (context: ActiveContext): ActiveContext | undefined => {
  const origin = origins.get(context)
  return origin !== undefined && (isBranch(context) || returns.get(origin) === context) ? origin : undefined
}
