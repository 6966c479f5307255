// Sends generated requests to the built server and collects what must not happen.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operationsOf, requestOf } from '../requests/generate-requests.mjs'
import { prepareSessions } from '../requests/prepare-sessions.mjs'
import { createRandom } from '../requests/random.mjs'
import { openReceiver } from '../requests/receiver.mjs'
import { sessionCalls } from '../requests/session-calls.mjs'
import { signed } from '../requests/sign.mjs'
import { createWire } from '../requests/wire.mjs'
import { makeAbsurd } from './absurd.mjs'
import { isMeant, lastRequests, noDeadline, openCalls } from './calls.mjs'
import { createDocumented } from './documented.mjs'
import { readDamagedFiles } from './files.mjs'
import { createFindings, describe } from './findings.mjs'
import { watchHealth } from './health.mjs'
import { exchange, makeRaw, makeUpload } from './raw.mjs'
import { root, startServer } from './server.mjs'
import { openStates } from './states.mjs'

const batchSize = 500
const filesEvery = 2_500
const statesEvery = 100
/** How many requests one packet of raw bytes may hold, and a few that came meanwhile. */
const mostPipelined = 50
const kinds = [...Array(14).fill('generated'), ...Array(7).fill('absurd'), 'upload', 'raw', 'raw']
const stack = /<pre>|\n\s+at .+\.[jt]s:\d+/

/** Whether the last request was answered by a fault, or by an error that its scenario is made of. */
const isLastMeant = async (call) => (await lastRequests(call, 1)).some(isMeant)

/** The same of requests on one connection, of those that failed. */
const areFailuresMeant = async (call) => {
  const failed = (await lastRequests(call, mostPipelined)).filter(({ status }) => status >= 500)
  return failed.length > 0 && failed.every(isMeant)
}

const fuzzServer = async (server, states, { seed, seconds, requests, from }) => {
  const findings = createFindings(seed)
  const byKind = {}
  const byStatus = {}
  const receiver = await openReceiver()
  const wire = createWire(server.port)
  const call = openCalls(wire)
  const calls = { ...sessionCalls(call), receiverUrl: receiver.url }
  const documents = {
    yoti: (await call('GET', '/openapi.json')).json,
    control: (await call('GET', '/__mock/openapi.json')).json,
  }
  const { problemOf } = createDocumented(documents)
  const operations = [...operationsOf(documents.yoti, 'yoti'), ...operationsOf(documents.control, 'control')]
  const operationIds = [...new Set(operations.map(({ operation }) => operation.operationId))]
  const scenarioIds = (await call('GET', '/__mock/scenarios')).json.scenarios.map(({ id }) => id)
  const key = readFileSync(join(root, 'keys', 'demo-private-key.pem'), 'utf8')

  const sendRaw = async (bytes, at) => {
    const { text, silent } = await exchange(server.port, bytes)
    const what = JSON.stringify(bytes.toString('latin1').slice(0, 300))
    const [, status] = /(?:^|\n)HTTP\/1\.1 (5\d\d)/.exec(text) ?? []
    if (status !== undefined && !(await areFailuresMeant(call))) findings.add(`${status} for raw bytes`, at, what)
    if (stack.test(text)) findings.add('a stack trace', at, what)
    if (silent) findings.add('no end for raw bytes', at, what)
  }

  const sendRequest = async (request, at) => {
    const answer = await wire.send(signed(request))
    const { status, body, error } = answer
    byStatus[status] = (byStatus[status] ?? 0) + 1
    const what = describe(request)
    if (stack.test(body.toString('latin1'))) findings.add('a stack trace', at, what)
    const problem = status === 0 ? `no answer (${error})` : problemOf(request, status)
    if (problem === undefined && status < 500) return
    if (await isLastMeant(call)) return
    const text = body.toString().slice(0, 200)
    findings.add(problem ?? `${status}: ${text}`, at, `${what} → ${status} ${text}`)
  }

  const sendOne = async (context, at) => {
    const kind = context.random.pick(kinds)
    if (kind === 'raw' || kind === 'upload') {
      byKind[kind] = (byKind[kind] ?? 0) + 1
      return sendRaw(kind === 'raw' ? makeRaw(context) : makeUpload(context), at)
    }
    const made = requestOf(context, key)
    const name = kind === 'absurd' ? kind : made.level
    byKind[name] = (byKind[name] ?? 0) + 1
    return sendRequest(kind === 'absurd' ? makeAbsurd(made, context) : made.request, at)
  }

  const ended = performance.now() + seconds * 1_000
  let shared
  for (let at = from; at < from + requests && performance.now() < ended && !server.hasEnded(); at += 1) {
    if (shared === undefined || at % batchSize === 0) {
      // A reset keeps what is known of applications.
      await calls.control('PUT', '/applications/gen-a', { signatures: 'lenient' })
      const prepared = await prepareSessions(calls, { changes: noDeadline })
      shared = { operations, operationIds, scenarioIds, receiverUrl: receiver.url, ...prepared }
      receiver.take('old')
    }
    const before = server.errors.length
    await sendOne({ ...shared, random: createRandom(`${seed}/${at}`) }, at)
    for (const line of server.errors.slice(before)) findings.add(`logged: ${causeOf(line)}`, at, line)
    if (at % statesEvery === statesEvery - 1)
      byKind.states = (byKind.states ?? 0) + (await states.put(createRandom(`${seed}/states/${at}`), findings, at))
    if ((at - from) % filesEvery !== filesEvery / 5) continue
    byKind.files = (byKind.files ?? 0) + 25
    for (const problem of await readDamagedFiles(createRandom(`${seed}/files/${at}`)))
      findings.add(problem, at, problem)
  }
  if (server.hasEnded()) findings.add('the server ended', 0, server.errors.slice(-3).join('\n'))
  wire.close()
  await receiver.close()
  return { byKind, byStatus, findings }
}

/** An error's line without what differs from request to request. */
const causeOf = (line) => {
  try {
    const { message, error, stack: trace } = JSON.parse(line)
    return `${message} ${error ?? trace ?? ''}`.replace(/request \S+ \([^)]*\)/, 'request').slice(0, 300)
  } catch {
    return line.slice(0, 200)
  }
}

/**
 * Starts the built server and sends requests until the seconds or the requests are over.
 * @returns requests by kind, answers by status (0: none), what was found, the longest wait of a health check (ms), memory before and after (MB)
 */
export const fuzz = async ({ seed = 'fuzz', seconds = 60, requests = Number.POSITIVE_INFINITY, from = 0 } = {}) => {
  const server = await startServer(seed)
  const states = await openStates(seed)
  const stopWatching = watchHealth(server.port)
  const memory = [server.memory()]
  try {
    const { byKind, byStatus, findings } = await fuzzServer(server, states, { seed, seconds, requests, from })
    memory.push(server.memory())
    const longestWait = await stopWatching()
    const code = await server.stop()
    if (code !== 0) findings.add(`exit code ${code}`, from, server.errors.slice(-3).join('\n'))
    return { byKind, byStatus, findings: findings.list(), longestWait, memory }
  } finally {
    await stopWatching()
    await server.stop()
    await states.close()
  }
}
