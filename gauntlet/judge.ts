import { troubleOf } from './events.js'
import { orderingOperations } from './operations.js'
import type { Call, StoryRun } from './run.js'

/** What can be wrong with how a service went through a story, the most harmful first. */
export const findingTitles = {
  'passed-refused': 'passed someone who was refused',
  'passed-unchecked': 'passed someone who was never checked',
  'refused-approved': 'refused someone who was approved',
  'refused-early': 'refused someone before there was a result',
  'lost-result': 'lost a result',
  'stuck-for-ever': 'stuck for ever',
  'recorded-twice': 'recorded one result twice',
  crashed: 'crashed',
  impolite: 'impolite to Yoti',
  'kept-session': 'did not delete the session',
} as const

export type FindingKind = keyof typeof findingTitles

/** One thing that was wrong in one story. */
export type Fault = { readonly kind: FindingKind; readonly detail: string }

const told = ({ truth, group }: StoryRun) => {
  const found = truth?.checks
    ?.filter(({ report }) => report?.recommendation?.value !== undefined && report.recommendation.value !== 'APPROVE')
    .map(
      ({ type, report }) =>
        `${type} ${report?.recommendation?.value}${report?.recommendation?.reason === undefined ? '' : ` (${report.recommendation.reason})`}`,
    )
  return found === undefined || found.length === 0 ? `Yoti says: ${group}` : `Yoti says: ${found.join(', ')}`
}

const passed = (run: StoryRun): Fault => {
  const isRefused = run.group === 'refused' || run.group === 'in progress, refused already'
  return { kind: isRefused ? 'passed-refused' : 'passed-unchecked', detail: `it passed the person; ${told(run)}` }
}

const failed = (run: StoryRun): Fault =>
  run.expected.decisions.includes('pass') || run.group.startsWith('approved')
    ? { kind: 'refused-approved', detail: `it refused the person; ${told(run)}` }
    : { kind: 'refused-early', detail: `it refused the person; ${told(run)}` }

/** A result that the service had in its hands, or was told of, and made nothing of. */
const undecided = (run: StoryRun): Fault => {
  const hasRead = run.calls.some(
    ({ operation, status, at }) => operation === 'getSession' && status === 200 && at >= run.settledAt - 20,
  )
  const wasTold = run.webhooks.some(
    ({ topic, status }) => topic === 'session_completion' && status !== undefined && status < 300,
  )
  const saying = run.decision === undefined ? `it says '${run.word}'` : `it stays ${run.decision}`
  if (hasRead) return { kind: 'lost-result', detail: `it read the result, and ${saying}` }
  if (wasTold) return { kind: 'lost-result', detail: `it was told of the result, never read it, and ${saying}` }
  return { kind: 'stuck-for-ever', detail: `it never read the result, and ${saying}` }
}

const decisionFaults = (run: StoryRun): Fault[] => {
  const { decision, expected } = run
  if (decision === 'pass' && !expected.decisions.includes('pass')) return [passed(run)]
  if (decision === 'fail' && !expected.decisions.includes('fail')) return [failed(run)]
  // Its end is a finding of its own, and says more.
  if (run.exited !== undefined || run.observedStatus === 0) return []
  const isOpen = decision === undefined || decision === 'pending' || decision === 'error'
  return isOpen && !expected.decisions.includes(decision ?? 'error') ? [undecided(run)] : []
}

const interimFaults = ({ interim }: StoryRun): Fault[] => {
  const while_ = 'while an expert was still looking at it'
  if (interim === 'pass') return [{ kind: 'passed-unchecked', detail: `it passed the person ${while_}` }]
  return interim === 'fail' ? [{ kind: 'refused-early', detail: `it refused the person ${while_}` }] : []
}

/** How the beginning went wrong on the side of the service; Yoti may have failed it, and then 5xx is an honest answer. */
const beginningCrash = ({ begun, story }: StoryRun): string | undefined => {
  const isCreating = orderingOperations.includes(troubleOf(story.trouble)?.operation ?? '')
  if (begun.status === 0) return `it did not answer the request that begins the verification (${begun.answer})`
  return begun.status >= 500 && !isCreating
    ? `it answered ${begun.status} to the request that begins the verification`
    : undefined
}

/** A gateway's words for "not I, but who is behind me". */
const blamesYoti = [502, 503, 504]

const observingCrash = ({ observedStatus = 200, word, story }: StoryRun): string | undefined => {
  if (observedStatus === 0) return `it did not answer when it was asked for the decision (${word})`
  const isHonest = blamesYoti.includes(observedStatus) && troubleOf(story.trouble)?.isForEver === true
  return observedStatus >= 500 && !isHonest
    ? `it answered ${observedStatus} when it was asked for the decision`
    : undefined
}

/** Whoever answers 5xx to a webhook while Yoti fails has it sent again. */
const otherCrash = ({ webhooks, returnedStatus = 200, story }: StoryRun): string | undefined => {
  if (troubleOf(story.trouble) !== undefined) return undefined
  if (returnedStatus === 0) return 'it did not answer the person who came back'
  if (returnedStatus >= 500) return `it answered ${returnedStatus} to the person who came back`
  const refused = webhooks.find(({ status = 0 }) => status >= 500)
  return refused && `it answered ${refused.status} to the webhook ${refused.topic}`
}

const crashes = (run: StoryRun): Fault[] => {
  const [line] = run.alarms
  const detail =
    (run.exited && `its process ended with ${run.exited}`) ??
    (line && `its log says: ${line.trim().slice(0, 200)}`) ??
    beginningCrash(run) ??
    observingCrash(run) ??
    otherCrash(run)
  return detail === undefined ? [] : [{ kind: 'crashed', detail }]
}

/** More calls of one kind in a second after a failure than anybody needs. */
const storm = 6
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

const isFailure = ({ status }: Call) => status === undefined || status === 429 || status >= 500

/** A webhook that was not taken is sent again, here sooner than by Yoti: to look then is no impatience. */
const isToldAgain = (call: Call, failure: Call, webhooks: StoryRun['webhooks']) =>
  webhooks.some(({ at, status = 500 }) => status >= 500 && at >= failure.at && at <= call.at)

const impoliteCall = ({ calls, webhooks }: StoryRun, failure: Call): string | undefined => {
  const later = calls.filter(
    (call) => call.at > failure.at && call.operation === failure.operation && call.path === failure.path,
  )
  const next = later.find((call) => !isToldAgain(call, failure, webhooks))
  if (next !== undefined && failure.retryAfter !== undefined && next.at - failure.at < failure.retryAfter * 0.9)
    return `it called ${failure.operation} again after ${seconds(next.at - failure.at)}; Retry-After said ${seconds(failure.retryAfter)}`
  const soon = later.filter((call) => call.at - failure.at <= 1000).length
  return soon >= storm ? `it called ${failure.operation} ${soon} times in the second after it failed` : undefined
}

const impoliteness = (run: StoryRun): Fault[] => {
  const details = run.calls.filter(isFailure).flatMap((failure) => impoliteCall(run, failure) ?? [])
  return details.slice(0, 1).map((detail) => ({ kind: 'impolite', detail }))
}

const keeps = ({ decision, calls }: StoryRun): Fault[] => {
  const isDecided = decision === 'pass' || decision === 'fail'
  const isDeleted = calls.some(
    ({ operation, status }) => operation === 'deleteSession' && status !== undefined && status < 300,
  )
  return isDecided && !isDeleted
    ? [{ kind: 'kept-session', detail: 'it decided, and the session is still at Yoti' }]
    : []
}

/** What was wrong in a story. @param mustDelete whether a decided session must be deleted at Yoti */
export const judge = (run: StoryRun, mustDelete = false): Fault[] => {
  const twice: Fault[] =
    (run.count ?? 0) > 1 ? [{ kind: 'recorded-twice', detail: `it recorded the decision ${run.count} times` }] : []
  const all = [
    ...decisionFaults(run),
    ...interimFaults(run),
    ...twice,
    ...crashes(run),
    ...impoliteness(run),
    ...(mustDelete ? keeps(run) : []),
  ]
  return all.filter(({ kind }, index) => all.findIndex((other) => other.kind === kind) === index)
}
