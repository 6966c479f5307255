import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The program that the tests start: TEST_REDIS_SERVER names another, such as a Valkey. */
const program = process.env['TEST_REDIS_SERVER'] ?? 'redis-server'

/** A Redis of our own on a free port, which ends with its block. */
export type RedisServer = AsyncDisposable & {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly directory: string
  /** Stops it, by its process id, and waits for its end. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Why there is no Redis to test with; undefined when there is one. Under CI it has to be there. */
export const findMissingRedis = async (): Promise<string | undefined> => {
  const child = spawn(program, ['--version'], { stdio: 'ignore' })
  const isThere = await new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
  if (isThere) return undefined
  const reason = `${program} is not installed: apt-get install redis-server`
  if (process.env['CI'] === 'true') throw new Error(reason)
  return reason
}

const untilItAnswers = async (child: ChildProcess): Promise<void> => {
  let output = ''
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk)
    if (/ready to accept connections/i.test(output)) return
  }
  throw new Error(`${program} ended: ${output}`)
}

/**
 * @param options of `redis-server`, such as `--requirepass`, `secret`; a function is given its port
 * @param at where one ran before, to start it again
 */
export const startRedis = async (
  options: readonly string[] | ((port: number) => readonly string[]) = [],
  at?: Pick<RedisServer, 'port' | 'directory'>,
): Promise<RedisServer> => {
  const port = at?.port ?? (await freePort())
  const directory = at?.directory ?? (await mkdtemp(join(tmpdir(), 'mock-yoti-redis-')))
  const given = typeof options === 'function' ? options(port) : options
  const child = spawn(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--save', '', ...given],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const closed = once(child, 'exit')
  await untilItAnswers(child)
  child.stdout.resume()
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    await closed
  }
  const dispose = async () => {
    if (child.exitCode === null && child.signalCode === null) await stop('SIGKILL')
    if (at === undefined) await rm(directory, { recursive: true, force: true })
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    directory,
    stop,
    [Symbol.asyncDispose]: dispose,
  }
}
