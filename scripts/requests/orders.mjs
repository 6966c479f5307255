// Bodies that relying businesses send.

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

const branch = { manual_check: 'IBV' }
const extraction = { type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION', config: { manual_check: 'FALLBACK' } }

export const inBranch = (changes = {}) => ({
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
  requested_tasks: [extraction],
  required_documents: [
    {
      type: 'ID_DOCUMENT',
      filter: {
        type: 'DOCUMENT_RESTRICTIONS',
        inclusion: 'INCLUDE',
        documents: [{ country_codes: ['GBR'], document_types: ['DRIVING_LICENCE', 'PASSPORT'] }],
      },
    },
  ],
  resources: { applicant_profile: applicant },
  ...changes,
})

export const atHome = (changes = {}) => ({
  client_session_token_ttl: 600,
  resources_ttl: 90_000,
  user_tracking_id: 'at-home-1',
  requested_checks: [
    { type: 'ID_DOCUMENT_AUTHENTICITY', config: {} },
    { type: 'LIVENESS', config: { liveness_type: 'STATIC', max_retries: 1 } },
    { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'FALLBACK' } },
  ],
  requested_tasks: [extraction],
  required_documents: [{ type: 'ID_DOCUMENT' }],
  ...changes,
})

const proofOfAddress = {
  type: 'SUPPLEMENTARY_DOCUMENT',
  objective: { type: 'PROOF_OF_ADDRESS' },
  document_types: ['UTILITY_BILL'],
  country_codes: ['GBR'],
}

/** Two documents, a supplied face, every check that a person at home can be asked for. */
export const everything = () =>
  atHome({
    session_deadline: '2026-03-20T22:00:00.123456789+01:00',
    client_session_token_ttl: undefined,
    resources_ttl: 2_419_200,
    requested_checks: [
      { type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'NEVER', issuing_authority_sub_check: {} } },
      { type: 'LIVENESS', config: { liveness_type: 'ZOOM', max_retries: 3 } },
      { type: 'ID_DOCUMENT_COMPARISON' },
      { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'ALWAYS' } },
      { type: 'FACE_COMPARISON', config: { manual_check: 'NEVER' } },
      { type: 'THIRD_PARTY_IDENTITY' },
      { type: 'WATCHLIST_SCREENING', config: { categories: ['ADVERSE-MEDIA', 'SANCTIONS'] } },
      {
        type: 'WATCHLIST_ADVANCED_CA',
        config: {
          type: 'WITH_YOTI_ACCOUNT',
          remove_deceased: true,
          share_url: true,
          sources: { type: 'PROFILE', search_profile: 'c4a1' },
          matching_strategy: { type: 'FUZZY', fuzziness: 0.6 },
        },
      },
    ],
    requested_tasks: [
      { ...extraction, config: { ...extraction.config, create_expanded_document_fields: true, chip_data: 'DESIRED' } },
      { type: 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION', config: { manual_check: 'NEVER' } },
    ],
    required_documents: [{ type: 'ID_DOCUMENT' }, { type: 'ID_DOCUMENT' }, proofOfAddress],
    sdk_config: {
      allowed_capture_methods: 'CAMERA',
      primary_colour: '#2d9fff',
      locale: 'en-GB',
      preset_issuing_country: 'GBR',
      success_url: 'https://business.example/passed?order=7',
      error_url: 'https://business.example/failed',
      attempts_configuration: { ID_DOCUMENT_TEXT_DATA_EXTRACTION: { RECLASSIFICATION: 1, GENERIC: 3 } },
      suppressed_screens: ['ID_DOCUMENT_EDUCATION', 'FLOW_COMPLETION'],
    },
    subject: { subject_id: 'subject-1' },
    import_token: { ttl: 2_592_000 },
    resources: { applicant_profile: applicant },
  })

export const identityProfile = () => ({
  identity_profile_requirements: { trust_framework: 'UK_TFIDA', scheme: { type: 'RTW' } },
  resources: { applicant_profile: applicant },
})

/** What a configuration requires, as instructions that promise it. */
export const instructionsFor = (configuration) => ({
  contact_profile: { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' },
  documents: (configuration.capture?.required_resources ?? []).flatMap(({ id, type }) =>
    type === 'ID_DOCUMENT'
      ? [{ requirement_id: id, document: { type, country_code: 'GBR', document_type: 'PASSPORT' } }]
      : [],
  ),
  branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
})

/** One part of a multipart body, byte for byte as an SDK writes it. */
export const upload = (image, type = 'image/png') => {
  const head = `Content-Disposition: form-data; name="binary-content"; filename="face-capture-image"\r\nContent-Type: ${type}`
  return {
    headers: { 'Content-Type': 'multipart/form-data; boundary=yoti-doc-scan-boundary' },
    body: Buffer.concat([
      Buffer.from(`--yoti-doc-scan-boundary\r\n${head}\r\n\r\n`),
      image,
      Buffer.from('\r\n--yoti-doc-scan-boundary--\r\n'),
    ]),
  }
}

export const png = (text) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(text)])
