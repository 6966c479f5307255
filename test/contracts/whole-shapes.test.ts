import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Verifier } from '@pact-foundation/pact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergePacts, resultShapes, yotiPact } from '../../contracts/pact/index.js'
import { systemClock } from '../../server/clock.js'
import { startServer } from '../support/server.js'

// The verifier would fetch a broker's pacts as well, and call this machine's own server through a proxy.
for (const name of ['PACT_BROKER_BASE_URL', 'HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'])
  delete process.env[name]

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'whole-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const lists = ['id_documents', 'supplementary_documents', 'liveness_capture', 'face_capture', 'applicant_profiles']
const everything = [
  ...['client_session_token_ttl', 'session_id', 'state', 'client_session_token', 'checks', 'user_tracking_id'],
  ...lists.map((list) => `resources.${list}`),
]

const [mismatch, wrong] = resultShapes.only('profile-mismatch-rejected', 'wrong-document-expired')
if (mismatch === undefined || wrong === undefined) throw new Error('the named results are shapes')

const shapes = [
  ...resultShapes.all,
  resultShapes.with(mismatch, { reason: 'ANOTHER', id_document: 'NATIONAL_ID' }),
  resultShapes.with(wrong, { supplementary_document: 'BANK_STATEMENT' }),
]

test('every shape, read whole and with its parameters, is what the mock answers on any day', async () => {
  const pact = yotiPact({ consumer: 'reads-everything', dir })
  for (const shape of shapes)
    await pact.expects(shape, { reads: everything }, async ({ url }) => {
      const path = `${url}/sessions/${shape.sessionId}?sdkId=a&nonce=b&timestamp=1700000000`
      await fetch(path, { headers: { 'X-Yoti-Auth-Digest': 'c2lnbmVk' } })
    })
  const [written] = await mergePacts(dir)
  expect(written?.interactions).toBeGreaterThan(shapes.length)
  await using server = await startServer({ clock: systemClock, signatures: 'off' })
  await new Verifier({
    provider: 'yoti-idv-mock',
    providerBaseUrl: server.url,
    pactUrls: [written?.file ?? ''],
    providerStatesSetupUrl: `${server.url}/__mock/pact/provider-states`,
    logLevel: 'error',
  }).verifyProvider()
}, 60_000)
