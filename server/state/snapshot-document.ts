import { parsePublicKey } from '../auth/public-key.js'
import { type PropertyError, YotiError } from '../base/errors.js'
import { mapInTurns } from '../base/in-turns.js'
import { planNotifications } from '../engine/notifications/plan.js'
import { configurationOf } from '../engine/results/configuration.js'
import { describeSession } from '../engine/results/describe-session.js'
import { render } from '../engine/results/render.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import { fixedError } from '../engine/scenarios/fixed-error.js'
import { remainingVisit } from '../engine/sessions/transitions.js'
import { judgeFault } from '../faults/judge-fault.js'
import type { ControlSchema } from '../openapi/schema.js'
import type { Snapshot } from './snapshot.js'

/** Grows when what a snapshot has is written in another way. */
const format = 1

/** A snapshot as it is written to a file: the control API's `State`. */
export type SnapshotDocument = ControlSchema<'State'>

export const writeSnapshot = (snapshot: Snapshot): SnapshotDocument =>
  // As a file has it: without properties that are undefined.
  JSON.parse(JSON.stringify({ format, ...snapshot }))

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Anything that runs into what is not there is wrong: sessions are deep, and only what they are for can tell. */
const judgeSession = (session: Snapshot['sessions'][number], now: number): string | undefined => {
  const { scenario } = session
  try {
    render(session, now)
    describeSession(session, now)
    planNotifications(session, scenario.notifications)
    configurationOf(session, now)
    remainingVisit(session, scenario, now)
    fixedError(scenario, 'getSession')
    for (const rule of scenario.faults) judgeFault(rule)
    return undefined
  } catch (error) {
    return `cannot be read as a session: ${messageOf(error)}`
  }
}

const withPublicKeys = ({ applications }: Snapshot, errors: PropertyError[]): Snapshot['applications'] =>
  applications.map((application, index) => ({
    ...application,
    keys: application.keys.flatMap((key) => {
      try {
        return [parsePublicKey(key).pem]
      } catch (error) {
        errors.push({ property: `applications[${index}].keys`, message: messageOf(error) })
        return []
      }
    }),
  }))

/**
 * The snapshot that a document holds, once its schema has nothing against it.
 * @throws YotiError PAYLOAD_VALIDATION for another format, unknown scenarios, and what is no session, key or rule
 */
export const readSnapshot = async (
  document: SnapshotDocument,
  catalogue: Pick<Catalogue, 'find' | 'describeUnknown'>,
): Promise<Snapshot> => {
  const { format: given, ...rest } = document
  if (given !== format)
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [
        {
          property: 'format',
          message: `is ${given}; this version of mock-yoti reads ${format}: take the state again, or use the version that took it`,
        },
      ],
    })
  // Its schema and the checks below found it to be one.
  const snapshot = rest as unknown as Snapshot
  const errors: PropertyError[] = []
  const applications = withPublicKeys(snapshot, errors)
  const assertScenario = (id: string | undefined, property: string) => {
    if (id !== undefined && catalogue.find(id) === undefined)
      errors.push({ property, message: catalogue.describeUnknown(id) })
  }
  assertScenario(snapshot.scenario, 'scenario')
  for (const [index, { scenario }] of applications.entries())
    assertScenario(scenario, `applications[${index}].scenario`)
  for (const [index, { scenario }] of snapshot.nextSessions.entries())
    assertScenario(scenario, `nextSessions[${index}].scenario`)
  for (const [index, { rule }] of snapshot.faults.entries())
    for (const { property, message } of judgeFault(rule))
      errors.push({ property: `faults[${index}].rule.${property}`, message })
  // There may be thousands: others get their turn.
  const judged = await mapInTurns(snapshot.sessions, (session) => judgeSession(session, snapshot.takenAt))
  for (const [index, message] of judged.entries())
    if (message !== undefined) errors.push({ property: `sessions[${index}]`, message })
  if (errors.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors })
  return { ...snapshot, applications }
}
