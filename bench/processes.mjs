// Starts the servers that are measured, and reads from the system what they cost. Needs Linux: it reads /proc.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
export const path = '/idverify/v1/sessions/all-approve'

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

export const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  return port
}

const answers = (url) =>
  new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200))
    }).on('error', () => resolve(false))
  })

const untilAnswers = async (url) => {
  const end = performance.now() + 20_000
  while (!(await answers(url))) {
    if (performance.now() > end) throw new Error(`nothing answers ${url}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

/**
 * Starts a server and waits for its first answer.
 * @param {{ node: string, name: string, root?: string, flags?: string[], file: string, args?: string[] }} peer `root`: of a
 *   checkout of mock-yoti; the others are in servers.mjs. `flags`: of Node.js; `args`: of mock-yoti
 */
export const startServer = async ({ node, name, root, flags = [], file, args = [] }) => {
  const port = await freePort()
  const command =
    root === undefined
      ? [at('servers.mjs'), name, String(port), file]
      : [`${root}/bin/mock-yoti.js`, '--port', String(port), ...args]
  const started = performance.now()
  const child = spawn(node, [...flags, ...command], { stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}${path}`
  await untilAnswers(url)
  return { child, url, startMs: performance.now() - started }
}

export const stop = async ({ child }) => {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** What a pattern finds in a text. @throws Error when it finds nothing */
const find = (pattern, text) => {
  const found = pattern.exec(text)
  if (found === null) throw new Error(`expected ${pattern} in:\n${text}`)
  return found
}

/** @param {{ child: import('node:child_process').ChildProcess }} server */
export const residentMb = ({ child: { pid } }) =>
  Number(find(/VmRSS:\s+(\d+)/, readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

/**
 * Ticks of 10 ms, of all threads, in user and system mode.
 * @param {{ child: import('node:child_process').ChildProcess }} server
 */
export const cpuMs = ({ child: { pid } }) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const milliseconds = (text) => {
  const [, value, unit] = find(/([\d.]+)(us|ms|s|m)/, text)
  return Number(value) * { us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit]
}

/** What wrk says at its end. @throws Error when the server did not answer well */
export const readWrk = (text) => {
  if (/Non-2xx|Socket errors/.test(text)) throw new Error(`the server did not answer well:\n${text}`)
  return {
    rps: Number(find(/Requests\/sec:\s+([\d.]+)/, text)[1]),
    requests: Number(find(/(\d+) requests in/, text)[1]),
    p50: milliseconds(find(/^\s+50%\s+(\S+)/m, text)[1]),
    p99: milliseconds(find(/^\s+99%\s+(\S+)/m, text)[1]),
  }
}

/** Sends requests for some seconds. */
export const load = (server, connections, seconds) => {
  const before = cpuMs(server)
  const text = execFileSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', server.url], {
    encoding: 'utf8',
  })
  const used = cpuMs(server) - before
  const { requests, ...figures } = readWrk(text)
  return { ...figures, cpuUs: (used * 1000) / requests }
}

/** How long a command takes. */
export const commandMs = (node, args) => {
  const started = performance.now()
  execFileSync(node, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return performance.now() - started
}

/** How long the library takes to be imported with a first server, and to start another one. */
export const libraryMs = (node, root) =>
  JSON.parse(execFileSync(node, [at('library.mjs'), `${root}/dist/index.js`], { encoding: 'utf8' }))
