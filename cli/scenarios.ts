import { describeOptions, type Options, readCommand } from '../server/base/arguments.js'
import { UsageError } from '../server/base/errors.js'
import { didYouMean } from '../server/base/nearest.js'
import {
  type CommandResult,
  importOptions,
  lintOptions,
  listOptions,
  newOptions,
  type Settings,
  showOptions,
} from './scenarios/settings.js'

/** One of the commands below `mock-yoti scenarios`. */
type Verb = {
  readonly usage: string
  readonly help: string
  /** What its one word is, when it must have one. */
  readonly needs?: string
  readonly takesWord: boolean
  readonly options: Options<Settings>
  readonly run: (word: string, settings: Settings) => Promise<CommandResult>
}

// Each is loaded when it is wanted: what one command needs is no part of another's start.
const verbs: Readonly<Record<string, Verb>> = {
  list: {
    usage: '[list]',
    help: 'list the scenarios, all or those that fit',
    takesWord: false,
    options: listOptions,
    run: async (_word, settings) => (await import('./scenarios/list.js')).list(settings),
  },
  show: {
    usage: 'show ID',
    help: 'print what a scenario answers and what its media are',
    needs: 'Which scenario?',
    takesWord: true,
    options: showOptions,
    run: async (id, settings) => (await import('./scenarios/show.js')).show(id, settings),
  },
  new: {
    usage: 'new ID --from ID',
    help: 'write a scenario file to start from',
    needs: 'What is the new scenario called?',
    takesWord: true,
    options: newOptions,
    run: async (id, settings) => (await import('./scenarios/new.js')).createNew(id, settings),
  },
  import: {
    usage: 'import FILE',
    help: 'write the scenario that answers like a real answer, without what is personal; - reads standard input',
    needs: 'Which answer?',
    takesWord: true,
    options: importOptions,
    run: async (path, settings) => (await import('./scenarios/import.js')).importAnswer(path, settings),
  },
  lint: {
    usage: 'lint [DIR]',
    help: 'check the scenario files of a directory; exit 1 when there are problems',
    takesWord: true,
    options: lintOptions,
    run: async (word, { scenarios }) => (await import('./scenarios/lint.js')).lint(word || scenarios),
  },
}

const helpText = () =>
  Object.values(verbs)
    .map(({ usage, help, options }) => `mock-yoti scenarios ${usage}: ${help}\n\n${describeOptions(options)}`)
    .join('\n\n')

const verbOf = (argv: readonly string[]): { verb: Verb; rest: readonly string[] } => {
  const [first, ...rest] = argv
  const [name, words] = first === undefined || first.startsWith('-') ? ['list', argv] : [first, rest]
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (verb !== undefined) return { verb, rest: words }
  throw new UsageError(`Unknown command 'scenarios ${name}'.${didYouMean(name, Object.keys(verbs))}`)
}

/**
 * `mock-yoti scenarios` and the commands below it.
 * @param directory of `MOCK_YOTI_SCENARIOS`, for want of `--scenarios`
 * @throws UsageError for what cannot be understood or read
 */
export const scenariosCommand = async (
  argv: readonly string[],
  directory: string | undefined,
): Promise<CommandResult> => {
  if (argv.includes('--help')) return { text: helpText(), exitCode: 0 }
  const { verb, rest } = verbOf(argv)
  const { words, given } = readCommand(verb.options, rest)
  const [word = '', extra] = words
  const unknown = verb.takesWord ? extra : words[0]
  if (unknown !== undefined) throw new UsageError(`Unknown argument '${unknown}'. See mock-yoti scenarios --help`)
  if (verb.needs !== undefined && word === '') throw new UsageError(`${verb.needs} mock-yoti scenarios ${verb.usage}`)
  return verb.run(word, Object.assign({}, directory !== undefined && { scenarios: directory }, ...given))
}
