import { type Options, readCommand } from '../server/base/arguments.js'
import { UsageError } from '../server/base/errors.js'
import { findClose } from '../server/base/nearest.js'
import type { CommandResult } from './command.js'
import {
  importOptions,
  lintOptions,
  listOptions,
  newOptions,
  type Settings,
  showOptions,
} from './scenarios/settings.js'

export type ScenariosVerb = 'list' | 'show' | 'new' | 'import' | 'lint'

/** One of the commands below `mock-yoti scenarios`. Each takes one word at most. */
type Verb = {
  /** What is asked when the word is missing, if it must be there. */
  readonly needs?: string
  readonly options: Options<Settings>
  readonly run: (word: string, settings: Settings) => Promise<CommandResult>
}

/** Each is loaded when it is wanted: what one command needs is no part of another's start. */
export const verbs: Readonly<Record<ScenariosVerb, Verb>> = {
  list: {
    options: listOptions,
    run: async (word, settings) => (await import('./scenarios/list.js')).list(word, settings),
  },
  show: {
    needs: 'Which scenario?',
    options: showOptions,
    run: async (id, settings) => (await import('./scenarios/show.js')).show(id, settings),
  },
  new: {
    needs: 'What is the new scenario called?',
    options: newOptions,
    run: async (id, settings) => (await import('./scenarios/new.js')).createNew(id, settings),
  },
  import: {
    needs: 'Which answer?',
    options: importOptions,
    run: async (path, settings) => (await import('./scenarios/import.js')).importAnswer(path, settings),
  },
  lint: {
    options: lintOptions,
    run: async (word, settings) =>
      (await import('./scenarios/lint.js')).lint({ ...settings, ...(word !== '' && { scenarios: word }) }),
  },
}

/**
 * Runs one of the commands below `mock-yoti scenarios`.
 * @param directory of `MOCK_YOTI_SCENARIOS`, unless `--scenarios` is given
 * @throws UsageError for what cannot be understood or read
 */
export const runVerb = async (
  name: ScenariosVerb,
  usage: string,
  argv: readonly string[],
  directory: string | undefined,
): Promise<CommandResult> => {
  const verb = verbs[name]
  const { words, given } = readCommand(verb.options, argv)
  const [word = '', extra] = words
  if (extra !== undefined) {
    const command = name === 'list' ? findClose(word, Object.keys(verbs)) : undefined
    const advice =
      command === undefined ? 'See mock-yoti scenarios --help' : `Did you mean 'scenarios ${command} ${extra}'?`
    throw new UsageError(`Unknown argument '${extra}'. ${advice}`)
  }
  if (verb.needs !== undefined && word === '') throw new UsageError(`${verb.needs} mock-yoti scenarios ${usage}`)
  return verb.run(word, Object.assign({}, directory !== undefined && { scenarios: directory }, ...given))
}
