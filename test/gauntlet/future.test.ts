import { expect, test } from 'vitest'
import { runGauntlet } from '../../gauntlet/gauntlet.js'
import { futureResults } from '../../server/shapes/index.js'
import { carelessService, correctService } from './services.js'

test.concurrent('a careful service bears the answers of tomorrow, and a webhook of tomorrow', async () => {
  const { runs, findings } = await runGauntlet(await correctService(), { future: futureResults(), lanes: 2 })
  expect(findings.map(({ name }) => name)).toEqual([])
  expect(runs.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'all-approve',
      'tomorrow:unknown-fields',
      'tomorrow:unknown-check',
      'tomorrow:unknown-document',
      'tomorrow:longer-lists',
      'tomorrow:another-order',
      'tomorrow:milliseconds',
      'tomorrow:unknown-value-source-type',
      'tomorrow:unknown-check-rejects',
      'unknown-recommendation',
      'unknown-check-state',
      'unknown-session-state',
      'all-approve/news=unknown-topic',
    ]),
  )
  const decided = (id: string) => runs.find((run) => run.id === id)?.decision
  expect(decided('tomorrow:unknown-fields')).toBe('pass')
  expect(decided('tomorrow:unknown-check-rejects')).toBe('fail')
  const notified = runs.find(({ id }) => id === 'all-approve/news=unknown-topic')
  expect(notified?.moments.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^a webhook of a topic that nobody knows → 2\d\d$/),
  )
})

test.concurrent('a service that passes a person on a word that nobody knows is found', async () => {
  const careless = await carelessService('unknown-value-passes')
  const { findings } = await runGauntlet(careless, { future: futureResults(), lanes: 2 })
  expect(findings.map(({ name }) => name)).toContain('passed someone who was never checked: a value that nobody knows')
})
