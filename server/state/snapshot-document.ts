import { parsePublicKey } from '../auth/public-key.js'
import { type ClockSetting, toInstant } from '../base/clock.js'
import { type PropertyError, YotiError } from '../base/errors.js'
import { mapInTurns } from '../base/in-turns.js'
import { planNotifications } from '../engine/notifications/plan.js'
import { configurationOf } from '../engine/results/configuration.js'
import { describeSession } from '../engine/results/describe-session.js'
import { instructionsOf } from '../engine/results/instructions.js'
import { letterContent } from '../engine/results/letter-content.js'
import { render } from '../engine/results/render.js'
import { trackedDevices } from '../engine/results/tracked-devices.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import { fixedError } from '../engine/scenarios/fixed-error.js'
import { type Scenario, scenarioDefaults } from '../engine/scenarios/scenario.js'
import { remainingVisit } from '../engine/sessions/transitions.js'
import { whyNoLetter } from '../engine/sessions/visit-step.js'
import { judgeFault } from '../faults/judge-fault.js'
import type { ControlSchema } from '../openapi/schema.js'
import { type CheckAnswer, loadAnswerCheck, type Surface } from '../openapi/validators.js'
import { firstInstant, lastInstant } from './limits.js'
import type { Snapshot } from './snapshot.js'

/** Grows when what a snapshot has is written in another way. */
const format = 1

/** A snapshot as it is written to a file: the control API's `State`. */
export type SnapshotDocument = ControlSchema<'State'>

export const writeSnapshot = (snapshot: Snapshot): SnapshotDocument =>
  // As a file has it: without properties that are undefined.
  JSON.parse(JSON.stringify({ format, ...snapshot }))

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Every text that stands in a letter is one. */
const readLetter = (session: Snapshot['sessions'][number]) => {
  const { branch, documents } = letterContent(session)
  const { name, address, post_code: postCode, fad_code: fadCode } = branch
  const texts = [name, address, postCode, fadCode, ...documents.flatMap(({ type, country }) => [type, country])]
  return texts.map((text) => text.trim())
}

type FindProblems = (scenario: unknown) => readonly { readonly message: string }[]

/** A session has its scenario as a file would have it, with an id and a group, and every default filled in. */
const judgeDefinition = (scenario: Scenario, findProblems: FindProblems): void => {
  const { id, group, family, ...file } = scenario
  const missing = Object.keys(scenarioDefaults).find((key) => !Object.hasOwn(file, key))
  if (missing !== undefined) throw new Error(`its scenario lacks '${missing}'`)
  const [wrong] = findProblems(file)
  if (wrong !== undefined) throw new Error(`its scenario: ${wrong.message}`)
  if (typeof id !== 'string' || typeof group !== 'string' || typeof (family ?? '') !== 'string')
    throw new Error('its scenario has no id, or no group')
}

/** A session leaves out what it does not have: null stands for none of its parts. */
const judgeNulls = (session: Snapshot['sessions'][number]): void => {
  const [wrong] = Object.entries({ ...session, ...session.request, ...session.instructions }).filter(
    ([, value]) => value === null,
  )
  if (wrong !== undefined) throw new Error(`its ${wrong[0]} is null`)
}

/** What is answered about a session, by surface and operation. */
const answersAbout = (
  session: Snapshot['sessions'][number],
  now: number,
): readonly (readonly [Surface, string, unknown])[] => {
  const profile = session.instructions?.contactProfile
  const view = { ...describeSession(session, now), user_view_url: '', client_session_token: session.clientSessionToken }
  return [
    ['yoti', 'getSession', render(session, now)],
    ['yoti', 'getSessionConfiguration', configurationOf(session, now)],
    ['yoti', 'getTrackedDevices', trackedDevices(session, now)],
    ['yoti', 'getInstructions', instructionsOf(session)],
    ...(profile === undefined ? [] : [['yoti', 'getInstructionsContactProfile', profile] as const]),
    ['control', 'inspectSession', view],
  ]
}

/** Refuses what no answer may have, such as a number in the place of a name: now, and when all has happened. */
const judgeAnswers = (session: Snapshot['sessions'][number], now: number, checkAnswer: CheckAnswer): void => {
  const last = Math.max(now, ...session.events.map(({ at }) => at))
  const [wrong] = [...new Set([now, last])].flatMap((at) =>
    answersAbout(session, at).flatMap(([surface, operation, body]) => checkAnswer(surface, operation, 200, body)),
  )
  if (wrong !== undefined) throw new Error(`its ${wrong.property} ${wrong.message}`)
}

/** Anything that runs into what is not there is wrong: sessions are deep, and only what they are for can tell. */
const judgeSession = (
  session: Snapshot['sessions'][number],
  now: number,
  { checkAnswer, findProblems }: { readonly checkAnswer: CheckAnswer; readonly findProblems: FindProblems },
): string | undefined => {
  const { scenario } = session
  try {
    judgeNulls(session)
    judgeDefinition(scenario, findProblems)
    judgeAnswers(session, now, checkAnswer)
    planNotifications(session, scenario.notifications)
    remainingVisit(session, scenario, now)
    whyNoLetter(session, scenario, now)
    if (session.instructions !== undefined) readLetter(session)
    fixedError(scenario, 'getSession')
    // Read with each media.
    Object.keys(scenario.media)
    // A text can be gone through as well, letter by letter.
    scenario.faults.map(judgeFault)
    return undefined
  } catch (error) {
    return `cannot be read as a session: ${messageOf(error)}`
  }
}

/** Judging costs time, and nobody reads more of an answer. */
const mostProblems = 100

type Judge<Item> = (item: Item, index: number) => readonly (PropertyError | undefined)[]

/** Collects what is wrong with the items of lists. There may be thousands: others get their turn. */
const createJudgement = () => {
  const errors: PropertyError[] = []
  const each = async <Item>(items: readonly Item[], judge: Judge<Item>): Promise<void> => {
    await mapInTurns(items.entries(), ([index, item]) => {
      if (errors.length >= mostProblems) return
      errors.push(...judge(item, index).filter((error) => error !== undefined))
    })
  }
  return { errors, each }
}

const problemOf = (property: string, message: string | undefined): PropertyError | undefined =>
  message === undefined ? undefined : { property, message }

const judgeKey = (key: string): string | undefined => {
  try {
    parsePublicKey(key)
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

const judgeClock = ({ aheadMs, heldAt = 0 }: ClockSetting, takenAt: number): string | undefined =>
  [takenAt + aheadMs, heldAt].every((at) => at >= firstInstant && at <= lastInstant)
    ? undefined
    : `goes too far: a clock shows instants from ${toInstant(firstInstant)} to ${toInstant(lastInstant)}`

const formatProblem = (given: number): PropertyError => ({
  property: 'format',
  message: `is ${given}; this version of mock-yoti reads ${format}: take the state again, or use the version that took it`,
})

/**
 * The snapshot that a document holds, once its schema has nothing against it.
 * @throws YotiError PAYLOAD_VALIDATION for another format, unknown scenarios, and what is no session, key or rule
 */
export const readSnapshot = async (
  document: SnapshotDocument,
  catalogue: Pick<Catalogue, 'find' | 'describeUnknown'>,
): Promise<Snapshot> => {
  const { format: given, ...rest } = document
  if (given !== format) throw new YotiError('PAYLOAD_VALIDATION', { errors: [formatProblem(given)] })
  // Its schema and the checks below found it to be one.
  const snapshot = rest as unknown as Snapshot
  const { scenario: chosen, clocks, takenAt } = snapshot
  const { errors, each } = createJudgement()
  const judgeScenario = (property: string, id: string | undefined) =>
    problemOf(
      property,
      id === undefined || catalogue.find(id) !== undefined ? undefined : catalogue.describeUnknown(id),
    )
  await each([chosen], (id) => [judgeScenario('scenario', id)])
  await each([clocks.shared], (clock) => [problemOf('clocks.shared', judgeClock(clock, takenAt))])
  await each(clocks.own, (clock, index) => [problemOf(`clocks.own[${index}]`, judgeClock(clock, takenAt))])
  await each(snapshot.applications, ({ scenario, keys }, index) => [
    judgeScenario(`applications[${index}].scenario`, scenario),
    ...keys.map((key) => problemOf(`applications[${index}].keys`, judgeKey(key))),
  ])
  await each(snapshot.nextSessions, ({ scenario }, index) => [
    judgeScenario(`nextSessions[${index}].scenario`, scenario),
  ])
  await each(snapshot.faults, ({ rule }, index) =>
    judgeFault(rule).map(({ property, message }) => ({ property: `faults[${index}].rule.${property}`, message })),
  )
  // Which texts stand in an answer is up to clients: more is taken than answers should have, such as a country 'GB'.
  const checkAnswer = await loadAnswerCheck(['type', 'required'])
  const { schemaProblems: findProblems } = await import('../engine/scenarios/schema-problems.js')
  await each(snapshot.sessions, (session, index) => [
    problemOf(`sessions[${index}]`, judgeSession(session, takenAt, { checkAnswer, findProblems })),
  ])
  if (errors.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors })
  const applications = await mapInTurns(snapshot.applications, (application) => ({
    ...application,
    keys: application.keys.map((key) => parsePublicKey(key).pem),
  }))
  return { ...snapshot, applications }
}
