import { UsageError } from '../server/base/errors.js'
import { didYouMean } from '../server/base/nearest.js'
import { packageVersion } from '../server/base/package-files.js'
import { parseConfig } from '../server/config.js'
import { start } from '../server/start.js'
import { helpText } from './help.js'
import type { CommandResult } from './scenarios/settings.js'
import { startMessage } from './start-message.js'

/** Collects lines and writes them once per turn of the event loop: a line a request must not slow the requests. */
const createLineWriter = (stream: NodeJS.WriteStream) => {
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

const printResult = ({ text, exitCode }: CommandResult) => {
  process.stdout.write(`${text}\n`)
  return exitCode
}

const untilStopped = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

const serve = async (argv: readonly string[]) => {
  const config = parseConfig(argv, process.env)
  const stopped = untilStopped()
  const write = createLineWriter(process.stdout)
  const running = await start(config, { write })
  if (config.log === 'text') process.stdout.write(startMessage(running.url, config, running.catalogue.list()))
  if (config.log === 'json') write(JSON.stringify({ level: 'info', message: 'listening', url: running.url }))
  await stopped
  await running.close()
  return 0
}

const scenarios = async (argv: readonly string[]) => {
  const { scenariosCommand } = await import('./scenarios.js')
  return printResult(await scenariosCommand(argv, parseConfig([], process.env).scenarios))
}

const shapes = async (argv: readonly string[]) => {
  const own = argv.filter((argument) => ['--json', '--help'].includes(argument) || !argument.startsWith('-'))
  const isOptionValue = (argument: string) => argv[argv.indexOf(argument) - 1] === '--scenarios'
  const words = own.filter((argument) => !isOptionValue(argument))
  const config = parseConfig(
    argv.filter((argument) => !words.includes(argument)),
    process.env,
  )
  const { shapesCommand } = await import('./shapes.js')
  return printResult(await shapesCommand(words, config.scenarios))
}

const verify = async (argv: readonly string[]) => {
  const { verifyCommand } = await import('../contracts/verify/verify-command.js')
  return printResult(await verifyCommand(argv, process.env))
}

const states = async (argv: readonly string[]) => {
  const { statesCommand } = await import('../contracts/verify/states-command.js')
  return printResult(await statesCommand(argv, process.env))
}

const keys = async ([extra]: readonly string[]) => {
  if (extra !== undefined) throw new UsageError(`Unknown argument '${extra}'. mock-yoti keys takes none`)
  const { keysText } = await import('./keys.js')
  process.stdout.write(`${keysText()}\n`)
  return 0
}

const commands = { serve, scenarios, shapes, verify, states, keys }

const run = async ([first, ...rest]: readonly string[]): Promise<number> => {
  if (first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(`${helpText()}\n`)
    return 0
  }
  if (first === '--version' || first === '-v') {
    process.stdout.write(`${packageVersion()}\n`)
    return 0
  }
  if (first === undefined || first.startsWith('-')) return serve(first === undefined ? [] : [first, ...rest])
  const command = Object.entries(commands).find(([name]) => name === first)?.[1]
  if (command !== undefined) return command(rest)
  throw new UsageError(`Unknown command '${first}'.${didYouMean(first, Object.keys(commands))} See mock-yoti --help`)
}

/**
 * Runs the command line; ends when the server was told to stop.
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 done, 1 problems found, 2 not understood
 */
export const main = async (argv: readonly string[]): Promise<number> => {
  // A reader that has seen enough, such as `head`, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  try {
    return await run(argv)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`mock-yoti: ${error.message}\n`)
    return 2
  }
}
