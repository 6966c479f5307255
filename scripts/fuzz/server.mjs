// The built server in a process of its own, watched.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const program = `${root}bin/mock-yoti.js`
/** Nothing of the environment that sets an option. */
export const environment = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', NO_COLOR: '1' }

/** Megabytes that a process holds; undefined where the system does not say. */
const memoryOf = (pid) => {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
  } catch {
    return undefined
  }
}

/** Starts the server. `errors` are the lines that it logged as errors or printed as something else than its log. */
export const startServer = async (seed, /** @type {string[]} */ more = ['--check-answers']) => {
  const options = ['--port', '0', '--seed', seed, '--log', 'json', '--journal-size', '200', '--notify-retries', '0']
  const child = spawn(process.execPath, [program, 'serve', ...options, ...more], { env: environment })
  const closed = once(child, 'close')
  const errors = []
  const listening = new Promise((resolve, reject) => {
    closed.then(([code]) => reject(new Error(`the server ended with ${code}: ${errors.join('\n')}`)))
    const read = (line) => {
      const port = /"message":"mock-yoti listens on [^"]*:(\d+)"/.exec(line)?.[1]
      if (port !== undefined) resolve(Number(port))
      else if (!line.startsWith('{') || line.includes('"level":"error"')) errors.push(line)
    }
    createInterface(child.stdout).on('line', read)
    createInterface(child.stderr).on('line', read)
  })
  const port = await listening
  return {
    port,
    errors,
    memory: () => memoryOf(child.pid),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: async () => {
      child.kill('SIGTERM')
      const [code, signal] = await closed
      return code ?? signal
    },
  }
}
