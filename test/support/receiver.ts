import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A notification as it arrived. */
export type Received = {
  readonly topic: string
  readonly body: Record<string, string>
  readonly headers: IncomingHttpHeaders
}

/** A relying business's endpoint for notifications. Answers each with the next of `statuses`, then with 200. */
export type Receiver = AsyncDisposable & {
  readonly url: string
  readonly received: readonly Received[]
  readonly topics: () => string[]
}

/** Opens an http server on 127.0.0.1 that is closed with its block. */
export const listenLocally = async (
  listener: RequestListener,
  port = 0,
): Promise<AsyncDisposable & { url: string }> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  // A TCP server's address is never a string.
  const { port: taken } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${taken}/yoti`, [Symbol.asyncDispose]: close }
}

export const openReceiver = async (statuses: readonly number[] = [], port = 0): Promise<Receiver> => {
  const received: Received[] = []
  const left = [...statuses]
  const server = await listenLocally(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString()
    const body = JSON.parse(text) as Record<string, string>
    received.push({ topic: body['topic'] ?? '', body, headers: request.headers })
    response.writeHead(left.shift() ?? 200, { 'x-receiver': 'yes' }).end('taken')
  }, port)
  return { ...server, received, topics: () => received.map(({ topic }) => topic) }
}
