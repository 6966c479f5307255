// Where both servers send their notifications, each below a path of its own.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { headerLines } from './wire.mjs'

/** How a path of the receiver answers. */
const answers = {
  ok: (response) => response.writeHead(200, { 'x-receiver': 'yes' }).end('taken'),
  refuses: (response) => response.writeHead(400).end('not wanted'),
  fails: (response) => response.writeHead(503).end(),
  silent: () => undefined,
}

export const openReceiver = async () => {
  const received = { old: [], new: [] }
  const server = createServer(async (request, response) => {
    const [, side, how] = (request.url ?? '').split('/')
    const body = Buffer.concat(await request.toArray()).toString()
    const headers = headerLines(request.rawHeaders).filter((line) => !line.startsWith('Host: '))
    received[side]?.push({ line: `${request.method} /${how}`, headers, body })
    // The journal keeps the answer's header lines; both sides are answered in the same second only mostly.
    response.sendDate = false
    answers[how]?.(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  /** What came since the last call. */
  const take = (side) => received[side].splice(0)
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}/old`, urlOfNew: `http://127.0.0.1:${port}/new`, take, close }
}
