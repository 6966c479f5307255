import { parseArgs } from 'node:util'
import { UsageError } from './errors.js'
import { didYouMean } from './nearest.js'

/** One option of a command; without `value` it is a switch. */
export type Option<Settings> = {
  readonly help: string
  readonly value?: string
  /** What holds when the option is not given, as `--help` shows it; without it `false` for a switch, else `none`. */
  readonly default?: string
  /** The environment variable that sets it too. */
  readonly environment?: string
  readonly parse: (text: string) => Partial<Settings>
}

/** The options of a command by their names on the command line, without the dashes. */
export type Options<Settings> = Readonly<Record<string, Option<Settings>>>

/** @throws UsageError when the text is none of the values */
export const oneOf = <Value extends string>(name: string, text: string, values: readonly Value[]): Value => {
  const value = values.find((candidate) => candidate === text)
  if (value !== undefined) return value
  throw new UsageError(`${name} takes ${values.join(', ')}; got '${text}'.${didYouMean(text, values)}`)
}

const optionNamed = <Settings>(options: Options<Settings>, name: string, rawName: string): Option<Settings> => {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (option !== undefined) return option
  const known = Object.keys(options).map((known) => `--${known}`)
  const advice = didYouMean(rawName, known)
  const list = known.length === 0 ? '' : ` The options are ${known.join(', ')}.`
  throw new UsageError(`Unknown option ${rawName}.${advice === '' ? list : advice}`)
}

/**
 * The words of a command and what its options set, each in their order.
 * @throws UsageError for an option that does not exist or lacks its value
 */
export const readCommand = <Settings>(
  options: Options<Settings>,
  argv: readonly string[],
): { words: string[]; given: Partial<Settings>[] } => {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
    ),
  })
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const given = tokens.flatMap((token) => {
    if (token.kind !== 'option') return []
    const option = optionNamed(options, token.name, token.rawName)
    if (option.value === undefined) return [option.parse(token.value ?? 'true')]
    if (token.value === undefined)
      throw new UsageError(`--${token.name} needs a value: --${token.name} ${option.value}`)
    // Often `--control-token "$TOKEN"` where the variable is not set.
    if (token.value === '')
      throw new UsageError(`--${token.name} has an empty value; give it one, or leave the option out`)
    return [option.parse(token.value)]
  })
  return { words, given }
}

/**
 * What the arguments of a command set, in their order.
 * @throws UsageError for an option that does not exist or lacks its value, and for an argument that is none
 */
export const readArguments = <Settings>(options: Options<Settings>, argv: readonly string[]): Partial<Settings>[] => {
  const { words, given } = readCommand(options, argv)
  const [extra] = words
  if (extra !== undefined) {
    const advice =
      'url' in options && /^https?:/.test(extra) ? `Did you mean '--url ${extra}'?` : 'See mock-yoti --help'
    throw new UsageError(`Unknown argument '${extra}'. ${advice}`)
  }
  return given
}

/** The text in lines of at most `width` characters, broken between words. */
export const wrap = (text: string, width: number): string[] => {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

const indent = 26

/** A term and its explanation in two columns, the explanation wrapped to the width. */
export const describeTerm = (term: string, text: string, width: number): string => {
  const [first = '', ...rest] = wrap(text, Math.max(width - indent - 2, 30))
  const margin = ' '.repeat(indent + 2)
  const head = term.length > indent - 2 ? `  ${term}\n${margin}${first}` : `  ${term.padEnd(indent)}${first}`
  return [head, ...rest.map((line) => `${margin}${line}`)].join('\n')
}

/** The options as `--help` prints them: what each is for, its default, the environment variable that sets it too. */
export const describeOptions = <Settings>(options: Options<Settings>, width = 80): string =>
  Object.entries(options)
    .map(([name, { value, help, default: initial, environment }]) => {
      const flag = value === undefined ? `--${name}` : `--${name} ${value}`
      const notes = [
        `(default: ${initial ?? (value === undefined ? 'false' : 'none')})`,
        ...(environment === undefined ? [] : [`[${environment}]`]),
      ]
      return describeTerm(flag, [help, ...notes].join(' '), width)
    })
    .join('\n')
