import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Keeps account of a server's connections, those included of which `closeAllConnections` knows nothing: with TLS, all whose
 * handshake is not done.
 * @returns how to cut them all
 */
export const trackConnections = (server: Server): (() => void) => {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return () => {
    server.closeAllConnections()
    for (const socket of open) socket.destroy()
  }
}
