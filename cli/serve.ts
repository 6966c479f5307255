import { parseConfig, serviceVariables } from '../server/config.js'
import { start } from '../server/start.js'
import { startMessage } from './start-message.js'
import type { Terminal } from './terminal.js'

/** Collects lines and writes them once per turn of the event loop: a line a request must not slow the requests. */
const createLineWriter = (stream: Terminal['stdout']) => {
  let waiting = ''
  const flush = () => {
    stream.write(waiting)
    waiting = ''
  }
  return (line: string) => {
    if (waiting === '') setImmediate(flush)
    waiting += `${line}\n`
  }
}

const untilStopped = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

/** `mock-yoti serve`: ends when the process is told to. */
export const serve = async (argv: readonly string[], { env, stdout }: Terminal): Promise<number> => {
  const config = parseConfig(argv, env)
  const stopped = untilStopped()
  const write = createLineWriter(stdout)
  const running = await start(config, { write, ignoredVariables: serviceVariables(env) })
  if (config.log === 'text') stdout.write(startMessage(running.url, config, running.catalogue.list()))
  if (config.log === 'json') write(JSON.stringify({ level: 'info', message: 'listening', url: running.url }))
  await stopped
  await running.close()
  return 0
}
