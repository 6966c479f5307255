// How the example service decides.

/** The checks that it orders: each must be done and approved. */
export const orderedChecks = [
  'IBV_VISUAL_REVIEW_CHECK',
  'PROFILE_DOCUMENT_MATCH',
  'DOCUMENT_SCHEME_VALIDITY_CHECK',
  'ID_DOCUMENT_AUTHENTICITY',
]

const recommendationOf = (check) => check.report?.recommendation?.value

/** @returns `verified`, `rejected`, or `waiting` while there is no result that it understands */
export const decide = (session) => {
  const checks = session.checks ?? []
  if (session.state === 'EXPIRED') return 'rejected'
  if (session.state !== 'COMPLETED') return 'waiting'
  if (checks.some((check) => recommendationOf(check) === 'REJECT')) return 'rejected'
  const isApproved = (type) => {
    const ofType = checks.filter((check) => check.type === type)
    return ofType.length > 0 && ofType.every((c) => c.state === 'DONE' && recommendationOf(c) === 'APPROVE')
  }
  return orderedChecks.every(isApproved) ? 'verified' : 'rejected'
}

/** The media id of the fields that the authenticity check looked at; undefined when there are none. */
export const fieldsOf = (session) => {
  const used = (session.checks ?? [])
    .filter((check) => check.type === 'ID_DOCUMENT_AUTHENTICITY')
    .flatMap((check) => check.resources_used)
  return (session.resources?.id_documents ?? []).find(
    (document) => used.includes(document.id) && document.document_fields,
  )?.document_fields.media?.id
}
