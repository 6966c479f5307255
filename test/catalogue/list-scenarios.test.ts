import { expect, test } from 'vitest'
import { systemClock } from '../../server/base/clock.js'
import { listScenarios } from '../../server/control/operations/list-scenarios.js'
import { builtInScenarios, Catalogue } from '../../server/engine/scenarios/catalogue.js'
import { createMemoryState } from '../../server/state/memory/index.js'

test('other requests are answered while the scenarios are listed', async () => {
  const options = { signatures: 'lenient', scenario: 'all-approve', maxSessions: 1, journalSize: 1 } as const
  const { clocks } = createMemoryState(options, systemClock)
  // The operation has no path parameters and no body.
  const none = undefined as never
  let turns = 0
  let isOver = false
  const count = () => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  await listScenarios(
    { address: 'http://127.0.0.1:9684', request: { path: none, query: {}, body: none }, now: 0 },
    { catalogue: new Catalogue(builtInScenarios()), clocks },
  )
  isOver = true
  // Without a pause it would be one turn; how many there are depends on the machine.
  expect(turns).toBeGreaterThan(5)
})
