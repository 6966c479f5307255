// What bench/block.mjs sends and writes: each as large as it may be, or larger, and of the kind that costs most.
import { inBranch } from '../scripts/requests/orders.mjs'
import { stateCases } from './block-states.mjs'

export const megabyte = 999_000
const sessions = '/idverify/v1/sessions'
export const repeat = (text, bytes) => text.repeat(Math.floor(bytes / text.length))
const list = (item, bytes = megabyte) => `[${repeat(`${item},`, bytes - item.length - 2)}${item}]`
const long = (bytes = megabyte) => 'x'.repeat(bytes)
const keys = (bytes = megabyte) => {
  const names = Array.from({ length: Math.floor(bytes / 14) }, (_, at) => `"k${String(at).padStart(8, '0')}":1`)
  return `{${names.join()}}`
}
const post = (path, body, more) => ({ path, init: { method: 'POST', body, ...more } })
const put = (path, body, more) => ({ path, init: { method: 'PUT', body, ...more } })
const get = (path) => ({ path, init: {} })

const jwt = (claims) =>
  [{ alg: 'PS384' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
const token = (claims) =>
  post(
    '/v1/oauth/token',
    new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${jwt(claims)}.AAAA`,
    }),
  )

const order = { requested_checks: [{ type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'NEVER' } }] }
const ordered = (changes) => post(sessions, JSON.stringify({ ...order, ...changes }))

/** Each of a kind of body, for the operations that read one. */
const anyBodies = {
  'a list of empty objects': list('{}'),
  'a list of numbers': list('1'),
  'a list of half pairs': list('"\\ud83d"'),
  'a text with escapes': `{"a":"${repeat('\\u0041', megabyte)}"}`,
  keys: keys(),
  'lists in lists': list('[[[[[[]]]]]]'),
}

const formOf = (parts) =>
  `${Array.from({ length: parts }, (_, at) => `--B\r\nContent-Disposition: form-data; name="p${at}"\r\n\r\nx\r\n`).join('')}--B--\r\n`
const multipart = { headers: { 'Content-Type': 'multipart/form-data; boundary=B' } }

/** An order that is as large as its document lets it be. */
const largestOrder = () => {
  const codes = Array.from({ length: 300 }, () => 'GBR')
  const types = Array.from({ length: 200 }, () => 'PASSPORT')
  const filter = {
    type: 'DOCUMENT_RESTRICTIONS',
    inclusion: 'INCLUDE',
    documents: Array.from({ length: 10 }, () => ({ country_codes: codes, document_types: types })),
  }
  return { ...inBranch(), required_documents: Array.from({ length: 20 }, () => ({ type: 'ID_DOCUMENT', filter })) }
}

/**
 * Requests by what they are.
 * @param prepared ids of a session in a branch, of its requirement, and of the largest session
 */
export const requestCases = ({ branch, requirementId, largest, face }) => {
  const cases = {
    'requested_checks: [1,1,…]': post(sessions, `{"requested_checks":${list('1')}}`),
    'requested_checks: [{},{},…]': post(sessions, `{"requested_checks":${list('{}')}}`),
    'a tracking id': ordered({ user_tracking_id: `scenario:${long()}` }),
    'a tracking id with commas': ordered({ user_tracking_id: `scenario:${repeat('a:b,', megabyte)}` }),
    '1,000 documents': ordered({ required_documents: Array(1000).fill({ type: 'ID_DOCUMENT' }) }),
    'the largest order': post(sessions, JSON.stringify(largestOrder())),
    'an unknown country': ordered({
      required_documents: [
        {
          type: 'ID_DOCUMENT',
          filter: {
            type: 'ORTHOGONAL_RESTRICTIONS',
            country_restriction: { inclusion: 'INCLUDE', country_codes: Array(300).fill(long(3000)) },
          },
        },
      ],
    }),
    'unknown document types': ordered({
      required_documents: [
        {
          type: 'ID_DOCUMENT',
          filter: {
            type: 'ORTHOGONAL_RESTRICTIONS',
            type_restriction: { inclusion: 'INCLUDE', document_types: Array(200).fill(long(4000)) },
          },
        },
      ],
    }),
    'an applicant with a long name': ordered({
      resources: { applicant_profile: { full_name: repeat('Ab ', megabyte) } },
    }),
    'an applicant of many keys': post(sessions, `{"resources":{"applicant_profile":${keys()}}}`),
    'an address of many keys': post(
      sessions,
      `{"resources":{"applicant_profile":{"structured_postal_address":${keys()}}}}`,
    ),
    'a date of birth': ordered({ resources: { applicant_profile: { date_of_birth: repeat('1', megabyte) } } }),
    'a deadline': ordered({ session_deadline: `2026-03-20T22:00:00.${repeat('1', megabyte)}Z` }),
    'a deadline of letters': ordered({ session_deadline: long() }),
    'sdk_config of many keys': post(sessions, `{"sdk_config":${keys()}}`),
    'an endpoint': ordered({
      notifications: { endpoint: `https://${repeat('a.', megabyte)}x/`, topics: ['SESSION_COMPLETION'] },
    }),
    'an endpoint with a long path': ordered({
      notifications: { endpoint: `https://a.example/${repeat('%41/', megabyte)}` },
    }),
    'a token of notifications': ordered({ notifications: { endpoint: 'https://a.example/', auth_token: long() } }),
    topics: ordered({ notifications: { endpoint: 'https://a.example/', topics: Array(50).fill(long(19_000)) } }),
    'a subject': ordered({ subject: { subject_id: long() } }),
    'a scheme': post(
      sessions,
      JSON.stringify({ identity_profile_requirements: { trust_framework: long(), scheme: { type: 'RTW' } } }),
    ),
    'a session with a megabyte in it, read': get(`${sessions}/${largest}`),
    'its configuration': get(`${sessions}/${largest}/configuration`),
    'its instructions': get(`${sessions}/${largest}/instructions`),
    'it, inspected': get(`/__mock/sessions/${largest}`),
    '10 MB of [': post(sessions, '['.repeat(9_800_000)),
    '10 MB of text': post(sessions, `"${long(9_800_000)}"`),
    'an audience of slashes': token({ iss: 'sdk:x', sub: 'sdk:x', aud: `${'/'.repeat(30_000)}x` }),
    'an assertion': token({ iss: 'sdk:x', sub: 'sdk:x', aud: long(600_000), jti: long(100_000) }),
    'a form of ampersands': post('/v1/oauth/token', repeat('&', megabyte), {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }),
    'a form of names': post('/v1/oauth/token', repeat('a=1&', megabyte), {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }),
    '7,000 parameters, a wrong digest and 199 kB': post(
      `${sessions}?${repeat('&a', 14_000)}`,
      `{"a":"${long(199_000)}"}`,
      {
        headers: { 'X-Yoti-Auth-Digest': 'AAAA' },
      },
    ),
    'the demo application, a wrong digest and a megabyte': post(
      `${sessions}?sdkId=3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684&nonce=1&timestamp=1`,
      `{"a":"${long()}"}`,
      { headers: { 'X-Yoti-Auth-Digest': 'AAAA' } },
    ),
    'the demo application, a wrong digest, many keys': post(
      `${sessions}?sdkId=3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684&nonce=1&timestamp=1`,
      keys(),
      { headers: { 'X-Yoti-Auth-Digest': 'AAAA' } },
    ),
    'an upload of many parts': post(sessions, formOf(15_000), multipart),
    'an upload of dashes': post(sessions, repeat('\r\n--', megabyte), multipart),
    'an upload of headers': post(sessions, `--B\r\n${repeat('a: b\r\n', megabyte)}\r\n`, multipart),
    'a face of 10 MB': put(`${sessions}/${branch}/resources/face-capture/${face}/image`, long(9_800_000), {
      headers: { 'Content-Type': 'image/png' },
    }),
    'a search': post('/idverify/v1/lookup/uk-post-office', JSON.stringify({ search_string: long() })),
    'a search of words': post(
      '/idverify/v1/lookup/uk-post-office',
      JSON.stringify({ search_string: repeat('SW1 ', megabyte) }),
    ),
    'a search of blanks': post(
      '/idverify/v1/lookup/uk-post-office',
      JSON.stringify({ search_string: ' '.repeat(megabyte) }),
    ),
    'instructions with a long name': put(
      `${sessions}/${branch}/instructions`,
      JSON.stringify({
        contact_profile: { first_name: long(), last_name: 'x', email: 'a@b.example' },
        documents: [
          {
            requirement_id: requirementId,
            document: { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'PASSPORT' },
          },
        ],
        branch: { type: 'UK_POST_OFFICE', fad_code: '1234567', name: 'a', address: 'b', post_code: 'c' },
      }),
    ),
    'instructions for a long branch': put(
      `${sessions}/${branch}/instructions`,
      JSON.stringify({
        contact_profile: { first_name: 'x', last_name: 'x', email: 'a@b.example' },
        documents: [
          {
            requirement_id: requirementId,
            document: { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'PASSPORT' },
          },
        ],
        branch: {
          type: 'UK_POST_OFFICE',
          fad_code: '1234567',
          name: repeat('Ab ', 300_000),
          address: repeat('Ab ', 600_000),
          post_code: 'c',
        },
      }),
    ),
    'their letter': get(`${sessions}/${branch}/instructions/pdf`),
    'their email': post(`${sessions}/${branch}/instructions/email`, ''),
    'a sandbox response of many reports': put(
      `/sandbox/idverify/v1/sessions/${branch}/response-config`,
      JSON.stringify({
        check_reports: {
          LIVENESS: Array(100).fill({
            result: { report: { breakdown: Array(100).fill({ sub_check: 'x', result: 'PASS', details: [] }) } },
          }),
        },
      }),
    ),
    'sandbox reports that are wrong': put(
      `/sandbox/idverify/v1/sessions/${branch}/response-config`,
      `{"check_reports":{"LIVENESS":${list('{"result":1}')}}}`,
    ),
    'sandbox fields of many keys': put(
      `/sandbox/idverify/v1/sessions/${branch}/response-config`,
      `{"task_results":{"ID_DOCUMENT_TEXT_DATA_EXTRACTION":[{"result":{"document_fields":${keys()}}}]}}`,
    ),
    'an agent of many documents': post(
      '/sandbox/idverify/v1/agent',
      `{"session_id":"x","client_session_token":"y","resources":{"id_documents":${list('{}')}}}`,
    ),
    'a key of an application': put(
      '/__mock/applications/a',
      JSON.stringify({ publicKey: `-----BEGIN PUBLIC KEY-----\n${long()}\n-----END PUBLIC KEY-----` }),
    ),
    'keys of an application': put('/__mock/applications/a', `{"publicKeys":${list('"-----BEGIN PUBLIC KEY-----"')}}`),
    'a fault with headers': post(
      '/__mock/faults',
      `{"status":500,"times":1,"operation":"getSupportedDocuments","headers":${keys().replaceAll(':1', ':"1"')}}`,
    ),
    'a fault with a body': post(
      '/__mock/faults',
      `{"status":500,"times":1,"operation":"getSupportedDocuments","body":${list('{}')}}`,
    ),
    'the answer of faults': get('/idverify/v1/supported-documents'),
    'the list of faults': get('/__mock/faults'),
    'no more faults': { path: '/__mock/faults', init: { method: 'DELETE' } },
    'an expectation': post('/__mock/requests/verify', `{"body":${list('{}')}}`),
    'an expectation of headers': post('/__mock/requests/verify', `{"headers":${keys().replaceAll(':1', ':"1"')}}`),
    'an expectation of keys': post('/__mock/requests/verify', `{"body":${keys()}}`),
    'an expectation of a long text': post(
      '/__mock/requests/verify',
      JSON.stringify({ method: 'POST', body: { a: long() }, operation: 'createSession' }),
    ),
    'an unknown operation': post('/__mock/requests/verify', JSON.stringify({ operation: long() })),
    'an unknown scenario': post('/__mock/next-session', JSON.stringify({ scenario: long() })),
    'a provider state': post('/__mock/pact/provider-states', JSON.stringify({ state: long(), params: {} })),
    'a provider state of brackets': post(
      '/__mock/pact/provider-states',
      JSON.stringify({ state: `a session has the result ${repeat('(a: b, ', megabyte - 200)}` }),
    ),
    'a provider state of parameters': post(
      '/__mock/pact/provider-states',
      `{"state":"a session has the result","params":${keys()}}`,
    ),
    'a message': post('/__mock/pact/messages', JSON.stringify({ description: long() })),
    'defaults of many keys': put('/__mock/defaults', keys()),
    'a clock': put('/__mock/clock', JSON.stringify({ now: `2026-01-01T00:00:00.${repeat('1', megabyte)}Z` })),
    'a step of the clock': post('/__mock/clock/advance', JSON.stringify({ by: `P${repeat('1', megabyte)}D` })),
    'a visit': post(`/__mock/sessions/${branch}/visit`, JSON.stringify({ step: long() })),
    'a change of scenario': put(`/__mock/sessions/${branch}/scenario`, JSON.stringify({ scenario: long() })),
    ...stateCases({ list, put, megabyte }),
    'a notification': post('/__mock/notifications', JSON.stringify({ sessionId: branch, topic: long() })),
  }
  const surfaces = {
    sessions,
    instructions: `${sessions}/${branch}/instructions`,
    faults: '/__mock/faults',
    applications: '/__mock/applications/a',
  }
  for (const [surface, path] of Object.entries(surfaces))
    for (const [kind, body] of Object.entries(anyBodies))
      cases[`${kind} for ${surface}`] = (surface === 'instructions' || surface === 'applications' ? put : post)(
        path,
        body,
      )
  return cases
}

/** What is read when the server keeps as much as it may. */
export const readCases = {
  'every scenario': get('/__mock/scenarios'),
  'every scenario with every document': get('/__mock/scenarios?documents=true'),
  'every shape': get('/__mock/shapes'),
  'every shape with examples': get('/__mock/shapes?examples=true'),
  'every request': get('/__mock/requests'),
  'every failed request': get('/__mock/requests?status=400'),
  'every request of one operation': get('/__mock/requests?operation=createSession'),
  'a count of requests': post('/__mock/requests/verify', JSON.stringify({ operation: 'getSession', atLeast: 1 })),
  'a count of bodies': post('/__mock/requests/verify', JSON.stringify({ body: { requested_checks: [{ type: 'X' }] } })),
  'every session': get('/__mock/sessions?limit=1000'),
  'sessions of a stage': get('/__mock/sessions?stage=completed'),
  'every notification': get('/__mock/notifications'),
  'every application': get('/__mock/applications'),
  'the Yoti document': get('/openapi.json'),
  'the control document': get('/__mock/openapi.json'),
  'the Yoti document as YAML': get('/openapi.yaml'),
  'the supported documents': get('/idverify/v1/supported-documents'),
  reset: { path: '/__mock/reset', init: { method: 'POST' } },
}
