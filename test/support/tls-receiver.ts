import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

const read = (name: string) => readFileSync(new URL(`tls/${name}.pem`, import.meta.url))

/** A receiver with a certificate that it made itself. */
export const listenWithTls = async (): Promise<AsyncDisposable & { url: string }> => {
  const server = createServer({ cert: read('cert'), key: read('key') }, (_request, response) => response.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is never a string.
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `https://127.0.0.1:${port}/yoti`, [Symbol.asyncDispose]: close }
}
