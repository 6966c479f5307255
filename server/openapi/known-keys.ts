/** The keys that a schema knows, and what each of them holds. An array of one is a list; null takes anything. */
export type KnownKeys = null | readonly [KnownKeys] | { readonly [key: string]: KnownKeys }

/** A value that is nested this deeply was refused already. */
const deepest = 64

/** Paths of the keys of a value that its schema does not know: `requested_checks[0].config.limit`. Work is bounded by the value. */
export const unknownKeys = (value: unknown, known: KnownKeys, path = '', depth = 0): string[] => {
  if (known === null || typeof value !== 'object' || value === null || depth > deepest) return []
  if (Array.isArray(value)) {
    const [item = null] = Array.isArray(known) ? (known as readonly [KnownKeys]) : []
    return value.flatMap((one, index) => unknownKeys(one, item, `${path}[${index}]`, depth + 1))
  }
  if (Array.isArray(known)) return []
  const keys = known as { readonly [key: string]: KnownKeys }
  return Object.entries(value).flatMap(([key, held]) => {
    const at = path === '' ? key : `${path}.${key}`
    return Object.hasOwn(keys, key) ? unknownKeys(held, keys[key] ?? null, at, depth + 1) : [at]
  })
}
