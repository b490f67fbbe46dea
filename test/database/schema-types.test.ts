import { sql } from 'kysely'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { openTestDeps } from '../support/database'

type Column = {
  readonly kind: 'string' | 'number' | 'boolean' | 'Date' | 'structure' | 'unknown'
  readonly nullable: boolean
  /** The database fills the column where an insert leaves it out; of JSON the type cannot say so. */
  readonly filled: boolean
}
type Tables = Record<string, Record<string, Column>>

const kindOf = (checker: ts.TypeChecker, type: ts.Type): Column['kind'] => {
  const parts = type.isUnion() ? type.types : [type]
  const every = (flags: ts.TypeFlags) => parts.every((part) => (part.flags & flags) !== 0)
  if (every(ts.TypeFlags.StringLike)) return 'string'
  if (every(ts.TypeFlags.NumberLike)) return 'number'
  if (every(ts.TypeFlags.BooleanLike)) return 'boolean'
  if (type.getSymbol()?.getName() === 'Date') return 'Date'
  return checker.isArrayType(type) ? 'structure' : 'unknown'
}

/** What a column's type says, with Kysely's `Generated`, `ColumnType` and `JSONColumnType` taken off. */
const readColumn = (checker: ts.TypeChecker, node: ts.TypeNode): Column => {
  const [first, ...others] = ts.isUnionTypeNode(node) ? node.types : []
  if (first && ts.isTypeReferenceNode(first) && others.every((part) => part.getText() === 'null'))
    return { ...readColumn(checker, first), nullable: true }
  const wrapper = ts.isTypeReferenceNode(node) ? node.typeName.getText() : ''
  const inner = ts.isTypeReferenceNode(node) ? node.typeArguments?.[0] : undefined
  if (wrapper === 'Generated' && inner) return { ...readColumn(checker, inner), filled: true }
  if (wrapper === 'ColumnType' && inner) return readColumn(checker, inner)
  const type = checker.getTypeFromTypeNode(wrapper === 'JSONColumnType' && inner ? inner : node)
  const nullable = type.isUnion() && type.types.some((part) => (part.flags & ts.TypeFlags.Null) !== 0)
  const kind = wrapper === 'JSONColumnType' ? 'structure' : kindOf(checker, checker.getNonNullableType(type))
  return { kind, nullable, filled: false }
}

/** The tables of the type `Database`, each with its columns. */
const readTypes = (): Tables => {
  const entry = 'src/database/schema/index.ts'
  const program = ts.createProgram([entry], {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2024,
  })
  const checker = program.getTypeChecker()
  const columnsOf = (type: ts.Type) =>
    Object.fromEntries(
      checker.getPropertiesOfType(type).flatMap((column) => {
        const node = column.valueDeclaration
        return node && ts.isPropertySignature(node) && node.type
          ? [[column.getName(), readColumn(checker, node.type)] as const]
          : []
      }),
    )
  const tables: Tables = {}
  program.getSourceFile(entry)?.forEachChild((node) => {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== 'Database') return
    for (const table of checker.getPropertiesOfType(checker.getTypeAtLocation(node))) {
      tables[table.getName()] = columnsOf(checker.getTypeOfSymbol(table))
    }
  })
  return tables
}

const kinds: Readonly<Record<string, Column['kind']>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'Date',
  jsonb: 'structure',
  ARRAY: 'structure',
}

/** Nothing said of whether JSON and arrays are filled. */
const sayOfPlain = (tables: Tables) =>
  Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => [
      table,
      Object.fromEntries(
        Object.entries(columns).map(([name, column]) => [
          name,
          column.kind === 'structure' ? { kind: column.kind, nullable: column.nullable } : column,
        ]),
      ),
    ]),
  )

/** The tables of sign-in, which belong to its library, and the record of migrations. */
const notOurs = ['user', 'session', 'account', 'verification', 'kysely_migration', 'kysely_migration_lock']

test('the types of the tables say what the migrated database has', async () => {
  // First: it keeps the process so busy that a connection to the server would be given up meanwhile.
  const types = readTypes()
  const { deps, close } = await openTestDeps()
  try {
    const { rows } = await sql<{ t: string; c: string; type: string; nullable: boolean; filled: boolean }>`
      select table_name as t, column_name as c, data_type as type, is_nullable = 'YES' as nullable,
        column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as filled
      from information_schema.columns where table_schema = 'public'`.execute(deps.db)
    const migrated: Tables = {}
    for (const { t, c, type, nullable, filled } of rows.filter((row) => !notOurs.includes(row.t))) {
      migrated[t] = { ...migrated[t], [c]: { kind: kinds[type] ?? 'unknown', nullable, filled } }
    }
    expect(Object.keys(migrated).length).toBeGreaterThan(15)
    expect(sayOfPlain(types)).toEqual(sayOfPlain(migrated))
  } finally {
    await close()
  }
}, 60_000)
