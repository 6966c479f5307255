/**
 * Shapes that a decision about a person in a branch depends on, besides those of `core`. One of each kind: the first
 * scenario of a family stands for its shape.
 */
const decisive: readonly string[] = [
  'approved-document:EU_DRIVING_LICENCE',
  'authenticity-approved-despite:HOLOGRAM_MOVEMENT',
  'authenticity-not-available:BLACK_AND_WHITE_IMAGE',
  'authenticity-rejected:CHIP_CSCA_VERIFICATION_FAILED',
  'capture-abandoned',
  'captured-so-far:NONE',
  'check-internal-error',
  'check-with-a-human',
  'checks-pending',
  'expired-unvisited',
  'face-match-not-available:DOCUMENT_NOT_FOUND',
  'face-match-rejected:DIFFERENT_PERSON',
  'text-data-not-available:BLACK_AND_WHITE_IMAGE',
  'text-data-rejected:CHIP_CSCA_TRUSTED',
  'approved-so-far',
  'bad-gateway-page',
  'busy-until',
  'mandatory-check-absent',
  'reject-without-reason',
  'rejected-so-far',
  'summer-night',
  'unavailable-without-body',
  'unknown-check-state',
  'unknown-check-type',
  'unknown-recommendation',
  'unknown-session-state',
]

/** The groups that a shape is in: its own, and `decisions` where a decision in a branch depends on it. */
export const groupsOf = (id: string, own: string): readonly string[] =>
  own === 'core' || decisive.includes(id) ? [own, 'decisions'] : [own]
