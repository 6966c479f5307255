import { tryUntilDone } from '../tries.js'
import type { Answer, Connection } from './connection.js'

export type Command = readonly (string | number)[]

/** What a command has to find for a change to be made; null for nothing. */
export type Check = { readonly command: Command; readonly expected: Answer }

/** What is to be written, if everything is as it was read. */
export type Decision<Result> = {
  readonly checks?: readonly Check[]
  readonly writes: readonly Command[]
  readonly result: Result
}

const flat = (command: Command): string[] => [String(command.length), ...command.map(String)]

/** Of one script: Redis gives a script's values no more room than this on its stack. */
const mostAtOnce = 200

/** So many commands are written in one step. */
const mostWritten = 1000

/** Reads and changes keys: any number of them at one instant. */
export class Store {
  readonly connection: Connection
  readonly prefix: string

  constructor(connection: Connection, prefix: string) {
    this.connection = connection
    this.prefix = prefix
  }

  key(name: string): string {
    return `${this.prefix}${name}`
  }

  /** What the commands answer, at one instant for every two hundred of them. */
  async read(commands: readonly Command[]): Promise<readonly Answer[]> {
    const answers: Answer[] = []
    for (let from = 0; from < commands.length; from += mostAtOnce) {
      const args = commands.slice(from, from + mostAtOnce).flatMap(flat)
      answers.push(...((await this.connection.run('read', args)) as Answer[]))
    }
    return answers
  }

  /** Writes everything, or nothing. @returns false when something is not as expected */
  async apply(checks: readonly Check[], writes: readonly Command[]): Promise<boolean> {
    const args = [
      String(checks.length),
      ...checks.flatMap(({ command, expected }) => [
        ...flat(command),
        expected === null ? '0' : '1',
        String(expected ?? ''),
      ]),
      ...writes.flatMap(flat),
    ]
    return (await this.connection.run('apply', args)) === 1
  }

  /** Writes what may be much: in steps, because Redis takes no more than a million parts of a command. */
  async write(commands: readonly Command[]): Promise<void> {
    for (let from = 0; from < commands.length; from += mostWritten)
      await this.apply([], commands.slice(from, from + mostWritten))
  }

  /** Reads, decides and writes; again when something that was read has changed meanwhile. What is read must be single values. */
  async update<Result>(
    reads: readonly Command[],
    decide: (answers: readonly Answer[]) => Decision<Result>,
  ): Promise<Result> {
    const done = await tryUntilDone(async () => {
      const answers = await this.read(reads)
      const { writes, result, checks = [] } = decide(answers)
      if (writes.length === 0) return { result }
      const same = reads.map((command, index): Check => ({ command, expected: answers[index] ?? null }))
      const expected = [...same.filter((check) => !Array.isArray(check.expected)), ...checks]
      return (await this.apply(expected, writes)) && { result }
    })
    return done.result
  }
}

/** A list that holds names and values in turn, as a map. */
export const toMap = (answer: Answer | undefined): Map<string, string> => {
  const parts = (answer ?? []) as readonly string[]
  return new Map(parts.flatMap((name, at) => (at % 2 === 0 ? [[name, parts[at + 1] ?? ''] as const] : [])))
}

export const textOf = (answer: Answer | undefined): string | undefined =>
  answer === null || answer === undefined || Array.isArray(answer) ? undefined : String(answer)

/** What was kept as JSON. Only what this program wrote is read, so it has its type. */
export const parse = <Value>(answer: Answer | undefined): Value | undefined => {
  const text = textOf(answer)
  return text === undefined ? undefined : (JSON.parse(text) as Value)
}

export const textsOf = (answer: Answer | undefined): readonly string[] => (answer ?? []) as readonly string[]
