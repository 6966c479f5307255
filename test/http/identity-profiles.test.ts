import { expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { expectDocumented, readSession } from '../support/answers.js'
import { atHomeOrder, type Order } from '../support/orders.js'
import { openTarget } from '../support/server.js'

/** A session that waits for its visit; under MOCK_YOTI_URL it happens when the test says so, too. */
const open = async (order: Order) => {
  const target = await openTarget()
  const created = await fetch(`${target.apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(order) })
  expect(created.status).toBe(201)
  const id = ((await created.json()) as Schema<'CreatedSession'>).session_id
  const path = `${target.apiUrl}/sessions/${id}`
  return {
    configuration: async () => {
      const body = (await (await fetch(`${path}/configuration`)).json()) as Schema<'SessionConfiguration'>
      expectDocumented('yoti', 'getSessionConfiguration', 200, body)
      return body
    },
    visit: async () => {
      await target.control.sessions.visit(id)
      return readSession(target.apiUrl, id)
    },
    media: async (mediaId = '') => {
      const answer = await fetch(`${path}/media/${mediaId}/content`)
      return { type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) }
    },
    [Symbol.asyncDispose]: target.close,
  }
}

const rightToWork = { trust_framework: 'UK_TFIDA', scheme: { type: 'RTW' } }

/** As Go sends it: no list of checks at all. The others send empty ones. */
const profileOrder = (changes: Partial<Order> = {}): Order => ({
  client_session_token_ttl: 600,
  resources_ttl: 90_000,
  identity_profile_requirements: rightToWork,
  subject: { subject_id: 'employee-9' },
  ...changes,
})

test('an identity profile brings the document and the checks that it needs', async () => {
  await using session = await open(profileOrder({ requested_checks: [], required_documents: [] }))
  const { requested_checks, capture } = await session.configuration()
  expect(requested_checks).toEqual([
    'ID_DOCUMENT_AUTHENTICITY',
    'LIVENESS',
    'ID_DOCUMENT_FACE_MATCH',
    'THIRD_PARTY_IDENTITY_FRAUD_1',
  ])
  expect(capture.required_resources.map(({ type }) => type)).toEqual(['ID_DOCUMENT', 'LIVENESS'])
})

test('a person who passes meets the scheme that was asked for', async () => {
  await using session = await open(profileOrder({ create_identity_profile_preview: true }))
  const { identity_profile, identity_profile_preview } = await session.visit()
  expect(identity_profile).toEqual({
    subject_id: 'employee-9',
    result: 'DONE',
    identity_profile_report: {
      trust_framework: 'UK_TFIDA',
      schemes_compliance: [{ scheme: { type: 'RTW' }, requirements_met: true }],
      media: expect.objectContaining({ type: 'JSON' }),
    },
  })
  const { type, bytes } = await session.media(identity_profile?.identity_profile_report?.media.id)
  expect(type).toBe('application/json')
  expect(JSON.parse(bytes.toString())).toMatchObject({
    identity_assertion: { current_name: { full_name: expect.any(String) } },
    verification_report: { subject_id: 'employee-9', trust_framework: 'UK_TFIDA' },
  })
  expect((await session.media(identity_profile_preview?.media.id)).bytes).toEqual(bytes)
})

test('an advanced profile answers every scheme under its label; a share code is verified where one is asked for', async () => {
  const schemes = [
    { type: 'RTW', label: 'LB321' },
    { type: 'GBR_RTW_SHARECODE', label: 'LB322', config: { filter: { type: 'DOCUMENT_RESTRICTIONS' as const } } },
  ]
  await using session = await open({
    advanced_identity_profile_requirements: { profiles: [{ trust_framework: 'UK_TFIDA', schemes }] },
  })
  const { advanced_identity_profile, identity_profile, resources } = await session.visit()
  expect(identity_profile).toBeUndefined()
  expect(advanced_identity_profile?.identity_profile_report?.compliance).toEqual([
    {
      trust_framework: 'UK_TFIDA',
      schemes_compliance: [
        { scheme: { type: 'RTW', label: 'LB321' }, requirements_met: true },
        { scheme: { type: 'GBR_RTW_SHARECODE', label: 'LB322' }, requirements_met: true },
      ],
    },
  ])
  const [code] = resources.share_codes ?? []
  expect(code?.tasks).toMatchObject([{ type: 'VERIFY_SHARE_CODE_TASK', state: 'DONE' }])
  const references = [code?.lookup_profile, code?.returned_profile, code?.id_photo, code?.file]
  const media = await Promise.all(references.map((reference) => session.media(reference?.media.id)))
  expect(media.map(({ type }) => type?.split('/')[0])).toEqual(['application', 'application', 'image', 'application'])
  expect(media[3]?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('an import token comes with the completed session that asked for it', async () => {
  await using session = await open(atHomeOrder({ import_token: { ttl: 2_592_000 } }))
  const { import_token } = await session.visit()
  expect((await session.media(import_token?.media?.id)).type).toBe('application/json')
})

test('the person at home consents to the use of their face, unless the order blocks it', async () => {
  await using session = await open(atHomeOrder())
  expect((await session.configuration()).capture.biometric_consent).toBe('REQUIRED')
  expect((await session.visit()).biometric_consent).toMatch(/^\d{4}-.*\.\d{3}Z$/)
  expect((await session.configuration()).capture.biometric_consent).toBe('CAPTURED')
  await using blocked = await open(atHomeOrder({ block_biometric_consent: true }))
  expect((await blocked.configuration()).capture.biometric_consent).toBe('NOT_REQUIRED')
  expect(await blocked.visit()).not.toHaveProperty('biometric_consent')
})

test('the configuration shows the sdk_config that was sent, over Yoti’s defaults, without nulls', async () => {
  const sdk_config = {
    allowed_capture_methods: 'camera_and_upload',
    primary_colour: '#2d9fff',
    dark_mode: 'AUTO' as const,
    locale: null,
    suppressed_screens: ['FLOW_COMPLETION'],
    attempts_configuration: { ID_DOCUMENT_TEXT_DATA_EXTRACTION: { GENERIC: 5 } },
  }
  await using session = await open(atHomeOrder({ sdk_config }))
  const { sdk_config: shown, capture } = await session.configuration()
  const { locale: _, ...sent } = sdk_config
  expect(shown).toEqual({ ...sent, locale: 'en-GB', hide_logo: false, allow_handoff: false })
  expect(capture.required_resources[0]).toMatchObject({
    allowed_capture_methods: 'CAMERA_AND_UPLOAD',
    attempts_remaining: { RECLASSIFICATION: 2, GENERIC: 5 },
  })
})

const passport = { document_type: 'PASSPORT', document_country_iso_code: 'GBR' }

test.each([
  ['IDENTITY_CHECK_FAILED', { failure_type: 'IDENTITY_CHECK' }],
  ['FACE_MATCH_HIGHER_THRESHOLD_VERIFICATION_FAILED', { failure_type: 'ID_DOCUMENT_FACE_MATCH', ...passport }],
])('a profile fails with %s although every check approves', async (code, failure) => {
  const target = await openTarget()
  const { checks, identity_profile } = await readSession(target.apiUrl, `identity-profile-fails-with:${code}`)
  await target.close()
  expect(new Set(checks.map(({ report }) => report?.recommendation.value))).toEqual(new Set(['APPROVE']))
  expect(identity_profile?.failure_reason).toEqual({
    reason_code: code,
    requirements_not_met_details: [
      { document_type: '', document_country_iso_code: '', ...failure, audit_id: expect.any(String), details: code },
    ],
  })
})
