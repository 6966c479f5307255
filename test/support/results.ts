/** The five results and how each ends, as a relying business sees them. */
export const results: readonly string[] = [
  'all-approve',
  'missing-document',
  'profile-mismatch',
  'wrong-document',
  'invalid-document',
]
export const refusals: readonly string[] = results.slice(1)

type Found = { type: string; recommendation: string; reason?: string }

/** Every scenario's checks, in order: what each found about which kind of document. */
const six = (rejected: (type: string, index: number) => boolean): Found[] =>
  ['IBV_VISUAL_REVIEW_CHECK', 'DOCUMENT_SCHEME_VALIDITY_CHECK', 'PROFILE_DOCUMENT_MATCH'].flatMap((type) =>
    [0, 1].map((index) =>
      rejected(type, index) ? { type, recommendation: 'REJECT', reason: type } : { type, recommendation: 'APPROVE' },
    ),
  )

export const expectedChecks: Readonly<Record<string, Found[]>> = {
  'all-approve': six(() => false),
  'profile-mismatch-rejected': six((type) => type === 'PROFILE_DOCUMENT_MATCH'),
  'wrong-document-rejected': six((type, index) => type === 'IBV_VISUAL_REVIEW_CHECK' && index === 0),
  'invalid-document-rejected': six((type, index) => type === 'DOCUMENT_SCHEME_VALIDITY_CHECK' && index === 0),
  'missing-document-rejected': [
    { type: 'IBV_VISUAL_REVIEW_CHECK', recommendation: 'APPROVE' },
    { type: 'IBV_VISUAL_REVIEW_CHECK', recommendation: 'REJECT', reason: 'IBV_VISUAL_REVIEW_CHECK' },
    { type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', recommendation: 'APPROVE' },
    { type: 'PROFILE_DOCUMENT_MATCH', recommendation: 'APPROVE' },
  ],
}

/** The documents that each result shows, the same in its rejected and expired ends. */
export const expectedDocuments = (id: string): { id: string[]; supplementary: string[] } => ({
  id: [id.startsWith('wrong-document') ? 'DRIVING_LICENCE' : 'PASSPORT'],
  supplementary: id.startsWith('missing-document') ? [] : ['UTILITY_BILL'],
})

/** The state that each result is in. */
export const expectedState = (id: string): string => {
  if (id.endsWith('-expired')) return 'EXPIRED'
  return id === 'all-approve' || id.endsWith('-rejected') ? 'COMPLETED' : 'ONGOING'
}

export const allScenarios: readonly string[] = [
  ...results,
  ...refusals.flatMap((id) => [`${id}-rejected`, `${id}-expired`]),
]
