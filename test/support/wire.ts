import { connect, createServer, type Socket } from 'node:net'

/** What stands between a server and its Redis, and can fail. */
export type Wire = AsyncDisposable & {
  readonly url: string
  /** Ends every connection, and takes none. */
  readonly cut: () => void
  /** Passes nothing on, and tells nobody: connections stay open for ever, as behind a firewall that has forgotten them. */
  readonly drop: () => void
  /** Passes on what comes on new connections. Those that were dropped stay so. */
  readonly mend: () => void
}

export const openWire = async (port: number): Promise<Wire> => {
  const sockets = new Set<Socket>()
  let state: 'well' | 'cut' | 'dropping' = 'well'
  const wire = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    sockets.add(near)
    near.on('error', () => undefined).on('close', () => sockets.delete(near))
    if (state === 'dropping') return void near.resume()
    const far = connect(port, '127.0.0.1')
    sockets.add(far)
    far.on('error', () => undefined).on('close', () => sockets.delete(far))
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
  const address = wire.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const cut = () => {
    state = 'cut'
    for (const socket of sockets) socket.destroy()
  }
  const drop = () => {
    state = 'dropping'
    for (const socket of sockets) socket.unpipe().resume()
  }
  const mend = () => {
    state = 'well'
  }
  const close = async () => {
    cut()
    await new Promise((resolve) => wire.close(resolve))
  }
  return { url: `redis://127.0.0.1:${address.port}`, cut, drop, mend, [Symbol.asyncDispose]: close }
}
