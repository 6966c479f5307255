import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { summarise } from '../../engine/results/summarise.js'
import type { Operation } from '../control-operation.js'

/** A result is made for every scenario; other requests are answered between these many. */
const atOnce = 8

export const listScenarios: Operation<'listScenarios', 'catalogue' | 'clocks'> = async (
  { request },
  { catalogue, clocks },
) => {
  const { unmoved: now } = await clocks.read()
  const scenarios = []
  const listed = request.query.documents === 'true' ? catalogue.listWithDocuments() : catalogue.list()
  for (const [nth, scenario] of listed.entries()) {
    if (nth % atOnce === atOnce - 1) await yieldToEventLoop()
    scenarios.push(summarise(scenario, now).summary)
  }
  return { status: 200, body: { scenarios } }
}
