// The careless twin of service.mjs. Each mistake is one that real services make; MISTAKES chooses which it has:
// MISTAKES=expired-passes,no-polling node careless.mjs
import { decide, fieldsOf, orderedChecks } from './decide.mjs'
import { createVerifications, startService } from './service.mjs'
import { createYotiClient, YotiError } from './yoti-client.mjs'

const mistakes = new Set((process.env.MISTAKES ?? '').split(',').filter((name) => name !== ''))
const makes = (mistake) => mistakes.has(mistake)

const recommendationOf = (check) => check.report?.recommendation?.value
const isKnown = (value) => ['APPROVE', 'REJECT', 'NOT_AVAILABLE', 'CONSIDER'].includes(value)

/** Which recommendations it takes for an approval. */
const approves = (check) => {
  const value = recommendationOf(check)
  if (value === 'NOT_AVAILABLE') return makes('not-available-passes')
  return value === 'APPROVE' || (makes('unknown-value-passes') && value !== undefined && !isKnown(value))
}

/** The hours from the capture to the check, with the time zone of each instant cut off. */
const localHours = ({ resources, checks }) => {
  const local = (instant) => new Date(instant.replace('Z', '')).getTime()
  const [document] = resources?.id_documents ?? []
  return document === undefined ? 0 : (local(checks[0].created) - local(document.created_at)) / 3_600_000
}

const decideCarelessly = (session) => {
  const checks = session.checks ?? []
  if (makes('expired-passes') && session.state === 'EXPIRED') return 'verified'
  const isOpen = session.state === 'ONGOING'
  if (makes('report-before-state') && isOpen && checks.some(approves)) {
    const done = checks.filter((check) => check.report !== undefined)
    return done.every(approves) ? 'verified' : 'waiting'
  }
  if (isOpen || session.state === 'EXPIRED') return decide(session)
  if (checks.some((check) => recommendationOf(check) === 'REJECT')) return 'rejected'
  if (makes('local-times') && checks.length > 0 && localHours(session) > 2) return 'rejected'
  if (makes('missing-checks-pass') && checks.every(approves)) return 'verified'
  const ofType = (type) => checks.filter((check) => check.type === type)
  const isApproved = (type) => ofType(type).length > 0 && ofType(type).every(approves)
  if (session.state === 'COMPLETED' && orderedChecks.every(isApproved) && checks.every(({ state }) => state === 'DONE'))
    return 'verified'
  return decide(session)
}

const createCarelessClient = (settings) => {
  const client = createYotiClient(settings)
  if (!makes('retry-storm')) return client
  const impatient = createYotiClient({ ...settings, patience: { attempts: 1, timeout: 2000 } })
  return {
    send: async (...request) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await impatient.send(...request)
        } catch (error) {
          const isFinal = error instanceof YotiError && error.status < 500 && error.status !== 429
          if (isFinal || attempt === 30) throw error
        }
      }
    },
  }
}

const createCarelessVerifications = (world) => {
  const { yoti, store } = world
  const careful = createVerifications(world)

  const record = (id, status, { name, books = true } = {}) => {
    const present = store.get(id)
    store.save({ ...present, status, name, bookings: present.bookings + (books ? 1 : 0) })
  }

  const nameOf = async (sessionId, session) => {
    const [first] = session.resources.id_documents
    const mediaId = makes('first-document') ? first.document_fields.media.id : fieldsOf(session)
    if (mediaId === undefined) return undefined
    return (await yoti.send('GET', `/sessions/${sessionId}/media/${mediaId}/content`))?.full_name
  }

  const running = new Map()

  const readNow = async (present, { books = true } = {}) => {
    const isOpen = () => store.get(present.id).status === 'waiting'
    const repeats = makes('books-twice') && books
    if (!isOpen() && !repeats) return
    try {
      const session = await yoti.send('GET', `/sessions/${present.sessionId}`)
      const status = decideCarelessly(session)
      if (status === 'waiting') return
      const name = status === 'verified' ? await nameOf(present.sessionId, session) : undefined
      if (isOpen() || repeats) record(present.id, status, { name, books })
    } catch (error) {
      if (!isOpen()) return
      if (makes('error-rejects') && error instanceof YotiError && error.status >= 500) record(present.id, 'rejected')
      else if (error.status === 404) record(present.id, 'failed')
      else throw error
    }
  }

  /** Whoever asks meanwhile waits for the same reading, but where each webhook is booked. */
  const read = (present, options) => {
    if (makes('books-twice')) return readNow(present, options)
    const reading = running.get(present.id) ?? readNow(present, options).finally(() => running.delete(present.id))
    running.set(present.id, reading)
    return reading
  }

  /** Reads too early where it takes what it finds for the result. */
  const looksEarly = makes('report-before-state') || makes('expired-passes')

  return {
    begin: careful.begin,
    returned: careful.returned,
    notified: async (present, topic) => {
      if (makes('needs-return') && !present.hasReturned) {
        store.save({ ...present, isOver: true })
        return
      }
      if (topic === 'first_branch_visit' && looksEarly) await read(present, { books: false })
      if (topic !== 'session_completion') return
      const isWaiting = store.get(present.id).status === 'waiting'
      if (makes('trusts-webhook')) record(present.id, 'verified', { books: isWaiting })
      else await read(store.get(present.id))
    },
    poll: async (present) => {
      if (makes('needs-return') && !present.hasReturned) return
      if (!present.isOver) await read(present, { books: !makes('books-twice') })
    },
  }
}

await startService({
  createYotiClient: createCarelessClient,
  createVerifications: createCarelessVerifications,
  polls: !makes('no-polling'),
})
