// A client beside the others: how long it waits shows how long the server was blocked.
import { createWire } from '../requests/wire.mjs'

const interval = 50

export const watchHealth = (port) => {
  const wire = createWire(port)
  let longest = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      const start = performance.now()
      const { status } = await wire.send({ path: '/__mock/health' })
      if (status === 200) longest = Math.max(longest, performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, interval))
    }
  })()
  /** Milliseconds of the longest wait. */
  return async () => {
    isOver = true
    await watching
    wire.close()
    return Math.round(longest)
  }
}
