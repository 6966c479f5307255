import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { UsageError } from '../server/base/errors.js'
import { callHttp } from '../server/base/http-client.js'
import type { Description } from './description.js'
import { fillText, type Values } from './fill.js'

/** The service under test as a process of its own group, with what it printed. */
export type ServiceProcess = {
  readonly url: string
  /** Lines of standard output and standard error since the last call. */
  readonly takeLog: () => string[]
  /** The exit code or signal; undefined while it runs. */
  readonly exited: () => string | undefined
  readonly end: () => Promise<void>
}

/** A port that nobody listens on now. */
export const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** More lines are kept by nobody: a service in a loop must not fill the memory. */
const mostLines = 2000

const collectLines = (child: ChildProcess) => {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\n')
      rest = (parts.pop() ?? '').slice(-10_000)
      lines.push(...parts)
      if (lines.length > mostLines) lines.splice(0, lines.length - mostLines)
    })
  }
  return lines
}

const answersBelow500 = (url: string) =>
  callHttp(url, { method: 'GET', headers: {}, timeoutMs: 2000 }).then(
    ({ status }) => status < 500,
    () => false,
  )

/** What it printed last, of each stack trace only the first place: the error above it matters more. */
const lastWords = (lines: readonly string[]) => {
  const isPlace = (line = '') => /^\s+at /.test(line)
  return lines
    .filter((line, index) => !isPlace(line) || !isPlace(lines[index - 1]))
    .slice(-12)
    .join('\n')
}

const pause = 50

const untilReady = async (url: string, seconds: number, exited: () => string | undefined, lines: readonly string[]) => {
  for (let left = (seconds * 1000) / pause; left > 0; left--) {
    if (await answersBelow500(url)) return
    const end = exited()
    if (end !== undefined)
      throw new UsageError(`The service ended with ${end} before ${url} answered.\n${lastWords(lines)}`)
    await wait(pause)
  }
  throw new UsageError(`The service did not answer at ${url} within ${seconds} s.\n${lastWords(lines)}`)
}

/** Ends a process and what it started: its group, or where there are no groups the process. */
const kill = (child: ChildProcess, signal: NodeJS.Signals) => {
  try {
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    // It has ended.
  }
}

const graceMs = 2000

/** What is to be done when this process ends: of many services, one listener. */
const atEnd = new Set<() => void>()

const endAll = () => {
  for (const act of atEnd) act()
}

/** Has something done when this process ends, whatever ends it. @returns takes it back */
export const atExit = (act: () => void): (() => void) => {
  if (atEnd.size === 0) process.once('exit', endAll)
  atEnd.add(act)
  return () => {
    atEnd.delete(act)
    if (atEnd.size === 0) process.off('exit', endAll)
  }
}

/** Another process that answers there would be taken for the service. */
const assertFree = async (url: string) => {
  if (await answersBelow500(url))
    throw new UsageError(
      `Something answers at ${url} already, before service.run started anything. End it, or give the service {{port}}, a free port.`,
    )
}

const start = async ({ service, directory }: Description, command: string, values: Values): Promise<ServiceProcess> => {
  const url = fillText(service.url ?? 'http://127.0.0.1:{{port}}', values)
  const readyUrl = url + (service.ready ?? '/')
  await assertFree(readyUrl)
  const environment = Object.entries(service.environment ?? {}).map(([name, value]) => [
    name,
    fillText(String(value), values),
  ])
  const child = spawn(command, {
    shell: true,
    detached: process.platform !== 'win32',
    cwd: resolve(directory, service.directory ?? '.'),
    env: { ...process.env, ...Object.fromEntries(environment) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines = collectLines(child)
  let end: string | undefined
  child.on('exit', (code, signal) => {
    end = signal ?? `exit code ${code}`
  })
  child.on('error', ({ message }) => {
    end = message
  })
  // Whoever ends the gauntlet ends the service with it.
  const forget = atExit(() => kill(child, 'SIGKILL'))
  const stop = async () => {
    forget()
    kill(child, 'SIGTERM')
    for (let left = graceMs / pause; left > 0 && end === undefined; left--) await wait(pause)
    kill(child, 'SIGKILL')
  }
  try {
    await untilReady(readyUrl, service.ready_within ?? 30, () => end, lines)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, takeLog: () => lines.splice(0), exited: () => end, end: stop }
}

/** Starts the service, or finds the one that runs already. @throws UsageError when it does not answer */
export const startService = async (description: Description, values: Values): Promise<ServiceProcess> => {
  const { run, url = '', ready = '/', ready_within: within = 5 } = description.service
  if (run !== undefined) return start(description, fillText(run, values), values)
  if (url !== '') await untilReady(url + ready, within, () => undefined, [])
  return { url, takeLog: () => [], exited: () => undefined, end: async () => undefined }
}
