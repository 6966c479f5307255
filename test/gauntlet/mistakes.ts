// Each mistake of the careless service with a story that shows it among others, and the finding that it must lead to.

/** Each mistake, a story that shows it, the finding. */
export const mistakes: readonly [mistake: string, story: string, finding: string][] = [
  ['expired-passes', 'wrong-document-expired/news=twice', 'passed someone who was never checked: expired'],
  ['missing-checks-pass', 'nothing-checked/data=non-latin', 'passed someone who was never checked: a check is missing'],
  ['first-document', 'capture-abandoned/news=late', 'lost a result: approved, with several captures'],
  [
    'report-before-state',
    'still-checking:ID_DOCUMENT_AUTHENTICITY',
    'passed someone who was never checked: in progress, approved so far',
  ],
  ['books-twice', 'all-approve/news=twice/data=long-name', 'recorded one result twice: each webhook arrives twice'],
  [
    'needs-return',
    'all-approve/news=before-return/data=decomposed',
    'lost a result: the webhooks arrive before the person is back',
  ],
  ['no-polling', 'all-approve/news=lost/data=punctuation', 'stuck for ever: no webhook arrives'],
  [
    'error-rejects',
    'all-approve/trouble=getSession:503-for-ever',
    'refused someone who was approved: getSession always fails with 503',
  ],
  [
    'not-available-passes',
    'authenticity-not-available:PHOTO_TOO_DARK/time=summer-time',
    'passed someone who was never checked: nothing can be said',
  ],
  ['unknown-value-passes', 'unknown-recommendation', 'passed someone who was never checked: a value that nobody knows'],
  [
    'local-times',
    'all-approve/time=summer-time/data=single-name',
    'refused someone who was approved: the clocks change between order and result',
  ],
  [
    'retry-storm',
    'all-approve/trouble=createSession:429',
    'impolite to Yoti: createSession is refused once with 429 and Retry-After: 1',
  ],
  ['trusts-webhook', 'authenticity-rejected:TAMPERED', 'passed someone who was refused: refused'],
]
