import { mkdtemp, rm } from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Verifier } from '@pact-foundation/pact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergePacts, operationShapes, type ResultShape, resultShapes, yotiPact } from '../../contracts/pact/index.js'
import { systemClock } from '../../server/base/clock.js'
import { documentOperation } from '../../server/shapes/document-operation.js'
import { itemsOf, propertyNames, propertyOf } from '../../server/shapes/document-schema.js'
import { sampled } from '../support/matrix.js'
import { startServer } from '../support/server.js'

// The verifier would fetch a broker's pacts as well, and call this machine's own server through a proxy.
for (const name of ['PACT_BROKER_BASE_URL', 'HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'])
  delete process.env[name]
// It reads the certificates of the system again for each of its requests, and none is over TLS.
process.env['SSL_CERT_FILE'] = devNull

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'whole-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const [mismatch, wrong] = resultShapes.only('profile-mismatch-rejected', 'wrong-document-expired')
if (mismatch === undefined || wrong === undefined) throw new Error('the named results are shapes')

const everyFourth = resultShapes.all.filter((_shape, nth) => nth % 4 === 0)
const shapes = [
  ...sampled(resultShapes.all, everyFourth),
  resultShapes.with(mismatch, { reason: 'ANOTHER', id_document: 'NATIONAL_ID' }),
  resultShapes.with(wrong, { supplementary_document: 'BANK_STATEMENT' }),
  ...operationShapes.all,
]

const withoutDeprecated = (names: readonly string[]) => names.filter((name) => name !== 'applicant_profile')

/** Everything that an answer may have, by the paths that say so. */
const everythingOf = ({ operation }: ResultShape): string[] => {
  const schema = documentOperation(operation).success
  if (schema === undefined) return []
  if (itemsOf(schema) !== undefined) return ['[]']
  const names = withoutDeprecated(propertyNames(schema))
  const resources = propertyOf(schema, 'resources')
  if (resources === undefined) return names
  const lists = withoutDeprecated(propertyNames(resources)).map((name) => `resources.${name}`)
  return [...names.filter((name) => name !== 'resources'), ...lists]
}

const png = new Blob([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], { type: 'image/png' })

const bodyOf = ({ operation, sends }: ResultShape): RequestInit => {
  if (sends !== undefined) return { body: JSON.stringify(sends), headers: { 'Content-Type': 'application/json' } }
  if (!documentOperation(operation).uploads) return {}
  const body = new FormData()
  body.append('binary-content', png, 'face.png')
  return { body }
}

/** Calls the operation of a shape as openapi.yaml has it. */
const call = async (url: string, shape: ResultShape) => {
  const { method, path, signed } = documentOperation(shape.operation)
  const filled = path.replace(/\{(\w+)\}/g, (_braces, name: string) => shape.values[name] ?? '')
  const { headers, ...body } = bodyOf(shape)
  return fetch(`${url}${filled}${signed ? '?sdkId=a&nonce=b&timestamp=1700000000' : ''}`, {
    method,
    ...body,
    headers: { ...headers, ...(signed && { 'X-Yoti-Auth-Digest': 'c2lnbmVk' }) },
  })
}

test('every shape, read whole and with its parameters, is what the mock answers on any day', {
  timeout: 180_000,
}, async () => {
  const pact = yotiPact({ consumer: 'reads-everything', dir })
  for (const shape of shapes)
    await pact.expects(shape, { reads: everythingOf(shape), sends: shape.sends }, async ({ url }) => {
      const answer = await call(url, shape)
      expect(answer.status).toBe(shape.answers.maximum.status)
    })
  const [written] = await mergePacts(dir)
  expect(written?.interactions).toBeGreaterThan(shapes.length)
  await using server = await startServer({ signatures: 'off', clock: systemClock })
  await new Verifier({
    provider: 'yoti-idv-mock',
    providerBaseUrl: server.url,
    pactUrls: [written?.file ?? ''],
    providerStatesSetupUrl: `${server.url}/__mock/pact/provider-states`,
    logLevel: 'error',
  }).verifyProvider()
})
