/** What a request proves its sender with, as its headers have it. */
export type Credentials = {
  readonly authorization?: string
  /** `X-Yoti-Auth-Digest` */
  readonly digest?: string
  /** `X-Yoti-Auth-Token` */
  readonly clientToken?: string
}

const names: Readonly<Record<string, keyof Credentials>> = {
  authorization: 'authorization',
  'x-yoti-auth-digest': 'digest',
  'x-yoti-auth-token': 'clientToken',
}
const lengths = new Set(Object.keys(names).map(({ length }) => length))

const none: Credentials = {}

/**
 * Reads them from the raw headers, names and values in turn: Node would make an object of all headers first, which costs
 * more than everything else here.
 */
export const readCredentials = (rawHeaders: readonly string[]): Credentials => {
  let found: Credentials = none
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const header = rawHeaders[at] ?? ''
    if (!lengths.has(header.length)) continue
    const name = names[header.toLowerCase()]
    if (name !== undefined && found[name] === undefined) found = { ...found, [name]: rawHeaders[at + 1] ?? '' }
  }
  return found
}

/** The token of an Authorization header that carries one. */
export const readBearer = (authorization: string | undefined): string | undefined =>
  authorization === undefined ? undefined : /^bearer (.*)$/i.exec(authorization)?.[1]?.trimStart()
