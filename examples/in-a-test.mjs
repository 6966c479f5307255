// mock-yoti inside a test process, on a free port. node examples/in-a-test.mjs
import { strict as assert } from 'node:assert'
import { startMockYoti } from 'mock-yoti'

const yoti = await startMockYoti()

const response = await fetch(`${yoti.apiUrl}/sessions/missing-document`)
const session = await response.json()
assert.equal(session.state, 'ONGOING') // nobody will ever complete it
assert.deepEqual(session.checks, []) // and an empty list is not a pass

await yoti.close() // or, where the language has it: await using yoti = await startMockYoti()
