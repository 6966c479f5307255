import type { Options } from '../server/base/arguments.js'
import type { Terminal } from './terminal.js'

/** What a command prints, and its exit code. */
export type CommandResult = { readonly text: string; readonly exitCode: number }

/** One command of `mock-yoti`. */
export type Command = {
  /** The words that select it: `scenarios show`. */
  readonly name: string
  /** Its name with the arguments that it takes: `scenarios show ID`. */
  readonly usage: string
  readonly summary: string
  /** Loaded when they are wanted: what one command needs is no part of another's start. */
  readonly options: () => Promise<Options<unknown>>
  /** @param argv the arguments after its name @returns the exit code */
  readonly run: (argv: readonly string[], terminal: Terminal) => Promise<number>
}
