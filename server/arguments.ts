import { parseArgs } from 'node:util'
import { UsageError } from './errors.js'
import { didYouMean } from './nearest.js'

/** One option of a command; without `value` it is a switch. */
export type Option<Settings> = {
  readonly help: string
  readonly value?: string
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
  throw new UsageError(`Unknown option ${rawName}.${didYouMean(rawName, known)}`)
}

/**
 * What the arguments of a command set, in their order.
 * @throws UsageError for an option that does not exist or lacks its value, and for an argument that is none
 */
export const readArguments = <Settings>(options: Options<Settings>, argv: readonly string[]): Partial<Settings>[] => {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
    ),
  })
  return tokens.flatMap((token) => {
    if (token.kind === 'option-terminator') return []
    if (token.kind === 'positional') throw new UsageError(`Unknown argument '${token.value}'. See mock-yoti --help`)
    const option = optionNamed(options, token.name, token.rawName)
    if (option.value === undefined) return [option.parse(token.value ?? 'true')]
    if (token.value === undefined)
      throw new UsageError(`--${token.name} needs a value: --${token.name} ${option.value}`)
    return [option.parse(token.value)]
  })
}
