// `node bench/block.mjs [FILTER]`: how long requests and scenario files hold up everybody else. For each it
// measures the longest delay of a health check that another process sends every 5 ms.
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { atHome, inBranch } from '../scripts/requests/orders.mjs'
import { keepBuilt } from '../scripts/setup.mjs'
import { readCases, requestCases } from './block-cases.mjs'
import { fileCases } from './block-files.mjs'

const limitMs = 100
const times = 4

/** The other process: asks for the health of the server until it is told to stop; says the longest wait when asked. */
const watchHealth = async (url) => {
  let isOver = false
  let longest = 0
  process.on('message', (message) => {
    if (message === 'stop') isOver = true
    else if (message === 'begin') longest = 0
    else process.send?.(longest)
  })
  for (let asked = 0; !isOver; asked++) {
    const started = performance.now()
    // A connection that the server has closed for its age is opened again.
    await fetch(`${url}/__mock/health`).then(
      (answer) => answer.arrayBuffer(),
      () => undefined,
    )
    longest = Math.max(longest, performance.now() - started)
    // The first ones open the connection.
    if (asked === 40) process.send?.('ready')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  process.disconnect()
}

const startServer = async (scenarios) => {
  const program = fileURLToPath(new URL('../bin/mock-yoti.js', import.meta.url))
  const options = ['--port', '0', '--scenarios', scenarios, '--log', 'json', '--notify-retries', '0']
  const server = spawn(process.execPath, [program, ...options])
  const url = await new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk)) ?? []
      if (found !== undefined) resolve(found)
    })
    server.once('exit', () => reject(new Error('the server did not start')))
  })
  return { server, url }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const startWatcher = async (url) => {
  const watcher = fork(fileURLToPath(import.meta.url), ['--watch', url])
  await once(watcher, 'message')
  /** The longest wait while something is done, and shortly after. */
  const measure = async (act) => {
    watcher.send('begin')
    await act()
    await pause(30)
    watcher.send('report')
    const [longest] = await once(watcher, 'message')
    return longest
  }
  return { measure, stop: () => watcher.send('stop') }
}

const openCalls = (url) => {
  const json = async (method, path, value) => {
    const answer = await fetch(url + path, { method, body: value && JSON.stringify(value) })
    return answer.json()
  }
  return { json, send: async ({ path, init }) => (await fetch(url + path, init)).arrayBuffer() }
}

const sessions = '/idverify/v1/sessions'

const prepare = async ({ json }) => {
  const create = async (order) => (await json('POST', sessions, order)).session_id
  const branch = await create(inBranch())
  const { capture } = await json('GET', `${sessions}/${branch}/configuration`)
  const home = await create(atHome())
  const text = 'x'.repeat(490_000)
  const sdk_config = { success_url: text }
  const largest = await create({ ...inBranch(), sdk_config, subject: { subject_id: text } })
  return { branch, home, largest, face: 'none', requirementId: capture.required_resources[0].id }
}

/** Until the server keeps as many sessions, requests and notifications as it may. */
const fill = async ({ send }) => {
  const notifications = { endpoint: 'http://127.0.0.1:9/', topics: ['SESSION_COMPLETION', 'CHECK_COMPLETION'] }
  const order = { ...inBranch({ notifications }), subject: { subject_id: 'x'.repeat(50_000) } }
  const body = JSON.stringify(order)
  for (let sent = 0; sent < 1_200; sent++) await send({ path: sessions, init: { method: 'POST', body } })
}

const main = async (filter) => {
  // An older build would be measured without a word.
  keepBuilt()
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-block-'))
  const { server, url } = await startServer(folder)
  const watcher = await startWatcher(url)
  const calls = openCalls(url)
  let isTooLong = false
  const run = async (cases, kind, act) => {
    for (const [what, given] of Object.entries(cases)) {
      if (!`${kind}${what}`.includes(filter)) continue
      const ms = await watcher.measure(() => act(given))
      isTooLong ||= ms > limitMs
      console.log(`${ms > limitMs ? '!' : ' '} ${ms.toFixed(0).padStart(6)} ms  ${kind}${what}`)
    }
  }
  const sendAll = async (request) => {
    for (let sent = 0; sent < times; sent++) await calls.send(request)
  }
  try {
    await run({ 'nothing else': undefined }, '', () => pause(1000))
    await run(requestCases(await prepare(calls)), '', sendAll)
    await run(fileCases, 'a scenario file: ', async (text) => {
      await writeFile(join(folder, 'large.yaml'), text)
      await pause(1500)
    })
    if (!'when full: '.includes(filter) && !filter.startsWith('when full')) return isTooLong ? 1 : 0
    await fill(calls)
    await run(readCases, 'when full: ', sendAll)
  } finally {
    watcher.stop()
    server.kill()
    await rm(folder, { recursive: true })
  }
  return isTooLong ? 1 : 0
}

if (process.argv[2] === '--watch') await watchHealth(process.argv[3])
else process.exitCode = await main(process.argv[2] ?? '')
