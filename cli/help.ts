import { describeOptions, describeTerm, wrap } from '../server/base/arguments.js'
import { defaults } from '../server/config/config.js'
import { options } from '../server/config/parse-config.js'
import type { Command } from './command.js'
import { outputWidth } from './terminal.js'

const describeCommands = (commands: readonly Command[], width: number) =>
  commands.map(({ usage, summary }) => describeTerm(usage, summary, width)).join('\n')

/** What `mock-yoti --help` prints: every command, and the options of serve. */
export const helpText = (commands: readonly Command[]): string => {
  const width = outputWidth()
  return `mock-yoti: a fake of Yoti's identity-verification API

Usage: mock-yoti [COMMAND] [OPTIONS]

Without a command it serves on http://${defaults.host}:${defaults.port}.

Commands
${describeCommands(commands, width)}

Options of serve, each with the environment variable that sets it too
${describeOptions(options, width)}

Every command has --help; --version prints the version.`
}

/** What `mock-yoti COMMAND --help` prints, with the commands below it. */
export const commandHelp = async (
  { name, usage, summary, options: load }: Command,
  commands: readonly Command[],
): Promise<string> => {
  const width = outputWidth()
  const described = describeOptions(await load(), width)
  const below = commands.filter((command) => command.name.startsWith(`${name} `))
  return [
    `Usage: mock-yoti ${usage}`,
    wrap(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`, width).join('\n'),
    ...(described === '' ? [] : [`Options\n${described}`]),
    ...(below.length === 0 ? [] : [`Commands below it, each with --help\n${describeCommands(below, width)}`]),
  ].join('\n\n')
}

/** What `mock-yoti WORD --help` prints where several commands begin with the word, and it is none itself. */
export const groupHelp = (word: string, commands: readonly Command[]): string =>
  `Usage: mock-yoti ${word} COMMAND

Commands, each with --help
${describeCommands(commands, outputWidth())}`
