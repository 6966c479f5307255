import { topicSubjects } from '../server/engine/model/topics.js'
import { jsonOf, type RecordedExchange, type Recording, sessionOf } from './exchange.js'
import type { Tell } from './finding.js'
import type { FromFile } from './read-files.js'

type Json = Readonly<Record<string, unknown>>

const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const typesIn = (list: unknown) => asList(list).map((item) => String(asObject(item)['type']))

/** What is remembered of a session: what was asked for, what was last read, what was notified. */
type Session = {
  readonly orderedChecks?: readonly string[]
  readonly topics?: readonly string[]
  readonly hasProfile?: boolean
  readonly state?: string
  readonly media: ReadonlyMap<string, string>
  readonly notified: readonly string[]
  readonly isDeleted: boolean
  /** When it was first read as completed. */
  readonly completedAt?: number
}

const unseen: Session = { media: new Map(), notified: [], isDeleted: false }

/** Notifications that are later than this do not come any more. */
const patienceMs = 60_000

type Differ = (what: string, details?: readonly string[]) => void

const readOrder = ({ request }: RecordedExchange): Partial<Session> => {
  const order = asObject(jsonOf(request.body))
  const { topics } = asObject(order['notifications'])
  return {
    orderedChecks: typesIn(order['requested_checks']),
    hasProfile: 'identity_profile_requirements' in order || 'advanced_identity_profile_requirements' in order,
    ...(topics !== undefined && { topics: asList(topics).map((topic) => String(topic).toLowerCase()) }),
  }
}

const ends: readonly unknown[] = ['COMPLETED', 'EXPIRED']

const checkState = (state: string, session: Session, differ: Differ) => {
  if (session.state !== undefined && ends.includes(session.state) && state !== session.state)
    differ(`a session that was ${session.state} became ${state}`)
  if (state === 'ONGOING' && session.notified.some((one) => one === 'session_completion'))
    differ('a session is ONGOING after session_completion was notified')
}

/** The checks of a completed session are those that were ordered, and those that tasks make. */
const checkChecks = (result: Json, { orderedChecks, hasProfile }: Session, differ: Differ) => {
  if (result['state'] !== 'COMPLETED' || orderedChecks === undefined || hasProfile) return
  const types = typesIn(result['checks'])
  for (const type of new Set(orderedChecks))
    if (!types.includes(type)) differ(`${type} was ordered, and a completed session has no such check`)
  for (const type of new Set(types))
    if (!orderedChecks.includes(type) && !type.endsWith('_TEXT_DATA_CHECK'))
      differ(`a completed session has the check ${type}, which was not ordered`)
}

/** Every object of a value, with the place that it has. */
function* objectsIn(value: unknown, path = ''): Generator<readonly [path: string, Json]> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item, `${path}[]`)
  else if (typeof value === 'object' && value !== null) {
    yield [path, value as Json]
    for (const [key, item] of Object.entries(value)) yield* objectsIn(item, path === '' ? key : `${path}.${key}`)
  }
}

const mediaIn = (result: unknown): Map<string, string> => {
  const found = new Map<string, string>()
  for (const [path, { id, type }] of objectsIn(result))
    if (/(?:^|\.)media$|generated_media\[\]$/.test(path) && typeof id === 'string' && typeof type === 'string')
      found.set(id, type)
  return found
}

const at = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : Number.NaN)

const checkTimes = (result: Json, differ: Differ) => {
  const captured: number[] = []
  for (const [path, one] of objectsIn(result)) {
    const created = at(one['created'] ?? one['created_at'])
    if (created > at(one['last_updated'])) differ(`${path}: last_updated is before it was created`)
    if (/^resources\.(?:id_documents|supplementary_documents)\[\]$/.test(path)) captured.push(created)
  }
  const checked = asList(result['checks']).map((check) => at(asObject(check)['created']))
  const first = Math.min(...captured.filter((time) => !Number.isNaN(time)))
  if (checked.some((time) => time < first)) differ('a check was made before any document was captured')
}

const checkReferences = (result: Json, differ: Differ) => {
  const ids = new Set([...objectsIn(result['resources'])].map(([, { id }]) => id))
  for (const check of asList(result['checks'])) {
    const used = asList(asObject(check)['resources_used'])
    if (used.some((id) => !ids.has(id))) differ('checks[].resources_used names a resource that is not there')
  }
}

const readResult = ({ response }: RecordedExchange, session: Session, differ: Differ): Partial<Session> => {
  const result = asObject(jsonOf(response.body))
  const state = String(result['state'])
  checkState(state, session, differ)
  checkChecks(result, session, differ)
  checkTimes(result, differ)
  checkReferences(result, differ)
  return { state, media: new Map([...session.media, ...mediaIn(result)]) }
}

const typesOfMedia: Readonly<Record<string, RegExp>> = {
  IMAGE: /^image\//,
  JSON: /^application\/json$/,
  PDF: /^application\/pdf$/,
}

const checkMedia = ({ request, response }: RecordedExchange, { media, isDeleted }: Session, differ: Differ) => {
  const id = request.path.split('/')[4] ?? ''
  const type = media.get(id)
  if (type === undefined) return
  const sent = response.headers['content-type'] ?? ''
  if (response.status === 200 && typesOfMedia[type]?.test(sent) === false)
    differ(`a media of the type ${type} came as ${sent || 'no content type'}`)
  if (response.status === 404 && !isDeleted) differ(`a media that the result names is not found`)
}

const readExchange = (exchange: RecordedExchange, session: Session, differ: Differ): Partial<Session> => {
  const { operation, request, response } = exchange
  const isDone = response.status < 300
  if (operation === 'createSession' && isDone) return readOrder(exchange)
  if (operation === 'getSession' && response.status === 200) return readResult(exchange, session, differ)
  if (operation === 'getMediaContent') checkMedia(exchange, session, differ)
  if (operation === 'deleteSession' && isDone) return { isDeleted: true }
  if (operation === 'deleteMediaContent' && isDone) {
    const media = new Map(session.media)
    media.delete(request.path.split('/')[4] ?? '')
    return { media }
  }
  return {}
}

/** Topics that are about the session as a whole, in the order in which they come. */
const order = [
  'instructions_email_requested',
  'first_branch_visit',
  'client_session_token_deleted',
  'thank_you_email_requested',
  'session_completion',
]

const isKnownTopic = (topic: string): topic is keyof typeof topicSubjects => Object.hasOwn(topicSubjects, topic)

const readNotification = (body: unknown, { notified, topics }: Session, differ: Differ): Partial<Session> => {
  const json = asObject(body)
  const topic = String(json['topic'])
  // What is not in openapi.yaml is told already.
  if (!isKnownTopic(topic)) return {}
  const about = json['check_id'] ?? json['task_id'] ?? json['resource_id']
  const name = about === undefined ? topic : `${topic} ${String(about)}`
  if (topics !== undefined && !topics.includes(topic)) differ(`${topic} was notified, and nobody subscribed to it`)
  const isOnce = topicSubjects[topic] === 'session' || topic === 'check_completion'
  if (isOnce && notified.includes(name)) differ(`${topic} was notified twice`)
  const later = order.slice(order.indexOf(topic) + 1)
  const early = order.includes(topic) ? notified.find((one) => later.includes(one)) : undefined
  if (early !== undefined) differ(`${topic} was notified after ${early}`)
  return { notified: [...notified, name] }
}

/** A single answer that was kept as JSON: nobody knows what came before it. */
const isAlone = (recording: Recording) =>
  recording.kind === 'exchange' && Object.keys(recording.response.headers).length === 0

/** A notification that should have come long before this recording. */
const checkSilence = (recording: Recording, session: Session, differ: Differ) => {
  const { completedAt = Number.NaN, notified, topics = [] } = session
  // Without any notification nobody records them.
  if (notified.length === 0 || notified.includes('session_completion') || !topics.includes('session_completion')) return
  if (at(recording.at) - completedAt > patienceMs)
    differ('session_completion was not notified within a minute of a session being read as COMPLETED')
}

/** Sessions that are followed at a time. */
const mostSessions = 20_000

/** Follows each session through its recordings, and compares what happened with what mock-yoti makes happen. */
export const createFlowCheck = (tell: Tell): { readonly check: (from: FromFile) => void } => {
  const sessions = new Map<string, Session>()
  const next = (recording: Recording, session: Session, differ: Differ) =>
    recording.kind === 'exchange'
      ? readExchange(recording, session, differ)
      : readNotification(jsonOf(recording.body), session, differ)
  return {
    check: ({ recording, file }) => {
      const id = sessionOf(recording)
      if (id === undefined) return
      const differ: Differ = (what, details = []) => tell({ kind: 'flow', title: what, details, file })
      if (isAlone(recording)) {
        next(recording, unseen, differ)
        return
      }
      const session = sessions.get(id) ?? unseen
      checkSilence(recording, session, differ)
      const after = { ...session, ...next(recording, session, differ) }
      const isNews = after.state === 'COMPLETED' && after.completedAt === undefined
      sessions.delete(id)
      sessions.set(id, isNews ? { ...after, completedAt: at(recording.at) } : after)
      const [oldest] = sessions.keys()
      if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest)
    },
  }
}
