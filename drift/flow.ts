import { topicSubjects } from '../server/engine/model/topics.js'
import type { Beliefs } from './beliefs.js'
import { jsonOf, type RecordedExchange, type Recording, sessionOf } from './exchange.js'
import type { Tell } from './finding.js'
import { type Differ, type Followed, unseen } from './followed.js'
import { asList, asObject, instantOf, typesIn } from './json-parts.js'
import type { FromFile } from './read-files.js'
import { checkOrder, mediaIn } from './result-order.js'
import { compareTiming } from './timing.js'
import { webhookDifferences } from './webhooks.js'

/** Notifications that are later than this do not come any more. */
const patienceMs = 60_000

type Context = { readonly beliefs: Beliefs; readonly toleratedMs: number; readonly tell: Tell }

const readOrder = ({ request }: RecordedExchange): Partial<Followed> => {
  const order = asObject(jsonOf(request.body))
  const { topics } = asObject(order['notifications'])
  return {
    orderedChecks: typesIn(order['requested_checks']),
    hasProfile: 'identity_profile_requirements' in order || 'advanced_identity_profile_requirements' in order,
    ...(topics !== undefined && { topics: asList(topics).map((topic) => String(topic).toLowerCase()) }),
  }
}

const readResult = (
  { response, at }: RecordedExchange,
  session: Followed,
  differ: Differ,
  { beliefs, toleratedMs }: Context,
): Partial<Followed> => {
  const result = asObject(jsonOf(response.body))
  checkOrder(result, session, differ)
  return {
    state: String(result['state']),
    media: new Map([...session.media, ...mediaIn(result)]),
    ...compareTiming(result, session, { beliefs, readAt: instantOf(at), toleratedMs, differ }),
  }
}

const typesOfMedia: Readonly<Record<string, RegExp>> = {
  IMAGE: /^image\//,
  JSON: /^application\/json$/,
  PDF: /^application\/pdf$/,
}

const checkMedia = ({ request, response }: RecordedExchange, { media, isDeleted }: Followed, differ: Differ) => {
  const id = request.path.split('/')[4] ?? ''
  const type = media.get(id)
  if (type === undefined) return
  const sent = response.headers['content-type'] ?? ''
  if (response.status === 200 && typesOfMedia[type]?.test(sent) === false)
    differ(`a media of the type ${type} came as ${sent || 'no content type'}`)
  if (response.status === 404 && !isDeleted) differ(`a media that the result names is not found`)
}

const readExchange = (
  exchange: RecordedExchange,
  session: Followed,
  differ: Differ,
  context: Context,
): Partial<Followed> => {
  const { operation, request, response } = exchange
  const isDone = response.status < 300
  if (operation === 'createSession' && isDone) return readOrder(exchange)
  if (operation === 'getSession' && response.status === 200) return readResult(exchange, session, differ, context)
  if (operation === 'getMediaContent') checkMedia(exchange, session, differ)
  if (operation === 'deleteSession' && isDone) return { isDeleted: true }
  if (operation === 'deleteMediaContent' && isDone) {
    const media = new Map(session.media)
    media.delete(request.path.split('/')[4] ?? '')
    return { media }
  }
  return {}
}

const readNotification = (body: unknown, at: string, { notified }: Followed): Partial<Followed> => {
  const json = asObject(body)
  const topic = String(json['topic'])
  // What is not in openapi.yaml is told already.
  if (!Object.hasOwn(topicSubjects, topic)) return {}
  const about = json['check_id'] ?? json['task_id'] ?? json['resource_id']
  const one = { topic, at: instantOf(at), ...(about !== undefined && { about: String(about) }) }
  return { notified: [...notified, one] }
}

/** A single answer that was kept as JSON: nobody knows what came before it. */
const isAlone = (recording: Recording) =>
  recording.kind === 'exchange' && Object.keys(recording.response.headers).length === 0

/** Compares the notifications of a session, when no more of it comes, with those that its scenario promises. */
const conclude = (session: Followed, { beliefs, toleratedMs, tell }: Context) => {
  const { notified, topics, told, clocksAgree, completedAt = Number.NaN, lastAt, file, scenarios } = session
  if (notified.length === 0) return
  const isOver = notified.some(({ topic }) => topic === 'session_completion') || lastAt - completedAt > patienceMs
  const webhooks = { notified, isOver, clocksAgree, ...(topics && { subscribed: topics }), ...(told && { told }) }
  const [nearest = '', ...alike] = scenarios
  const compare = (id: string) => webhookDifferences(webhooks, beliefs.promise(id), toleratedMs)
  const found = compare(nearest)
  if (found.length === 0) return
  const also = alike.find((id) => compare(id).length === 0)
  const details = [
    ...(nearest === '' ? [] : [`the nearest scenario, ${nearest}, has it otherwise`]),
    ...(also === undefined ? [] : [`${also} has it so`]),
  ]
  for (const what of found) tell({ kind: 'flow', title: what, details, file })
}

/** Sessions that are followed at a time. */
const mostSessions = 20_000

/** Follows each session through its recordings, and compares what happened with what mock-yoti makes happen. */
export const createFlowCheck = (
  context: Context,
): { readonly check: (from: FromFile) => void; readonly finish: () => void } => {
  const sessions = new Map<string, Followed>()
  const next = (recording: Recording, session: Followed, differ: Differ) =>
    recording.kind === 'exchange'
      ? readExchange(recording, session, differ, context)
      : readNotification(jsonOf(recording.body), recording.at, session)
  return {
    check: ({ recording, file }) => {
      const id = sessionOf(recording)
      if (id === undefined) return
      const differ: Differ = (what, details = []) => context.tell({ kind: 'flow', title: what, details, file })
      if (isAlone(recording)) {
        next(recording, unseen, differ)
        return
      }
      const session = sessions.get(id) ?? unseen
      const lastAt = instantOf(recording.at)
      const after = { ...session, ...next(recording, session, differ), lastAt, file }
      const isNews = after.state === 'COMPLETED' && after.completedAt === undefined
      sessions.delete(id)
      sessions.set(id, isNews ? { ...after, completedAt: lastAt } : after)
      const [oldest] = sessions
      if (sessions.size > mostSessions && oldest !== undefined) {
        sessions.delete(oldest[0])
        conclude(oldest[1], context)
      }
    },
    finish: () => {
      for (const session of sessions.values()) conclude(session, context)
      sessions.clear()
    },
  }
}
