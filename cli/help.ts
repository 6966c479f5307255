import { describeOptions, describeTerm } from '../server/base/arguments.js'
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
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    ...(described === '' ? [] : [`Options\n${described}`]),
    ...(below.length === 0 ? [] : [`Commands below it, each with --help\n${describeCommands(below, width)}`]),
  ].join('\n\n')
}
