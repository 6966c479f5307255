import { UsageError } from '../server/base/errors.js'
import { didYouMean } from '../server/base/nearest.js'
import { packageVersion } from '../server/base/package-files.js'
import type { Command } from './command.js'
import { commands, findCommand } from './commands.js'
import type { Terminal } from './terminal.js'

const asksForHelp = (argv: readonly string[]) => argv.includes('--help') || argv.includes('-h')

/** A word that several commands begin with, and that is no command itself. @throws UsageError unless help is asked for */
const runGroup = async (word: string, below: readonly Command[], rest: readonly string[], terminal: Terminal) => {
  if (!asksForHelp(rest)) {
    const names = below.map(({ name }) => name)
    const advice = didYouMean(`${word} ${rest[0] ?? ''}`, names) || ` The commands are ${names.join(', ')}.`
    throw new UsageError(
      `'${[word, ...rest.slice(0, 1)].join(' ')}' is no command.${advice} See mock-yoti ${word} --help`,
    )
  }
  const { groupHelp } = await import('./help.js')
  terminal.stdout.write(`${groupHelp(word, below)}\n`)
  return 0
}

const run = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const [first] = argv
  if (first === '--help' || first === '-h') return run(['help'], terminal)
  if (first === '--version' || first === '-v') {
    terminal.stdout.write(`${packageVersion()}\n`)
    return 0
  }
  const found = findCommand(first === undefined || first.startsWith('-') ? ['serve', ...argv] : argv)
  if (found === undefined) {
    const below = commands.filter(({ name }) => name.startsWith(`${first} `))
    if (first !== undefined && below.length > 0) return runGroup(first, below, argv.slice(1), terminal)
    const names = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))]
    const advice = didYouMean(first ?? '', names) || ` The commands are ${names.join(', ')}.`
    throw new UsageError(`Unknown command '${first}'.${advice} See mock-yoti --help`)
  }
  const { command, rest } = found
  if (asksForHelp(rest)) {
    const { commandHelp } = await import('./help.js')
    terminal.stdout.write(`${await commandHelp(command, commands)}\n`)
    return 0
  }
  return command.run(rest, terminal)
}

/**
 * Runs the command line; ends when the server was told to stop.
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 done, 1 problems found, 2 not understood
 */
export const runIn = async (terminal: Terminal, argv: readonly string[]): Promise<number> => {
  try {
    return await run(argv, terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.stderr.write(`mock-yoti: ${error.message}\n`)
    return 2
  }
}

/** `runIn` in the terminal of this process. */
export const main = (argv: readonly string[]): Promise<number> => {
  // A reader that has seen enough, such as `head`, is no failure. What else there is to say goes to standard error.
  let onBroken = (reason: string): void => {
    if (reason !== 'EPIPE') process.stderr.write(`mock-yoti: standard output cannot be written (${reason})\n`)
    process.exit(reason === 'EPIPE' ? 0 : 1)
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => onBroken(error.code ?? error.message))
  process.stderr.on('error', () => undefined)
  const { env, stdout, stderr } = process
  const onBrokenOutput: Terminal['onBrokenOutput'] = (outlive) => {
    onBroken = outlive
  }
  return runIn({ env, stdout, stderr, onBrokenOutput }, argv)
}
