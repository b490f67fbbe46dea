/** A JSON object whose members are not looked at here. */
export type JsonObject = { readonly [name: string]: unknown }

/** Tells whether a value is a JSON object: not null, not an array. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
