// A kept state with small damage, put back: it is refused, or everything in it can be read.
import { prepareSessions } from '../requests/prepare-sessions.mjs'
import { sessionCalls } from '../requests/session-calls.mjs'
import { damage } from '../requests/values.mjs'
import { createWire } from '../requests/wire.mjs'
import { place } from './absurd.mjs'
import { isMeant, lastRequests, noDeadline, openCalls } from './calls.mjs'
import { describe } from './findings.mjs'
import { startServer } from './server.mjs'

const api = '/idverify/v1'

const readsOfSession = ({ id, clientSessionToken, sdkId }) => {
  const path = `${api}/sessions/${encodeURIComponent(id)}`
  const query = sdkId === undefined ? '' : `?sdkId=${encodeURIComponent(sdkId)}`
  const token = encodeURIComponent(clientSessionToken)
  return [
    ...['', '/configuration', '/instructions', '/instructions/contact-profile', '/instructions/pdf'].map(
      (end) => `${path}${end}${query}`,
    ),
    `/__mock/sessions/${encodeURIComponent(id)}`,
    `/web/index.html?sessionID=${encodeURIComponent(id)}&sessionToken=${token}`,
  ]
}

const reads = [
  '/__mock/sessions',
  '/__mock/notifications?details=true',
  '/__mock/notifications',
  '/__mock/applications',
  '/__mock/faults',
  '/__mock/clock',
  '/__mock/state',
]

const mediaIn = (text) => [...new Set([...text.matchAll(/"media":\{"id":"([^"]+)"/g)].map(([, id]) => id))]

/** What is read of a state: everything of its sessions, and all lists. */
const readsOf = async (state, send) => {
  const requests = reads.map((path) => ({ path }))
  for (const session of state.sessions) {
    const own = readsOfSession(session)
    const { body } = await send({ path: own[0] })
    const base = `${api}/sessions/${encodeURIComponent(session.id)}/media`
    const query = own[0].split('?')[1] ?? ''
    const media = mediaIn(body.toString()).map((id) => `${base}/${encodeURIComponent(id)}/content?${query}`)
    requests.push(...[...own, ...media].map((path) => ({ path })))
  }
  return requests
}

const parts = ['sessions', 'sessions', 'sessions', 'deliveries', 'faults', 'clocks', 'applications', 'holds', 'tokens']

/** The same state with something changed, mostly within a session. */
const damageState = (state, random) => {
  const change = (value) => (random.chance(0.6) ? damage(value, random) : place(value, random))
  if (random.chance(0.2)) return change(state)
  const name = random.pick(parts)
  const part = state[name]
  if (!Array.isArray(part) || part.length === 0) return { ...state, [name]: change(part) }
  const at = random.below(part.length)
  return { ...state, [name]: part.with(at, change(part[at])) }
}

/** A server that takes damaged states. Its answers are not checked: they may say what a state was changed to. */
export const openStates = async (seed) => {
  const server = await startServer(seed, [])
  const wire = createWire(server.port)
  const call = openCalls(wire)
  // Nobody is told of anything.
  const calls = { ...sessionCalls(call), receiverUrl: 'http://127.0.0.1:9' }
  await prepareSessions(calls, { changes: noDeadline })
  const good = (await wire.send({ path: '/__mock/state' })).body.toString()

  /**
   * Puts a state with one or two things changed, and reads all of it.
   * @returns how many requests were sent
   */
  const put = async (random, findings, at) => {
    let sent = 0
    const send = async (request) => {
      sent += 1
      const answer = await wire.send(request)
      if ((answer.status >= 500 || answer.status === 0) && !(await lastRequests(call, 1)).some(isMeant)) {
        const said = `${answer.status} ${answer.body.toString().slice(0, 100)}`
        findings.add(`after a damaged state: ${said}`, at, `${describe({ method: 'GET', ...request })} → ${said}`)
      }
      return answer
    }
    const once = damageState(JSON.parse(good), random)
    const isObject = typeof once === 'object' && once !== null && !Array.isArray(once)
    const changed = isObject && random.chance(0.3) ? damageState(once, random) : once
    const answer = await send({ method: 'PUT', path: '/__mock/state', body: JSON.stringify(changed) })
    if (answer.status === 204) for (const request of await readsOf(changed, send)) await send(request)
    await send({ method: 'PUT', path: '/__mock/state', body: good })
    if (server.hasEnded())
      findings.add('the server ended after a damaged state', at, server.errors.slice(-3).join('\n'))
    return sent
  }

  const close = async () => {
    wire.close()
    await server.stop()
  }
  return { put, close }
}
