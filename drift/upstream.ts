import { URL } from 'node:url'
import { UsageError } from '../server/base/errors.js'
import { withoutSlashes } from '../server/base/without-slashes.js'

const isLoopback = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host)

/**
 * Reads where requests are passed on to.
 * @throws UsageError unless it is https, or http on this machine
 */
export const parseUpstream = (option: string, text: string): URL => {
  if (!URL.canParse(text))
    throw new UsageError(`${option} takes an address such as https://api.yoti.com/idverify/v1; got '${text}'`)
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') throw new UsageError(`${option} takes an address without a login`)
  if (url.search !== '' || url.hash !== '') throw new UsageError(`${option} takes an address without a query`)
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  if (!isAllowed)
    throw new UsageError(
      `${option} must be https: what is sent there is about people. http is for this machine only; got '${text}'`,
    )
  return url
}

/** What a client asked for, below the upstream's base. Clients may name the base's path too. */
export const targetBelow = (upstream: URL, target: string): string => {
  const base = withoutSlashes(upstream.pathname)
  const isRepeated = base !== '' && (target === base || target.startsWith(`${base}/`) || target.startsWith(`${base}?`))
  const below = isRepeated ? target.slice(base.length) : target
  return below.startsWith('/') ? below : `/${below}`
}

/** The path and query that are asked of the upstream: byte for byte what the client sent, below the base. */
export const upstreamTarget = (upstream: URL, below: string): string => `${withoutSlashes(upstream.pathname)}${below}`
