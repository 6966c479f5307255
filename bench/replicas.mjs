// `npm run bench -- --store`: reads of a created session from memory, from one server with a Redis, and from two, in one run.
// On a small machine the load generator and Redis take their share of the cores: the tables say how much.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuMs, freePort, median, readWrk, startServer, stop } from './processes.mjs'

const connections = 32
/** Sessions that are created to see what one needs; before them as many as the journal has entries. */
const measured = 2000
const order = JSON.stringify({
  ibv_options: { support: 'MANDATORY' },
  requested_checks: [{ type: 'IBV_VISUAL_REVIEW_CHECK', config: { manual_check: 'IBV' } }],
  required_documents: [{ type: 'ID_DOCUMENT' }],
})

/** One command, and the text of its answer. */
const ask = async (port, command) => {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${command}\r\n`)
  let text = ''
  for await (const chunk of socket) {
    text += chunk
    if (text.endsWith('\r\n')) break
  }
  socket.destroy()
  return text
}

/** @param {string} program `redis-server`, or a Valkey */
const startStore = async (program) => {
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'mock-yoti-bench-'))
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--save', '']
  const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const chunk of child.stdout) if (/ready to accept/i.test(String(chunk))) break
  child.stdout?.resume()
  return { child, port, directory, url: `redis://127.0.0.1:${port}` }
}

const createSession = async (server) => {
  const api = new URL('/idverify/v1/sessions?sdkId=bench', server.url)
  const response = await fetch(api, { method: 'POST', body: order })
  if (response.status !== 201) throw new Error(`a session was not created: ${await response.text()}`)
  const created = /** @type {{ session_id: string }} */ (await response.json())
  return created.session_id
}

/** Milliseconds of processor time of the load generators that have ended. */
const generatorMs = () => {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) * 10
}

const runWrk = async (url, count, seconds) => {
  const child = spawn('wrk', ['-t1', `-c${count}`, `-d${seconds}s`, '--latency', url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const chunks = await child.stdout.toArray()
  return readWrk(Buffer.concat(chunks).toString())
}

/** Loads some servers at once, each with its part of the connections. */
const measure = async ({ servers, id }, store, seconds) => {
  const used = () => servers.reduce((sum, server) => sum + cpuMs(server), 0)
  const before = { servers: used(), store: cpuMs(store), generator: generatorMs() }
  const urls = servers.map(({ url }) => new URL(`/idverify/v1/sessions/${id}?sdkId=bench`, url).href)
  const runs = await Promise.all(urls.map((url) => runWrk(url, connections / urls.length, seconds)))
  const requests = runs.reduce((sum, run) => sum + run.requests, 0)
  const perRequest = (ms) => (ms * 1000) / requests
  return {
    rps: runs.reduce((sum, run) => sum + run.rps, 0),
    p99: Math.max(...runs.map(({ p99 }) => p99)),
    serverUs: perRequest(used() - before.servers),
    storeUs: perRequest(cpuMs(store) - before.store),
    generatorUs: perRequest(generatorMs() - before.generator),
  }
}

const usedMemory = async ({ port }) => Number(/used_memory:(\d+)/.exec(await ask(port, 'INFO memory'))?.[1])

const memoryOfSession = async (server, store) => {
  const create = async (count) => {
    for (let at = 0; at < count; at += 50) await Promise.all(Array.from({ length: 50 }, () => createSession(server)))
  }
  await create(1000)
  const before = await usedMemory(store)
  await create(measured)
  return ((await usedMemory(store)) - before) / measured
}

const row = (name, runs, one) => {
  const of = (key) => median(runs.map((run) => run[key]))
  const ratio = one === undefined ? '' : (of('rps') / one).toFixed(2)
  const costs = [of('serverUs'), of('storeUs'), of('generatorUs')].map((us) => us.toFixed(0))
  return `| ${[name, Math.round(of('rps')), ratio, of('p99').toFixed(1), ...costs].join(' | ')} |`
}

/**
 * @param {{ node: string, root: string, seconds: number, rounds: number, starts: number, program: string }} options
 * @returns the tables
 */
export const reportOnStore = async ({ node, root, seconds, rounds, starts, program }) => {
  const store = await startStore(program)
  const shared = ['--store', store.url, '--max-sessions', '100000']
  const start = (args = []) =>
    startServer({ node, name: 'mock-yoti', root, file: '', args: [...args, '--log', 'silent'] })
  const running = []
  const keep = async (args) => {
    const server = await start(args)
    running.push(server)
    return server
  }
  try {
    const memory = await keep([])
    const first = await keep(shared)
    const second = await keep(shared)
    const sharedId = await createSession(first)
    const settings = [
      { name: 'memory', servers: [memory], id: await createSession(memory) },
      { name: 'one with Redis', servers: [first], id: sharedId },
      { name: 'two with Redis', servers: [first, second], id: sharedId },
    ]
    for (const setting of settings) await measure(setting, store, seconds)
    /** @type {Awaited<ReturnType<typeof measure>>[][]} */
    const results = settings.map(() => [])
    for (let round = 0; round < rounds; round++)
      for (const [at, setting] of settings.entries()) results[at].push(await measure(setting, store, seconds))
    const [inMemory, one] = results.map((runs) => median(runs.map(({ rps }) => rps)))
    const perSession = await memoryOfSession(first, store)
    const startMs = async (args) => {
      const server = await start(args)
      await stop(server)
      return server.startMs
    }
    const alone = []
    const sharing = []
    for (let time = 0; time < starts; time++) {
      alone.push(await startMs([]))
      sharing.push(await startMs(shared))
    }
    const bases = [undefined, inMemory, one]
    const heads =
      '| server | requests/s | × the line above | p99 ms | CPU µs a request: servers | Redis | load generator |'
    return [
      [
        heads,
        '| --- | --- | --- | --- | --- | --- | --- |',
        ...settings.map(({ name }, at) => row(name, results[at], bases[at])),
      ].join('\n'),
      `A session that was just created: ${Math.round(perSession)} bytes in Redis. Start to first answer: ${median(alone).toFixed(0)} ms from memory, ${median(sharing).toFixed(0)} ms with a store.`,
    ].join('\n\n')
  } finally {
    await Promise.all(running.map(stop))
    await stop(store)
    rmSync(store.directory, { recursive: true, force: true })
  }
}
