import { applicant } from './orders.js'

// What the builders of each SDK can put into POST /sessions, in their words and with their oddities.

const britishPassport = { country_codes: ['GBR'], document_types: ['PASSPORT'] }

const orthogonal = {
  type: 'ORTHOGONAL_RESTRICTIONS',
  country_restriction: { inclusion: 'WHITELIST', country_codes: ['GBR'] },
  type_restriction: { inclusion: 'WHITELIST', document_types: ['PASSPORT'] },
}

const documents = { type: 'DOCUMENT_RESTRICTIONS', inclusion: 'WHITELIST', documents: [britishPassport] }

const notifications = {
  auth_token: 'dXNlcjpwYXNz',
  auth_type: 'BASIC',
  endpoint: 'https://business.example/yoti?from=idv&for=tests',
  topics: ['RESOURCE_UPDATE', 'TASK_COMPLETION', 'CHECK_COMPLETION', 'SESSION_COMPLETION'],
}

const look = {
  allowed_capture_methods: 'CAMERA',
  primary_colour: '#2d9fff',
  secondary_colour: '#ffffff',
  font_colour: '#000000',
  locale: 'en-GB',
  preset_issuing_country: 'GBR',
  success_url: 'https://business.example/passed',
  error_url: 'https://business.example/failed',
}

const newerLook = {
  privacy_policy_url: 'https://business.example/privacy',
  allow_handoff: true,
  attempts_configuration: { ID_DOCUMENT_TEXT_DATA_EXTRACTION: { RECLASSIFICATION: 1, GENERIC: 3 } },
  brand_id: 'brand-7',
  biometric_consent_flow: 'EARLY',
}

const darkLook = { primary_colour_dark_mode: '#0d5fbf', dark_mode: 'AUTO' }
const screens = { suppressed_screens: ['ID_DOCUMENT_EDUCATION', 'FLOW_COMPLETION'] }

const atHomeChecks = [
  { type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'FALLBACK' } },
  { type: 'LIVENESS', config: { liveness_type: 'ZOOM', max_retries: 1 } },
  { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'NEVER' } },
]
const comparison = { type: 'FACE_COMPARISON', config: { manual_check: 'NEVER' } }
const extraction = { type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION', config: { manual_check: 'FALLBACK' } }
const expanded = { ...extraction, config: { ...extraction.config, create_expanded_document_fields: true } }
const proofOfAddress = {
  type: 'SUPPLEMENTARY_DOCUMENT',
  objective: { type: 'PROOF_OF_ADDRESS' },
  document_types: ['UTILITY_BILL'],
  country_codes: ['GBR'],
}
const fuzzy = {
  type: 'WITH_YOTI_ACCOUNT',
  remove_deceased: true,
  share_url: true,
  sources: { type: 'PROFILE', search_profile: 'c4a1' },
  matching_strategy: { type: 'FUZZY', fuzziness: 0.6 },
}

export const javaOrder: object = {
  session_deadline: '2026-03-20T22:00:00.123456789+01:00',
  resources_ttl: 2_419_200,
  user_tracking_id: 'java-1',
  notifications: { ...notifications, topics: [...notifications.topics, 'NEW_PDF_SUPPLIED', 'FIRST_BRANCH_VISIT'] },
  requested_checks: [
    {
      type: 'ID_DOCUMENT_AUTHENTICITY',
      config: { manual_check: 'FALLBACK', issuing_authority_sub_check: { requested: true, filter: orthogonal } },
    },
    { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'ALWAYS' } },
    { type: 'IBV_VISUAL_REVIEW_CHECK', config: { manual_check: 'IBV' } },
    { type: 'PROFILE_DOCUMENT_MATCH', config: { manual_check: 'IBV' } },
    { type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', config: { manual_check: 'IBV', scheme: 'UK_DBS' } },
    { type: 'WATCHLIST_ADVANCED_CA' },
  ],
  requested_tasks: [{ ...expanded, config: { ...expanded.config, chip_data: 'DESIRED' } }],
  sdk_config: { ...look, ...newerLook, ...darkLook, ...screens },
  required_documents: [{ type: 'ID_DOCUMENT', filter: documents }, proofOfAddress],
  block_biometric_consent: true,
  ibv_options: {
    support: 'MANDATORY',
    guidance_url: 'https://business.example/branch',
    user_price: { amount: '15.00', currency: 'GBP' },
  },
  subject: { subject_id: 'subject-1' },
  create_identity_profile_preview: false,
  import_token: { ttl: 2_592_000 },
  resources: { applicant_profile: applicant },
}

export const phpOrder: object = {
  session_deadline: '2026-03-20T22:00:00.678+01:00',
  resources_ttl: 2_419_200,
  user_tracking_id: 'Zoë / php-1',
  notifications,
  requested_checks: [
    { type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'NEVER', issuing_authority_sub_check: {} } },
    { type: 'LIVENESS', config: { liveness_type: 'STATIC', max_retries: 3 } },
    { type: 'ID_DOCUMENT_COMPARISON' },
    { type: 'THIRD_PARTY_IDENTITY' },
    { type: 'WATCHLIST_ADVANCED_CA', config: { ...fuzzy, type: 'WITH_CUSTOM_ACCOUNT', tags: {}, monitoring: true } },
    comparison,
  ],
  requested_tasks: [expanded],
  sdk_config: { ...look, ...newerLook, ...darkLook, ...screens },
  required_documents: [{ type: 'ID_DOCUMENT', filter: orthogonal }, proofOfAddress],
  ibv_options: { support: 'NOT_ALLOWED', guidance_url: 'https://business.example/branch' },
  create_identity_profile_preview: false,
}

/** Go leaves empty lists out and writes null for categories that nobody chose. */
export const goOrder: object = {
  client_session_token_ttl: 600,
  resources_ttl: 90_000,
  user_tracking_id: '<go> & 1',
  notifications: {
    auth_token: notifications.auth_token,
    endpoint: notifications.endpoint,
    topics: notifications.topics,
  },
  requested_checks: [
    ...atHomeChecks.slice(0, 1),
    { type: 'LIVENESS', config: { liveness_type: 'STATIC', manual_check: 'NEVER' } },
    comparison,
    { type: 'WATCHLIST_SCREENING', config: { categories: null } },
  ],
  requested_tasks: [expanded],
  sdk_config: { ...look, ...newerLook, ...darkLook },
  required_documents: [{ type: 'ID_DOCUMENT', filter: { ...documents, allow_expired_documents: true } }],
  import_token: { ttl: 31_536_000 },
  ephemeral_media: true,
}

export const pythonOrder: object = {
  session_deadline: '2026-03-05T12:00:00+00:00',
  resources_ttl: 604_800,
  user_tracking_id: 'Zoë python-1',
  notifications,
  requested_checks: [
    ...atHomeChecks,
    { type: 'WATCHLIST_SCREENING', config: { manual_check: 'NEVER', categories: ['ADVERSE-MEDIA', 'SANCTIONS'] } },
  ],
  requested_tasks: [extraction],
  sdk_config: { ...look, brand_id: 'brand-7', ...screens },
  required_documents: [{ type: 'ID_DOCUMENT', filter: orthogonal }, proofOfAddress],
  block_biometric_consent: false,
}

export const rubyOrder: object = {
  client_session_token_ttl: 600,
  resources_ttl: 90_000,
  user_tracking_id: 'ruby-1',
  notifications: { endpoint: notifications.endpoint, topics: notifications.topics, auth_token: 'user:pass' },
  requested_checks: [...atHomeChecks, { type: 'ID_DOCUMENT_COMPARISON', config: {} }],
  requested_tasks: [extraction],
  sdk_config: look,
  required_documents: [{ type: 'ID_DOCUMENT', filter: documents }, proofOfAddress],
}

/** .NET always writes the two switches of a filter, and says NEVER where nobody chose. */
export const dotNetOrder: object = {
  session_deadline: '2026-03-05T12:00:00.1234567+00:00',
  resources_ttl: 604_800,
  user_tracking_id: 'dotnet-1',
  notifications,
  requested_checks: [
    { type: 'ID_DOCUMENT_AUTHENTICITY', config: {} },
    { type: 'LIVENESS', config: { liveness_type: 'ZOOM', max_retries: 1, manual_check: 'NEVER' } },
    comparison,
    { type: 'WATCHLIST_ADVANCED_CA', config: { ...fuzzy, matching_strategy: { type: 'EXACT', exact_match: true } } },
  ],
  requested_tasks: [expanded],
  sdk_config: { ...look, privacy_policy_url: newerLook.privacy_policy_url, allow_handoff: false },
  required_documents: [
    {
      type: 'ID_DOCUMENT',
      filter: { ...orthogonal, allow_expired_documents: false, allow_non_latin_documents: false },
    },
  ],
  create_identity_profile_preview: false,
}
