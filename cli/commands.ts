import type { Options } from '../server/base/arguments.js'
import { readArguments } from '../server/base/arguments.js'
import { parseConfig, options as serveOptions } from '../server/config/parse-config.js'
import type { Command, CommandResult } from './command.js'
import type { ScenariosVerb } from './scenarios.js'
import { serve } from './serve.js'
import type { StateVerb } from './state.js'
import { type Terminal, withProgress } from './terminal.js'

const print = ({ stdout }: Terminal, { text, exitCode }: CommandResult): number => {
  stdout.write(`${text}\n`)
  return exitCode
}

/** Prints what a command found out that may take a while. */
const printLater = async (terminal: Terminal, message: string, task: () => Promise<CommandResult>): Promise<number> =>
  print(terminal, await withProgress(terminal, message, task))

const scenarios = (verb: ScenariosVerb, usage: string, summary: string): Command => ({
  name: verb === 'list' ? 'scenarios' : `scenarios ${verb}`,
  usage: `scenarios ${usage}`.trim(),
  summary,
  options: async () => (await import('./scenarios.js')).verbs[verb].options,
  run: async (argv, terminal) => {
    const { runVerb } = await import('./scenarios.js')
    // `scenarios list` is `scenarios`.
    const rest = verb === 'list' && argv[0] === 'list' ? argv.slice(1) : argv
    const { scenarios: directory } = parseConfig([], terminal.env)
    return printLater(terminal, 'reading scenarios', () => runVerb(verb, usage, rest, directory))
  },
})

const state = (verb: StateVerb, summary: string): Command => ({
  name: `state ${verb}`,
  usage: `state ${verb} FILE`,
  summary,
  options: async () => (await import('./state.js')).stateOptions[verb],
  run: async (argv, terminal) => print(terminal, await (await import('./state.js')).stateCommand(verb, argv, terminal)),
})

const noOptions: Options<unknown> = {}

/** Every command, in the order of the help. The longest name that fits the arguments is the one that runs. */
export const commands: readonly Command[] = [
  {
    name: 'serve',
    usage: 'serve [OPTIONS]',
    summary: 'serve; the same as mock-yoti without a command',
    options: async () => serveOptions,
    run: serve,
  },
  scenarios('list', '[WORD]', 'list the scenarios, all or those that fit a word or the options'),
  scenarios('show', 'show ID', 'print what a scenario answers and what its media are'),
  scenarios('new', 'new ID --from ID', 'write a scenario file to start from'),
  scenarios(
    'import',
    'import FILE|DIR',
    'write the scenario that answers like a real answer, of a directory one for each; - reads standard input',
  ),
  scenarios('lint', 'lint [DIR]', 'check the scenario files of a directory; exit 1 when there are problems'),
  {
    name: 'shapes',
    usage: 'shapes [OPTIONS]',
    summary: 'list the result shapes that contracts are made of, with their provider states',
    options: async () => (await import('./shapes.js')).shapesOptions,
    run: async (argv, terminal) => {
      const { shapesCommand } = await import('./shapes.js')
      return printLater(terminal, 'working out the shapes', () =>
        shapesCommand(argv, parseConfig([], terminal.env).scenarios),
      )
    },
  },
  {
    name: 'evidence',
    usage: 'evidence [WORD]',
    summary: 'say how we know that Yoti answers so: of scenarios, operations and fields',
    options: async () => (await import('./evidence.js')).evidenceOptions,
    run: async (argv, terminal) => {
      const { evidenceCommand } = await import('./evidence.js')
      return printLater(terminal, 'reading evidence', () =>
        evidenceCommand(argv, parseConfig([], terminal.env).scenarios),
      )
    },
  },
  {
    name: 'verify',
    usage: 'verify [OPTIONS]',
    summary: 'verify pacts of files or a broker with the verifier of @pact-foundation/pact-cli; exit 1 when one fails',
    options: async () => (await import('../contracts/verify/settings.js')).verifyOptions,
    run: async (argv, terminal) => {
      const { verifyCommand } = await import('../contracts/verify/verify-command.js')
      return printLater(terminal, 'verifying', () => verifyCommand(argv, terminal.env))
    },
  },
  {
    name: 'states',
    usage: 'states [OPTIONS]',
    summary: 'list the provider states that pacts need; exit 1 when one is missing here',
    options: async () => (await import('../contracts/verify/settings.js')).statesOptions,
    run: async (argv, terminal) => {
      const { statesCommand } = await import('../contracts/verify/states-command.js')
      return printLater(terminal, 'asking for the provider states', () => statesCommand(argv, terminal.env))
    },
  },
  {
    name: 'coverage',
    usage: 'coverage [OPTIONS]',
    summary: 'list which shapes the pacts of any language cover, and which they miss',
    options: async () => (await import('../contracts/verify/settings.js')).coverageOptions,
    run: async (argv, terminal) => {
      const { coverageCommand } = await import('./coverage.js')
      return printLater(terminal, 'comparing pacts and shapes', () => coverageCommand(argv, terminal.env))
    },
  },
  {
    name: 'shapes diff',
    usage: 'shapes diff OLD [OPTIONS]',
    summary:
      'list what changed since OLD (a JSON of shapes --json, a tarball or a server), and which pacts that concerns',
    options: async () => (await import('../contracts/verify/settings.js')).shapesDiffOptions,
    run: async (argv, terminal) => {
      const { shapesDiffCommand } = await import('./shapes-diff.js')
      return printLater(terminal, 'comparing shapes', () => shapesDiffCommand(argv, terminal.env))
    },
  },
  state('export', 'write what a running server remembers to a file; - writes standard output'),
  state('import', 'have a running server go on from such a file; - reads standard input'),
  {
    name: 'gauntlet',
    usage: 'gauntlet [FILE] [OPTIONS]',
    summary:
      'run your service through everything Yoti can do, and report what it decides; exit 1 when something is wrong',
    options: async () => (await import('./gauntlet.js')).gauntletOptions,
    run: async (argv, terminal) =>
      print(terminal, await (await import('./gauntlet.js')).gauntletCommand(argv, terminal)),
  },
  {
    name: 'gauntlet diff',
    usage: 'gauntlet diff BEFORE AFTER [OPTIONS]',
    summary: 'list the stories in which two runs of the gauntlet differ; exit 1 when there are any',
    options: async () => (await import('./gauntlet.js')).gauntletDiffOptions,
    run: async (argv, terminal) => print(terminal, await (await import('./gauntlet.js')).gauntletDiffCommand(argv)),
  },
  {
    name: 'record',
    usage: 'record [FILE…] [OPTIONS]',
    summary: 'keep what Yoti answers to your client, without personal data',
    options: async () => (await import('./record.js')).recordOptions,
    run: async (argv, terminal) => (await import('./record.js')).record(argv, terminal),
  },
  {
    name: 'drift',
    usage: 'drift DIR|FILE… [OPTIONS]',
    summary: 'compare recordings with the document, the catalogue and pacts; exit 1 when something has changed',
    options: async () => (await import('./drift.js')).driftOptions,
    run: async (argv, terminal) => {
      const { driftCommand } = await import('./drift.js')
      return printLater(terminal, 'comparing recordings', () =>
        driftCommand(argv, parseConfig([], terminal.env).scenarios),
      )
    },
  },
  {
    name: 'keys',
    usage: 'keys [OPTIONS]',
    summary: 'print the demo key and how to give it to each SDK',
    options: async () => (await import('./keys.js')).keysOptions,
    run: async (argv, terminal) => print(terminal, (await import('./keys.js')).keysCommand(argv)),
  },
  {
    name: 'health',
    usage: 'health [OPTIONS]',
    summary: 'ask a server whether all is well; exit 1 when it does not answer, or scenario files have problems',
    options: async () => (await import('./health.js')).healthOptions,
    run: async (argv, terminal) => {
      const { healthCommand } = await import('./health.js')
      return print(terminal, await healthCommand(argv, terminal.env))
    },
  },
  {
    name: 'mcp',
    usage: 'mcp [OPTIONS]',
    summary: 'let a coding agent drive a mock: the Model Context Protocol on standard input and output',
    options: async () => (await import('./mcp.js')).mcpOptions,
    run: async (argv, terminal) => (await import('./mcp.js')).mcp(argv, terminal),
  },
  {
    name: 'completion',
    usage: 'completion SHELL',
    summary: 'print the completion script of bash, zsh or fish',
    options: async () => noOptions,
    run: async (argv, terminal) => {
      const { completionScript } = await import('./completion.js')
      return print(terminal, { text: await completionScript(argv, commands), exitCode: 0 })
    },
  },
  {
    name: 'help',
    usage: 'help',
    summary: 'print this help; mock-yoti COMMAND --help has the options of a command',
    options: async () => noOptions,
    run: async (argv, terminal) => {
      readArguments(noOptions, argv)
      const { helpText } = await import('./help.js')
      return print(terminal, { text: helpText(commands), exitCode: 0 })
    },
  },
]

/** The command that arguments select, and the arguments left for it; undefined when the first word is no command. */
export const findCommand = (
  argv: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | undefined => {
  const selects = ({ name }: Command) => name.split(' ').every((word, index) => argv[index] === word)
  const [command] = commands.filter(selects).sort((a, b) => b.name.length - a.name.length)
  return command && { command, rest: argv.slice(command.name.split(' ').length) }
}
