import { expect, test } from 'vitest'
import { readValue } from '../../cli/scenarios/import/read-answer.js'
import { scenarioLike } from '../../cli/scenarios/import/scenario-like.js'
import { jsonOf } from '../../drift/exchange.js'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { type Scenario, scenarioDefaults } from '../../server/engine/scenarios/scenario.js'
import { signatureOf } from '../../server/shapes/signature.js'
import { sampled } from '../support/matrix.js'
import { startServer, testNow } from '../support/server.js'
import { openRecorder } from './recorder.js'

const now = Date.parse(testNow)

/** What no single answer says, and what is told instead. */
const beyondImport: Readonly<Record<string, readonly string[]>> = {
  'check-appears-late:BEFORE': [
    "state is ONGOING, the scenario's COMPLETED",
    "client_session_token is not in the scenario's answer: a text of 36 characters",
    "resources.face_capture has 1, the scenario's 0",
  ],
}

/** Its tags have other names in a recording: they are the relying business's own. */
const withTags = 'watchlist-clear:ADVANCED_WITH_OWN_ACCOUNT'

const answerOf = (scenario: Scenario) => {
  const { status, answer } = summarise(scenario, now)
  return signatureOf('getSession', { status, body: answer })
}

const ids = builtInScenarios().map(({ id }) => id)
const sample = ids.filter((_, index) => index % 8 === 0)

test('every answer, recorded, redacted and imported, is the same scenario again, or it is told why not', async () => {
  await using mock = await startServer()
  await using recorder = await openRecorder(mock.apiUrl)
  const chosen = sampled(ids, [...new Set([...sample, ...Object.keys(beyondImport), withTags])])
  for (const id of chosen) await fetch(`${recorder.url}/sessions/${encodeURIComponent(id)}`)
  const recordings = Object.values(await recorder.recordings())
  expect(recordings).toHaveLength(chosen.length)
  for (const [index, recording] of recordings.entries()) {
    const id = chosen[index] ?? ''
    if (recording.kind !== 'exchange') throw new Error('an answer was recorded as a notification')
    const scenario = builtInScenarios().find((one) => one.id === id)
    if (scenario === undefined) throw new Error(`no scenario ${id}`)
    const { file, notExpressed } = scenarioLike(readValue(id, jsonOf(recording.response.body)))
    const { extends: _base, varies: _path, members: _members, ...said } = file
    const again = answerOf({ ...scenarioDefaults, ...said, id: 'imported', group: 'own' })
    expect([id, notExpressed]).toEqual([id, beyondImport[id] ?? []])
    expect([id, again === answerOf(scenario)]).toEqual([id, beyondImport[id] === undefined])
  }
})
