// One in-branch verification, from the order to the decision, signed as production code signs it.
// With mock-yoti in this process:  node examples/in-branch.mjs [scenario]
// Yoti's Node SDK cannot place an in-branch order, so the requests are made with its RequestBuilder, which signs them.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { startMockYoti } from 'mock-yoti'
import yoti from 'yoti'

const sdkId = '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684'
const key = readFileSync(new URL('../keys/demo-private-key.pem', import.meta.url), 'utf8')

/** Your service: it orders verifications, gives out letters, and decides when Yoti says that there is a result. */
const createService = (apiUrl, webhookUrl) => {
  const send = async (method, path, body) => {
    const builder = new yoti.RequestBuilder()
      .withBaseUrl(apiUrl)
      .withEndpoint(path)
      .withQueryParam('sdkId', sdkId)
      .withPemString(key)
      .withMethod(method)
    if (body !== undefined) builder.withPayload(new yoti.Payload(body))
    const response = await builder.build().execute()
    return response.getParsedResponse() ?? response.getBody()
  }

  /** Creates the session and says which document the person takes to which Post Office. */
  const order = async (person) => {
    const inBranch = { manual_check: 'IBV' }
    const { session_id: sessionId } = await send('POST', '/sessions', {
      client_session_token_ttl: 14 * 86_400,
      resources_ttl: 21 * 86_400,
      ibv_options: { support: 'MANDATORY' },
      user_tracking_id: person.id,
      notifications: { endpoint: webhookUrl, topics: ['SESSION_COMPLETION'] },
      required_documents: [{ type: 'ID_DOCUMENT' }],
      requested_checks: [
        { type: 'IBV_VISUAL_REVIEW_CHECK', config: inBranch },
        { type: 'PROFILE_DOCUMENT_MATCH', config: inBranch },
        { type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', config: { ...inBranch, scheme: 'UK_GDS' } },
      ],
    })
    const { capture } = await send('GET', `/sessions/${sessionId}/configuration`)
    await send('PUT', `/sessions/${sessionId}/instructions`, {
      contact_profile: { first_name: person.firstName, last_name: person.lastName, email: person.email },
      documents: [
        {
          requirement_id: capture.required_resources[0].id,
          document: { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'PASSPORT' },
        },
      ],
      branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
    })
    return sessionId
  }

  /** Only a completed session in which every ordered check is done and approved is a pass. */
  const decide = async (sessionId) => {
    const { state, checks } = await send('GET', `/sessions/${sessionId}`)
    if (state === 'ONGOING') return 'pending'
    const ordered = ['IBV_VISUAL_REVIEW_CHECK', 'PROFILE_DOCUMENT_MATCH', 'DOCUMENT_SCHEME_VALIDITY_CHECK']
    const isApproved = (type) => checks.some((c) => c.type === type && c.report?.recommendation.value === 'APPROVE')
    return state === 'COMPLETED' && ordered.every(isApproved) ? 'pass' : 'fail'
  }

  return { order, decide }
}

// The test: the person goes to the branch, Yoti calls the service, the service decides.
const mock = await startMockYoti({ visits: 'manual', scenario: process.argv[2] ?? 'all-approve' })
const webhooks = createServer().listen(0, '127.0.0.1')
await once(webhooks, 'listening')
const service = createService(mock.apiUrl, `http://127.0.0.1:${webhooks.address().port}/yoti`)
const decision = new Promise((resolve) => {
  webhooks.on('request', async (request, response) => {
    const { session_id } = JSON.parse((await request.toArray()).join(''))
    response.end()
    resolve(await service.decide(session_id))
  })
})

const person = { id: 'customer-17', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' }
const sessionId = await service.order(person)
console.log('before the visit:', await service.decide(sessionId))
await mock.control.sessions.visit(sessionId)
console.log('after it:', await decision)

webhooks.close()
await mock.close()
