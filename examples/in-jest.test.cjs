const { startMockYoti } = require('mock-yoti')

/** The code under test. Yours takes the base URL from its configuration. */
const decide = async (apiUrl, sessionId) => {
  const response = await fetch(`${apiUrl}/sessions/${sessionId}`)
  const { state, checks } = await response.json()
  if (state !== 'COMPLETED') return 'pending'
  const isApproved = ({ report }) => report?.recommendation.value === 'APPROVE'
  return checks.length > 0 && checks.every(isApproved) ? 'pass' : 'fail'
}

let yoti
beforeAll(async () => {
  yoti = await startMockYoti()
})
afterAll(() => yoti.close()) // Jest does not end while a server is open

test.each([
  ['all-approve', 'pass'],
  ['missing-document', 'pending'],
  ['profile-mismatch-rejected', 'fail'],
])('%s is a %s', async (sessionId, decision) => {
  expect(await decide(yoti.apiUrl, sessionId)).toBe(decision)
})
