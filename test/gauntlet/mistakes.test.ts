import { expect, test } from 'vitest'
import { nothingAccepted } from '../../contracts/verify/accepted.js'
import { runGauntlet } from '../../gauntlet/gauntlet.js'
import { createReport } from '../../gauntlet/report.js'
import { parseStory } from '../../gauntlet/story.js'
import { sampled } from '../support/matrix.js'
import { mistakes } from './mistakes.js'
import { carelessService, correctService, eventsOf, findingsOf } from './services.js'

const sample = ['expired-passes', 'books-twice', 'no-polling', 'local-times', 'retry-storm']
const chosen = sampled(
  mistakes,
  mistakes.filter(([mistake]) => sample.includes(mistake)),
)

test.concurrent.each(chosen)('a service that makes the mistake %s is found out', async (mistake, story, name) => {
  const findings = await findingsOf(await carelessService(mistake), 'all-approve', story)
  expect(findings.map((finding) => finding.name)).toEqual([name])
  expect(findings.map(eventsOf)).toEqual([1])
})

test.concurrent('what a scenario says of checks that do not matter is dropped, and the file that is printed is the shorter one', async () => {
  const description = await carelessService('missing-checks-pass')
  const story = parseStory('nothing-checked/news=twice/data=long-name')
  const result = await runGauntlet(description, { stories: [story] })
  const { findings } = createReport(result, description, nothingAccepted)
  const shortest =
    'nothing-checked/without=checks.IBV_VISUAL_REVIEW_CHECK,checks.PROFILE_DOCUMENT_MATCH,checks.DOCUMENT_SCHEME_VALIDITY_CHECK'
  expect(findings).toMatchObject([
    {
      name: 'passed someone who was never checked: a check is missing',
      shortest,
      command: `npx mock-yoti gauntlet --story '${shortest}'`,
    },
  ])
  const [finding] = findings
  expect(finding?.scenarioFile.text.split('\n').slice(4)).toEqual(['checks:', '  ID_DOCUMENT_AUTHENTICITY: absent', ''])
  const again = await runGauntlet(description, { stories: [parseStory(shortest)] })
  expect(again.findings.map(({ name }) => name)).toEqual(['passed someone who was never checked: a check is missing'])
})

test.concurrent('the careful service has no finding in the same stories', async () => {
  const stories = mistakes.map(([, story]) => story)
  expect(await findingsOf(await correctService(), ...stories)).toEqual([])
})

test.concurrent('a service that asks all the time sees the result of the story only', async () => {
  const description = await correctService()
  const environment = { ...description.service.environment, POLL_MS: '2' }
  const busy = { ...description, service: { ...description.service, environment } }
  const stories = ['unknown-recommendation', 'unknown-check-state', 'unknown-session-state']
  expect(await findingsOf(busy, ...stories)).toEqual([])
})
