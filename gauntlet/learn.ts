import { UsageError } from '../server/base/errors.js'
import { startMockYoti } from '../server/index.js'
import type { Description } from './description.js'
import { uses } from './fill.js'
import { makeSession, usualOrder } from './make-session.js'
import { orderingOperations } from './operations.js'
import { playStory } from './play.js'
import type { Call, StoryRun } from './run.js'
import { findSituations, nobodyCame, type Ordered, plainSituation, resultOf, type Situation } from './situations.js'
import type { Learned, Stage } from './stage.js'
import { plainStory } from './story.js'
import { futureSituations, type Tomorrow } from './tomorrow.js'

const typesOf = (body: Readonly<Record<string, unknown>>): string[] => {
  const checks = (body['requested_checks'] ?? []) as readonly { type?: string }[]
  return [...new Set(checks.flatMap(({ type }) => type ?? []))]
}

/** What is known of a service before it was seen: only what its description says. */
export const nothingLearned = (description: Description): Learned => {
  const isGivenSession = uses(description.begin, 'sessionId') || description.order !== undefined
  const body = { ...(description.order ?? usualOrder) }
  return {
    ordered: { body, types: isGivenSession ? typesOf(body) : [] },
    operations: [],
    topics: [],
    slowCheck: undefined,
    isGivenSession,
  }
}

/** The order of a session that the gauntlet makes, with notifications to the service where it takes them. */
export const givenOrder = (description: Description, serviceUrl: string): Readonly<Record<string, unknown>> => {
  const { order = usualOrder, webhook } = description
  if (webhook === undefined) return order
  const endpoint = webhook.startsWith('http') ? webhook : serviceUrl + webhook
  return {
    ...order,
    notifications: { endpoint, topics: ['FIRST_BRANCH_VISIT', 'THANK_YOU_EMAIL_REQUESTED', 'SESSION_COMPLETION'] },
  }
}

/** Whether a document with an address is ordered, or chosen in the instructions. */
export const ordersAddress = ({ body, instructions }: Ordered): boolean =>
  /SUPPLEMENTARY_DOCUMENT|DRIVING_LICENCE/.test(JSON.stringify([body['required_documents'], instructions]))

const middle = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

const readingsOf = ({ calls }: StoryRun) =>
  calls.filter(({ operation }) => operation === 'getSession').map(({ at }) => at)

/**
 * Milliseconds between two readings of a result; undefined when the service waits for webhooks only.
 * @param silent the plain story without webhooks
 * @param open a story that stays pending
 */
const pollingOf = (silent: StoryRun, open: StoryRun): number | undefined => {
  if (silent.decision !== 'pass') return undefined
  const readings = readingsOf(open)
  const gaps = readings.slice(1).map((at, index) => at - (readings[index] ?? at))
  // A service that asks more seldom was seen once, after the result stood.
  return middle(gaps) ?? silent.milliseconds - silent.settledAt
}

/** Milliseconds that a service is watched for its readings. */
const watched = 700

const bodyOf = async ({ lane }: Stage, operation: string) => {
  const [request] = await lane.mock.control.requests.list({ operation })
  return request?.body as Readonly<Record<string, unknown>> | undefined
}

const topicsOf = (body: Readonly<Record<string, unknown>>): string[] => {
  const { endpoint, topics = [] } = (body['notifications'] ?? {}) as { endpoint?: string; topics?: string[] }
  return endpoint === undefined ? [] : topics.map((topic) => topic.toUpperCase())
}

/** Checks that people look at; the last of them takes 19 minutes in some stories. */
const expertChecks = ['ID_DOCUMENT_FACE_MATCH', 'ID_DOCUMENT_AUTHENTICITY']

const slowCheckOf = (types: readonly string[]) => expertChecks.find((type) => types.includes(type)) ?? types.at(-1)

/** What is wrong with how the verification began, where that is what is wrong. */
const beginning = ({ begun }: StoryRun) => {
  const { status, id, answer } = begun
  const said = answer === '' ? '' : `  The service answered: ${answer}\n`
  return status > 0 && status < 400 && id === undefined
    ? `${said}  Its answer has nothing where begin.id says.\n`
    : said
}

/** What to mend in observe and words, where that is what is wrong. */
const observing = ({ begun, observedAnswer, decision, word }: StoryRun) => {
  if (begun.id === undefined) return ''
  if (observedAnswer !== undefined)
    return `  Asked for the decision it answered: ${observedAnswer}\n  That has nothing where observe.decision says.\n`
  return decision === undefined && word !== '' ? `  If '${word}' is a decision, add it to words.\n` : ''
}

const refuse = (run: StoryRun): never => {
  const moments = run.moments.map(({ by, text }) => `  ${by} ${text}`).join('\n')
  throw new UsageError(
    `The plain story, in which everything is approved, ended with '${run.word}' (${run.decision ?? 'a word that words does not have'}) instead of pass.\n${moments}\n${beginning(run)}${observing(run)}Check begin, observe and words of the description; then the service.`,
  )
}

/**
 * Plays the plain story and watches what the service orders, calls and polls.
 * @throws UsageError when the plain story does not pass
 */
export const learn = async (stage: Stage): Promise<Learned> => {
  const before = stage.learned
  // Without webhooks first: a service that asks by itself is seen to do so.
  const silent = await playStory(stage, { ...plainStory('all-approve'), news: 'lost' }, plainSituation)
  // Who is not verified at all need not be waited for twice more.
  if (silent.begun.id === undefined) refuse(silent)
  const watching = { ...stage, learned: { ...before, pollsEvery: watched } }
  const open = await playStory(watching, { ...plainStory(nobodyCame.id), news: 'lost' }, nobodyCame)
  const run = await playStory(stage, plainStory('all-approve'), plainSituation)
  if (run.decision !== 'pass') refuse(run)
  const body = before.isGivenSession
    ? before.ordered.body
    : ((await bodyOf(stage, 'createSession')) ?? before.ordered.body)
  const instructions = await bodyOf(stage, 'putInstructions')
  const types = typesOf(body)
  const readsMedia = [...run.calls, ...silent.calls].some(({ operation }) => operation === 'getMediaContent')
  const ordered: Ordered = { body, ...(instructions && { instructions }), types, readsMedia }
  const pollsEvery = pollingOf(silent, open)
  const isOwn = ({ operation }: Call) =>
    operation !== 'unknown' && !(before.isGivenSession && orderingOperations.includes(operation))
  return {
    ...before,
    ordered,
    operations: [...new Set([...run.calls, ...silent.calls].filter(isOwn).map(({ operation }) => operation))],
    topics: topicsOf(body),
    ...(pollsEvery !== undefined && { pollsEvery }),
    slowCheck: slowCheckOf(types),
  }
}

/** Every result that the order of the service can get. */
export const situationsFor = async ({ ordered }: Learned): Promise<Situation[]> => {
  await using mock = await startMockYoti({ visits: 'manual', maxSessions: 10 })
  const { notifications: _, ...body } = ordered.body
  return await findSituations(mock, { ...ordered, body }, makeSession)
}

/** The plain approval, and the answers of tomorrow that the order can get. */
export const futureSituationsFor = async ({ ordered }: Learned, tomorrow: Tomorrow): Promise<Situation[]> => {
  await using mock = await startMockYoti({ visits: 'manual', maxSessions: 10 })
  const { notifications: _, ...body } = ordered.body
  const plain = await resultOf(mock, plainSituation.id, { ...ordered, body }, makeSession)
  return [plainSituation, ...futureSituations(plain, tomorrow), nobodyCame]
}
