import type { PGlite } from '@electric-sql/pglite'

/** Message types that belong to an extended query, which only Sync ends. */
const partsOfQuery = new Set(['P', 'B', 'D', 'E', 'C'].map((letter) => letter.charCodeAt(0)))

/**
 * A PGlite for a socket server that gives its messages to the database one by one. Such a server lets another
 * connection in between two messages of a query, so that one binds to the statement of the other; it keeps a
 * connection's messages together only in a transaction. This database says that it is in one from the first message
 * of a query to its Sync.
 * @see https://www.postgresql.org/docs/18/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export const keepExchangesWhole = (database: PGlite): PGlite => {
  let open = false
  const own: Partial<PGlite> = {
    execProtocolRawStream: async (message, options) => {
      open = partsOfQuery.has(message[0] ?? 0)
      await database.execProtocolRawStream(message, options)
    },
    isInTransaction: () => open || database.isInTransaction(),
    exec: (query, options) => {
      open = false
      return database.exec(query, options)
    },
  }
  return new Proxy(database, {
    get: (target, name) => {
      const value: unknown = Reflect.get(name in own ? own : target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
