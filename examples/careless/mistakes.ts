import { type Decision, decideOnError, mandatoryChecks } from '../decision.ts'

type Recommendation = { value: string; reason?: string }
type SubCheck = { sub_check: string; result: string }
type Check = {
  type: string
  state: string
  resources_used: string[]
  created: string
  report?: { recommendation: Recommendation; breakdown: SubCheck[] }
}
type Document = { id: string; document_type: string; issuing_country?: string }
type Session = { state: string; resources: { id_documents: Document[] }; checks: Check[] }

/** An answer as it arrives. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** A way to get an answer wrong. Each was found in a real service, or is one step away from one. */
export type Mistake = (answer: Answer) => Decision

const isApproved = ({ report }: Check) => report?.recommendation.value === 'APPROVE'
const isRejected = ({ report }: Check) => report?.recommendation.value === 'REJECT'
const isBranchCheck = ({ type }: Check) => mandatoryChecks.includes(type)
const has = (checks: readonly Check[], type: string) => checks.some((check) => check.type === type)

/** What JavaScript does where nobody asks first. */
const mustHave = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new TypeError("Cannot read properties of undefined (reading 'recommendation')")
  return value
}

const usedDocument = ({ resources, checks }: Session) => {
  const used = new Set(checks.flatMap(({ resources_used }) => resources_used))
  return resources.id_documents.find(({ id }) => used.has(id))
}

/** What a careful service decides about the checks of a session that is over. */
const decideOnChecks = (session: Session): Decision => {
  const { checks } = session
  const isDone = checks.every(({ state }) => state === 'DONE') && mandatoryChecks.every((type) => has(checks, type))
  return isDone && usedDocument(session) !== undefined && checks.every(isApproved) ? 'pass' : 'fail'
}

const decideOnState = (session: Session, whenCompleted: (session: Session) => Decision): Decision => {
  if (session.state === 'COMPLETED') return whenCompleted(session)
  if (session.state === 'EXPIRED') return 'start-again'
  return session.state === 'ONGOING' ? 'wait' : 'call-operator'
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const careful = ({ status, text }: Answer, onSession: (session: Session) => Decision): Decision => {
  const body = parse(text)
  // A careful service knows which of the two it reads.
  return status === 200
    ? onSession(body as Session)
    : decideOnError(status, (body as { code?: string } | undefined)?.code)
}

/** Careful about everything but a session. */
const ofSession =
  (decide: (session: Session) => Decision): Mistake =>
  (answer) =>
    careful(answer, decide)

/** Careful about everything but the checks of a session that is over. */
const ofChecks = (decide: (session: Session) => Decision): Mistake =>
  ofSession((session) => decideOnState(session, decide))

/** As careful as can be, but for some checks that it never looks at. */
const without = (isIgnored: (check: Check) => boolean): Mistake =>
  ofChecks((session) =>
    session.checks.filter((check) => !isIgnored(check)).every(isApproved) && usedDocument(session) ? 'pass' : 'fail',
  )

/** Careful about everything but errors. */
const ofErrors =
  (decide: (status: number, code: string | undefined) => Decision): Mistake =>
  (answer) => {
    if (answer.status === 200) return careful(answer, (session) => decideOnState(session, decideOnChecks))
    return decide(answer.status, (parse(answer.text) as { code?: string } | undefined)?.code)
  }

/** Nothing is wrong with it: what every mistake is one step away from. */
export const carefulService: Mistake = ofChecks(decideOnChecks)

const londonDay = (instant: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' }).format(new Date(instant))

export const mistakes: Readonly<Record<string, Mistake>> = {
  'an empty check list counts as passed': ofSession(({ checks }) => (checks.every(isApproved) ? 'pass' : 'fail')),
  'EXPIRED counts as passed': ofSession((session) =>
    session.state === 'ONGOING' ? 'wait' : session.checks.every(isApproved) ? 'pass' : 'fail',
  ),
  'EXPIRED counts as failed': ofSession((session) =>
    session.state === 'EXPIRED' ? 'fail' : decideOnState(session, decideOnChecks),
  ),
  'EXPIRED is waited for': ofSession((session) =>
    session.state === 'EXPIRED' ? 'wait' : decideOnState(session, decideOnChecks),
  ),
  'ONGOING counts as failed': ofSession((session) =>
    session.state === 'ONGOING' ? 'fail' : decideOnState(session, decideOnChecks),
  ),
  'COMPLETED counts as passed': ofChecks(() => 'pass'),
  'the state is not read: approvals so far are enough': ofSession((session) =>
    session.checks.length > 0 && session.checks.every(isApproved) ? 'pass' : decideOnState(session, decideOnChecks),
  ),
  'the state is not read: one rejection is enough': ofSession((session) =>
    session.checks.some(isRejected) ? 'fail' : decideOnState(session, decideOnChecks),
  ),
  'an unknown session state is waited for': ofSession((session) =>
    session.state === 'COMPLETED' ? decideOnChecks(session) : session.state === 'EXPIRED' ? 'start-again' : 'wait',
  ),
  'an unknown session state counts as completed': ofSession((session) =>
    ['ONGOING', 'EXPIRED'].includes(session.state) ? decideOnState(session, decideOnChecks) : decideOnChecks(session),
  ),
  "the branch checks' REJECT is never read": without(isBranchCheck),
  'the visual review in the branch is never read': without(({ type }) => type === 'IBV_VISUAL_REVIEW_CHECK'),
  'the scheme check is never read': without(({ type }) => type === 'DOCUMENT_SCHEME_VALIDITY_CHECK'),
  'the match of the profile is never read': without(({ type }) => type === 'PROFILE_DOCUMENT_MATCH'),
  'the authenticity of the document is never read': without(({ type }) => type === 'ID_DOCUMENT_AUTHENTICITY'),
  'the face match is never read': without(({ type }) => type === 'ID_DOCUMENT_FACE_MATCH'),
  'the text of the document is never read': without(({ type }) => type === 'ID_DOCUMENT_TEXT_DATA_CHECK'),
  'checks of a type that it does not know are left out': without(
    ({ type }) =>
      !/^(?:IBV_VISUAL_REVIEW|DOCUMENT_SCHEME_VALIDITY|PROFILE_DOCUMENT|ID_DOCUMENT|SUPPLEMENTARY)/.test(type),
  ),
  'only the first check is read': ofChecks(({ checks }) => (checks[0] && isApproved(checks[0]) ? 'pass' : 'fail')),
  'only the last check is read': ofChecks(({ checks }) => {
    const last = checks.at(-1)
    return last && isApproved(last) ? 'pass' : 'fail'
  }),
  'one approval is enough': ofChecks(({ checks }) => (checks.some(isApproved) ? 'pass' : 'fail')),
  'whatever is no REJECT counts as approved': ofChecks(({ checks }) => (checks.some(isRejected) ? 'fail' : 'pass')),
  'a recommendation that begins with APPROVE counts as one': ofChecks((session) =>
    session.checks.every(({ report }) => report?.recommendation.value.startsWith('APPROVE')) &&
    mandatoryChecks.every((type) => has(session.checks, type)) &&
    session.checks.every(({ state }) => state === 'DONE')
      ? 'pass'
      : 'fail',
  ),
  'a check that is missing is not missed': ofChecks((session) =>
    session.checks.length > 0 &&
    session.checks.every(({ state }) => state === 'DONE') &&
    session.checks.every(isApproved)
      ? 'pass'
      : 'fail',
  ),
  'the state of a check is not read': ofChecks((session) =>
    mandatoryChecks.every((type) => has(session.checks, type)) && session.checks.every(isApproved) ? 'pass' : 'fail',
  ),
  'checks that are not done are left out': ofChecks((session) => {
    const done = session.checks.filter(({ state }) => state === 'DONE')
    return mandatoryChecks.every((type) => has(done, type)) && done.every(isApproved) ? 'pass' : 'fail'
  }),
  'a report is read before its state': ofSession((session) => {
    for (const { report } of session.checks) mustHave(report)
    return decideOnState(session, decideOnChecks)
  }),
  'the reason of a rejection is read without asking': ofChecks((session) => {
    const reasons = session.checks.filter(isRejected).map(({ report }) => mustHave(report?.recommendation.reason))
    return reasons.length > 0 ? 'fail' : decideOnChecks(session)
  }),
  'a rejection counts only with a reason': ofChecks((session) =>
    session.checks.some((check) => !isApproved(check) && check.report?.recommendation.reason !== undefined)
      ? 'fail'
      : 'pass',
  ),
  'a sub-check that failed overrules the approval': ofChecks((session) =>
    session.checks.some(({ report }) => report?.breakdown.some(({ result }) => result === 'FAIL'))
      ? 'fail'
      : decideOnChecks(session),
  ),
  'the first document is read instead of the one that the checks used': ofChecks((session) => {
    const used = new Set(session.checks.flatMap(({ resources_used }) => resources_used))
    const [first] = session.resources.id_documents
    return first !== undefined && used.has(first.id) ? decideOnChecks(session) : 'fail'
  }),
  'only documents of the United Kingdom are known': ofChecks((session) =>
    usedDocument(session)?.issuing_country === 'GBR' ? decideOnChecks(session) : 'fail',
  ),
  'there is always a document': ofSession((session) => {
    mustHave(session.resources.id_documents[0])
    return decideOnState(session, decideOnChecks)
  }),
  'the day of a check is cut out of its instant': ofChecks((session) => {
    const isSameDay = session.checks.every(({ created }) => created.slice(0, 10) === londonDay(created))
    return isSameDay ? decideOnChecks(session) : 'fail'
  }),
  'every answer is taken for a result': ({ text }) => decideOnState(JSON.parse(text) as Session, decideOnChecks),
  'every error is taken for JSON': (answer) => {
    if (answer.status === 200) return carefulService(answer)
    return decideOnError(answer.status, (JSON.parse(answer.text) as { code: string }).code)
  },
  'a 429 ends the case': ofErrors((status, code) => (status === 429 ? 'call-operator' : decideOnError(status, code))),
  'a 5xx ends the case': ofErrors((status, code) => (status >= 500 ? 'call-operator' : decideOnError(status, code))),
  'a 404 is asked again': ofErrors((status, code) => (status === 404 ? 'ask-later' : decideOnError(status, code))),
  'a 401 is asked again': ofErrors((status, code) => (status === 401 ? 'ask-later' : decideOnError(status, code))),
}

/** Mistakes that no contract can catch, with the reason. */
export const uncatchable: Readonly<Record<string, string>> = {
  'a connection that is reset ends the case':
    'A pact describes an answer, and there is none. The fault `spoil: reset-before` of mock-yoti resets a connection.',
  'null is taken for a value where Yoti sends none':
    'Pact has no matcher for "a value or null". Scenarios such as fields-not-handed-out:EMPTY show what is left out.',
  'an answer that takes a minute is not waited for':
    'A pact says nothing of time. The fault `delay` of mock-yoti makes an answer wait.',
}
