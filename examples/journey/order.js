const inBranch = { manual_check: 'IBV' }

/** What a service orders: a passport shown in a branch, a face, and callbacks about the visit. */
export const orderFor = (endpoint) => ({
  client_session_token_ttl: 14 * 86_400,
  resources_ttl: 21 * 86_400,
  user_tracking_id: 'customer-17',
  ibv_options: { support: 'MANDATORY' },
  notifications: { endpoint, topics: ['FIRST_BRANCH_VISIT', 'THANK_YOU_EMAIL_REQUESTED', 'SESSION_COMPLETION'] },
  requested_checks: [
    { type: 'IBV_VISUAL_REVIEW_CHECK', config: inBranch },
    { type: 'PROFILE_DOCUMENT_MATCH', config: inBranch },
    { type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', config: { ...inBranch, scheme: 'UK_GDS' } },
    { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'FALLBACK' } },
  ],
  required_documents: [{ type: 'ID_DOCUMENT' }],
})
