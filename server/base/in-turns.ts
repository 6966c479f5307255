import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { startStopwatch } from './clock.js'

/** How long one piece of work may hold up others. */
const turnMs = 5

/**
 * Maps items one by one, as `items.map` does. After every few milliseconds of work others get a turn, so that a long list
 * holds up nobody.
 */
export const mapInTurns = async <Item, Result>(
  items: Iterable<Item>,
  map: (item: Item) => Result,
): Promise<Result[]> => {
  const results: Result[] = []
  let elapsed = startStopwatch()
  for (const item of items) {
    results.push(map(item))
    if (elapsed() < turnMs) continue
    await yieldToEventLoop()
    elapsed = startStopwatch()
  }
  return results
}
