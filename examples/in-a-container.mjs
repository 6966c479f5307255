// mock-yoti in a container of its own, for one test: needs a container engine, and `testcontainers` installed.
import assert from 'node:assert/strict'
import { MockYotiContainer } from 'mock-yoti/testcontainers'

// Without a name: mock-yoti:<version of the package>.
const yoti = await new MockYotiContainer(process.argv[2]).withScenario('all-approve').start()

const response = await fetch(`${yoti.getApiUrl()}/sessions/profile-mismatch`)
const session = await response.json()
assert.equal(session.state, 'ONGOING')

await yoti.stop()
