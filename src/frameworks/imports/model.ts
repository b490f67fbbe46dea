/** An entry of a framework as a file brings it. */
export type ImportedItem = {
  readonly identifier: string
  readonly code: string
  readonly name: string
  readonly description: string | null
  readonly kind: string | null
  readonly uri: string | null
  readonly parent: string | null
  readonly related: readonly string[]
}

/** A framework in one version as a file brings it. */
export type ImportedFramework = {
  readonly identifier: string
  readonly version: string
  readonly format: 'case' | 'csv'
  readonly title: string
  readonly publisher: string
  readonly sourceUrl: string | null
  readonly licence: string | null
  readonly licenceUrl: string | null
  readonly language: string
  readonly items: readonly ImportedItem[]
}

export type ImportFaultReason =
  | 'not-readable'
  | 'no-items'
  | 'document-incomplete'
  | 'identifier-missing'
  | 'name-missing'
  | 'code-missing'
  | 'twice'
  | 'address-not-understood'
  | 'parent-unknown'
  | 'too-long'
  | 'too-many'

/** What is wrong with a file; `row` is the line of a CSV, or the place of an item or association in a package, from 1. */
export type ImportFault = {
  readonly row: number | undefined
  readonly field: string
  readonly value: string
  readonly reason: ImportFaultReason
}

/** What a CSV does not say of itself. */
export type CsvDocument = {
  readonly identifier: string
  readonly title: string
  readonly version: string
  readonly publisher: string
  readonly language: string
}

export type ReadFramework = { readonly framework: ImportedFramework; readonly faults: readonly ImportFault[] }
