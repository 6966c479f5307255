import { once } from 'node:events'
import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Passes each request on to the next of several servers, as a load balancer does. */
export const openRoundRobin = async (urls: readonly string[]): Promise<AsyncDisposable & { readonly url: string }> => {
  let turn = 0
  // Shorter than the servers keep an idle connection: one must not be used just as its server closes it.
  const agent = new Agent({ keepAlive: true, timeout: 1500 })
  const server = createServer({ requireHostHeader: false }, (incoming, outgoing) => {
    turn += 1
    // As the server did.
    const reset = () => outgoing.socket?.resetAndDestroy()
    const { hostname, port } = new URL(urls[turn % urls.length] ?? '')
    const { method, url: path, rawHeaders } = incoming
    const passed = send({ hostname, port, method, path, headers: [...rawHeaders], agent, setHost: false })
    passed.on('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.statusMessage, [...response.rawHeaders])
      response.pipe(outgoing)
      response.on('error', reset)
    })
    passed.on('error', reset)
    outgoing.on('close', () => passed.destroy())
    // A client that goes away is nobody's failure.
    incoming.on('error', () => passed.destroy())
    outgoing.on('error', () => passed.destroy())
    incoming.pipe(passed)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is never a string.
  const { port } = server.address() as AddressInfo
  const close = async () => {
    agent.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: close }
}
