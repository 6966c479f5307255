import type { Caller } from '../auth/caller.js'
import type { Session } from '../engine/model/session.js'
import { unrequestedChecks } from '../engine/scenarios/required-checks.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { Entry } from '../journal/entry.js'
import type { Outcome } from './run-operation.js'

/** Adds to what a strict server would have refused, and what is odd. */
export const addNote = (entry: Entry, note: string | undefined): void => {
  if (note !== undefined) entry.note = entry.note === undefined ? note : `${entry.note}; ${note}`
}

/** Notes who sent a request. */
export const noteCaller = (entry: Entry, { verdict, sdkId, note }: Caller): void => {
  entry.verdict = verdict
  entry.sdkId = sdkId
  entry.note = note
  entry.notes = []
}

const addChoices = (entry: Entry, ...choices: readonly (string | undefined)[]) => {
  entry.notes = [...entry.notes, ...choices.filter((choice) => choice !== undefined)]
}

const unrequestedNote = (scenario: Scenario, { request }: Session): string | undefined => {
  const types = unrequestedChecks(scenario, request)
  return types.length === 0
    ? undefined
    : `the scenario '${scenario.id}' speaks of ${types.join(', ')}, which the order does not ask for`
}

const digitalIdNote = ({ id, documents }: Scenario, { request: { requirements } }: Session): string | undefined =>
  documents.some(({ digital_id }) => digital_id !== undefined) &&
  !requirements.some(({ accepted }) => accepted.some(({ providers }) => providers !== undefined))
    ? `the scenario '${id}' speaks of a digital ID, which the order does not allow: allow_digital_ids`
    : undefined

const plainHttpNote = ({ request }: Session): string | undefined =>
  request.notifications?.endpoint.startsWith('http:') ? 'notifications go to plain http, which Yoti refuses' : undefined

/** What an operation came to, and whether the session in it is a new one. */
type Came = {
  readonly scenario: Scenario
  readonly outcome: Outcome
  readonly created: boolean
  readonly caller: Caller
}

/** Notes what the operation chose; of a session that was created which it is, and what is odd about it. */
export const noteOutcome = (
  entry: Entry,
  { scenario, outcome: { session, notes = [] }, created, caller }: Came,
): void => {
  addChoices(entry, ...notes)
  if (!created || session === undefined) return
  entry.sessionId = session.id
  entry.scenario = scenario.id
  addChoices(entry, unrequestedNote(scenario, session), digitalIdNote(scenario, session))
  if (caller.policy === 'lenient') addNote(entry, plainHttpNote(session))
}
