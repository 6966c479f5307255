import { findHeader } from '../base/find-header.js'
import { withoutSlashes } from '../base/without-slashes.js'
import type { Exchange } from './exchange.js'

const firstOf = (list: string | undefined) => list?.split(',')[0]?.trim() || undefined

/**
 * The server's address as the client knows it, without a path: by `Host`, and by what a proxy says of the client's request.
 * It is only ever told to the client that sent these headers.
 */
export const addressOf = ({ rawHeaders }: Pick<Exchange, 'rawHeaders'>, isTls: boolean): string => {
  const header = (name: string) => firstOf(findHeader(rawHeaders, name))
  const scheme = header('x-forwarded-proto')?.toLowerCase() ?? (isTls ? 'https' : 'http')
  const host = header('x-forwarded-host') ?? header('host') ?? '127.0.0.1'
  const prefix = withoutSlashes(header('x-forwarded-prefix') ?? '')
  return `${scheme === 'https' ? 'https' : 'http'}://${host}${prefix}`
}
