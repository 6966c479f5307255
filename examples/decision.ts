/** What the example services make of a session. */
export type Decision =
  /** Everything was checked and approved; of a call: it did what it was to do. */
  | 'pass'
  /** Everything was checked; something was rejected or could not be told. */
  | 'fail'
  /** Not finished; there may still be a result. */
  | 'wait'
  /** There will never be a result: the person must start again. */
  | 'start-again'
  /** Nothing was learnt about the person: ask again later. */
  | 'ask-later'
  /** Our own set-up is wrong: a human must look. */
  | 'call-operator'

/** The checks without which nobody passes. */
export const mandatoryChecks: readonly string[] = [
  'IBV_VISUAL_REVIEW_CHECK',
  'DOCUMENT_SCHEME_VALIDITY_CHECK',
  'PROFILE_DOCUMENT_MATCH',
]

const isOver = ['SESSION_NOT_FOUND', 'SESSION_EXPIRED']
const isBusy = ['SESSION_LOCKED', 'RESOURCE_LOCKED', 'SESSION_NOT_READY']

/** What an error of any operation means. */
export const decideOnError = (status: number, code = ''): Decision => {
  if (status === 429 || status >= 500) return 'ask-later'
  if (isOver.includes(code)) return 'start-again'
  return isBusy.includes(code) ? 'wait' : 'call-operator'
}
