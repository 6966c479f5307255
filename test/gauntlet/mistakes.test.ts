import { expect, test } from 'vitest'
import { sampled } from '../support/matrix.js'
import { mistakes } from './mistakes.js'
import { carelessService, correctService, eventsOf, findingsOf } from './services.js'

const sample = ['expired-passes', 'books-twice', 'no-polling', 'local-times', 'retry-storm']
const chosen = sampled(
  mistakes,
  mistakes.filter(([mistake]) => sample.includes(mistake)),
)

test.each(chosen)('a service that makes the mistake %s is found out', async (mistake, story, name) => {
  const findings = await findingsOf(await carelessService(mistake), 'all-approve', story)
  expect(findings.map((finding) => finding.name)).toEqual([name])
  expect(findings.map(eventsOf)).toEqual([1])
})

test('the careful service has no finding in the same stories', async () => {
  const stories = mistakes.map(([, story]) => story)
  expect(await findingsOf(await correctService(), ...stories)).toEqual([])
})

test('a service that asks all the time sees the result of the story only', async () => {
  const description = await correctService()
  const environment = { ...description.service.environment, POLL_MS: '2' }
  const busy = { ...description, service: { ...description.service, environment } }
  const stories = ['unknown-recommendation', 'unknown-check-state', 'unknown-session-state']
  expect(await findingsOf(busy, ...stories)).toEqual([])
})
