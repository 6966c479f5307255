import { setImmediate } from 'node:timers'

/** Collects what one turn of the event loop brings, and gives it to `run` together at its end. */
export const createBatch = <Item>(run: (items: readonly Item[]) => void): ((item: Item) => void) => {
  let waiting: Item[] = []
  const flush = () => {
    const items = waiting
    waiting = []
    run(items)
  }
  return (item) => {
    if (waiting.length === 0) setImmediate(flush)
    waiting.push(item)
  }
}
