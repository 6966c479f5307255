import process from 'node:process'
import { readOtlpSettings } from '../server/config/otlp-settings.js'
import { parseConfig, serviceVariables } from '../server/config/parse-config.js'
import { start } from '../server/start.js'
import { startMessage } from './start-message.js'
import type { Terminal } from './terminal.js'

/** Collects lines and writes them once per turn of the event loop: a line a request must not slow the requests. */
const createLineWriter = (write: (text: string) => void) => {
  let waiting = ''
  const flush = () => {
    write(waiting)
    waiting = ''
  }
  return (line: string) => {
    if (waiting === '') setImmediate(flush)
    waiting += `${line}\n`
  }
}

/** So many bytes of the log wait for a reader that does not read. */
const mostUnread = 4_000_000
/** Milliseconds after the end of the server in which the process ends, whatever keeps it. */
const lastPatience = 500

/**
 * Standard output whose reader may go away, as with `| head`, or stop reading. Both are said once on standard error. Nothing
 * is written after the first; lines are left out during the second, so that they do not fill the memory.
 */
const outliveReader = ({ stdout, stderr, onBrokenOutput }: Terminal) => {
  let isBroken = false
  let isLeftOut = false
  onBrokenOutput?.((reason) => {
    if (!isBroken) stderr.write(`mock-yoti: the log cannot be written (${reason}); the server goes on without it\n`)
    isBroken = true
  })
  return (text: string): void => {
    if (isBroken) return
    if ((stdout.writableLength ?? 0) < mostUnread) stdout.write(text)
    else if (!isLeftOut) {
      stderr.write('mock-yoti: nobody reads the log; lines are left out until somebody does\n')
      isLeftOut = true
    }
  }
}

/**
 * Has the process end although something keeps it: a log that nobody reads, to which Node would write for ever. The timer
 * alone keeps nothing.
 */
const endInAnyCase = (): void => {
  setTimeout(() => process.exit(0), lastPatience).unref()
}

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/** Resolves with the first signal to end; the second one ends the process at once. */
const untilStopped = () =>
  new Promise<void>((resolve) => {
    let isStopping = false
    const stop = (signal: keyof typeof exitCodes) => {
      if (isStopping) process.exit(exitCodes[signal])
      isStopping = true
      resolve()
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
  })

/** Says what failed and which requests were being answered, and ends: what nobody foresaw may have left anything half-done. */
const endOnUnforeseen = (stderr: Terminal['stderr'], inFlight: () => string[]) => {
  process.on('uncaughtException', (error: unknown) => {
    const requests = inFlight()
    const during = requests.length === 0 ? 'between requests' : `while answering ${requests.slice(0, 5).join(', ')}`
    const described = error instanceof Error ? (error.stack ?? error.message) : String(error)
    stderr.write(`mock-yoti: ended by an unforeseen error ${during}: ${described}\n`)
    process.exit(1)
  })
}

/** `mock-yoti serve`: ends when the process is told to. */
export const serve = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const { env, stderr } = terminal
  const config = parseConfig(argv, env)
  const otlp = config.otlp ? readOtlpSettings(env) : undefined
  const stopped = untilStopped()
  const print = outliveReader(terminal)
  const write = createLineWriter(print)
  const running = await start(config, {
    write,
    ignoredVariables: serviceVariables(env),
    startsDegraded: true,
    ...(otlp && { otlp }),
  })
  endOnUnforeseen(stderr, running.inFlight)
  const { url, catalogue, log } = running
  if (config.log === 'text') print(startMessage(url, config, catalogue.list()))
  if (config.log === 'json') log.info(`mock-yoti listens on ${url}`, { url })
  // Nobody could find a server that says nothing on a port that it picked.
  if (config.log === 'silent' && config.port === 0) print(`mock-yoti listens on ${url}\n`)
  await stopped
  await running.close()
  endInAnyCase()
  return 0
}
