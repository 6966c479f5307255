import { readFile } from 'node:fs/promises'

/** One thing that is not as a pact expects it. `path` and the values are given for bodies. */
export type Mismatch = {
  readonly type: string
  readonly path?: string
  readonly expected?: unknown
  readonly actual?: unknown
  readonly mismatch: string
}

/** An interaction that failed: `interaction` is its heading in the printed report. */
export type Failure = {
  readonly interaction: string
  readonly mismatch:
    | { readonly type: 'mismatches'; readonly mismatches: readonly Mismatch[] }
    | { readonly type: 'error'; readonly message: string }
}

/** The verifier's own JSON report, as far as it is looked into. */
export type Report = {
  readonly result: boolean
  /** What it would have printed, line by line. */
  readonly output?: readonly string[]
  readonly errors: readonly Failure[]
  readonly pendingErrors: readonly Failure[]
  readonly interactionResults: readonly {
    readonly description: string
    readonly result: string
    readonly duration?: string
  }[]
}

/** @returns nothing when the verifier did not get as far as writing one */
export const readReport = async (file: string): Promise<Report | undefined> => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  // The form of the verifier of @pact-foundation/pact-cli 18.
  return text === undefined ? undefined : (JSON.parse(text) as Report)
}
