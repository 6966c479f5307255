/** What a signature covers, as it arrived. `path` is the one below the base URL; `query` has no question mark. */
export type SignedParts = {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: Buffer
}

/** `METHOD&path?query`, then `&` and the base64 of the body when there is one (every SDK; Yoti's pages). */
export const signedMessage = ({ method, path, query, body }: SignedParts): string => {
  const endpoint = query === '' ? path : `${path}?${query}`
  const message = `${method}&${endpoint}`
  return body.length === 0 ? message : `${message}&${body.toString('base64')}`
}

/** The raw path and query of a request-target. */
export const splitTarget = (url: string): { path: string; query: string } => {
  const at = url.indexOf('?')
  return at === -1 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) }
}

/**
 * The path that a client signed. Go, Python and Ruby join a base that ends in a slash and their path without care, so
 * doubled slashes arrive that they did not sign; nothing else of the path may be touched.
 * @param base the base path, slashes not doubled
 */
export const pathBelow = (base: string, path: string): string => path.replace(/\/{2,}/g, '/').slice(base.length)
