import type { ServerResponse } from 'node:http'
import type { Exchange, Reply } from './exchange.js'

const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // A proxy would collect events otherwise.
  'X-Accel-Buffering': 'no',
}

/** Begins an answer that stays open, and hands it over. */
export const openStream = (
  response: ServerResponse,
  { method, headers }: Exchange,
  open: NonNullable<Reply['stream']>,
): void => {
  if (response.destroyed) return
  response.writeHead(200, { ...headers, ...streamHeaders })
  if (method === 'HEAD') {
    response.end()
    return
  }
  response.flushHeaders()
  open(response)
}
