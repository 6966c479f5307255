import type { Schema } from '../../server/openapi/schema.js'

export type Order = Schema<'CreateSession'>

const branch = { manual_check: 'IBV' as const }

export const applicant = {
  full_name: 'Ada Marie Lovelace',
  date_of_birth: '1985-12-10',
  structured_postal_address: {
    address_format: 1,
    building_number: '12',
    address_line1: '12 St James Square',
    town_city: 'London',
    postal_code: 'SW1Y 4JH',
    country_iso: 'GBR',
    country: 'United Kingdom',
  },
}

/** A hybrid in-branch order: the branch's three checks, authenticity and face match, text extraction. */
export const inBranchOrder = (changes: Partial<Order> = {}): Order => ({
  client_session_token_ttl: 1_209_600,
  resources_ttl: 1_814_400,
  user_tracking_id: 'customer-17',
  ibv_options: { support: 'MANDATORY' },
  requested_checks: [
    { type: 'IBV_VISUAL_REVIEW_CHECK', config: branch },
    { type: 'PROFILE_DOCUMENT_MATCH', config: branch },
    { type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', config: { ...branch, scheme: 'UK_GDS' } },
    { type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'FALLBACK' } },
    { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'FALLBACK' } },
  ],
  requested_tasks: [{ type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION', config: { manual_check: 'FALLBACK' } }],
  required_documents: [
    {
      type: 'ID_DOCUMENT',
      filter: {
        type: 'DOCUMENT_RESTRICTIONS',
        inclusion: 'INCLUDE',
        documents: [{ country_codes: ['GBR'], document_types: ['DRIVING_LICENCE'] }],
      },
    },
  ],
  resources: { applicant_profile: applicant },
  ...changes,
})

/** An order for a person at home, as the SDKs' examples have it. */
export const atHomeOrder = (changes: Partial<Order> = {}): Order => ({
  client_session_token_ttl: 600,
  resources_ttl: 90_000,
  user_tracking_id: 'at-home-1',
  requested_checks: [
    { type: 'ID_DOCUMENT_AUTHENTICITY', config: {} },
    { type: 'LIVENESS', config: { liveness_type: 'STATIC', max_retries: 1 } },
    { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'FALLBACK' } },
  ],
  requested_tasks: [{ type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION', config: { manual_check: 'ALWAYS' } }],
  required_documents: [{ type: 'ID_DOCUMENT' }],
  ...changes,
})
