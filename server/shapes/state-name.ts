type Params = Readonly<Record<string, unknown>>

/**
 * A state name with its parameters in brackets, as `mock-yoti shapes` prints it: the oldest pacts have no parameters.
 * `a session has the result (result: profile-mismatch)`.
 */
export const parseStateName = (
  name: string,
  params: Params = {},
): { readonly name: string; readonly params: Params } => {
  const [, sentence, list] = /^(.+?) \(([^()]*)\)$/.exec(name.trim()) ?? []
  if (sentence === undefined || list === undefined) return { name, params }
  const pairs = list.split(',').map((pair) => /^\s*(\w+):\s*(.*?)\s*$/.exec(pair))
  if (pairs.some((pair) => pair === null)) return { name, params }
  const found = Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']))
  return { name: sentence, params: { ...found, ...params } }
}
