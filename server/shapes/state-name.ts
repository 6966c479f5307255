type Params = Readonly<Record<string, unknown>>

/** `name: value` as a pair; undefined when it is none. */
const parsePair = (text: string): readonly [string, string] | undefined => {
  const colon = text.indexOf(':')
  const key = text.slice(0, Math.max(colon, 0)).trim()
  return /^\w+$/.test(key) ? [key, text.slice(colon + 1).trim()] : undefined
}

/**
 * A state name with its parameters in brackets, as `mock-yoti shapes` prints it: the oldest pacts have no parameters.
 * `a session has the result (result: profile-mismatch)`.
 */
export const parseStateName = (
  name: string,
  params: Params = {},
): { readonly name: string; readonly params: Params } => {
  const trimmed = name.trim()
  const opens = trimmed.lastIndexOf(' (')
  if (opens < 1 || !trimmed.endsWith(')')) return { name, params }
  const pairs = trimmed
    .slice(opens + 2, -1)
    .split(',')
    .map(parsePair)
  if (pairs.some((pair) => pair === undefined)) return { name, params }
  const found = Object.fromEntries(pairs.filter((pair) => pair !== undefined))
  return { name: trimmed.slice(0, opens), params: { ...found, ...params } }
}
