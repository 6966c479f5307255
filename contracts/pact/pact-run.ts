import { failAtExit, stopPactTracking } from '../../server/base/host.js'
import { mergePacts, type WrittenPact } from './merge-pacts.js'
import { type Coverage, mustCoverShapes } from './missing-shapes.js'
import { type PactFile, removeParts } from './parts.js'

/** What stands before and after a run of contract tests, in whatever runs them. */
export type PactRun = { readonly setup: () => Promise<void>; readonly teardown: () => Promise<void> }

export type PactRunOptions = {
  /** The folder of the pacts; `pacts` unless said. The same as that of `yotiPact`. */
  readonly dir?: string
  /** What every pact must cover; nothing is asked unless given. */
  readonly cover?: Coverage
  /** A check of your own on the pacts that were written; fails the run by throwing. */
  readonly check?: (written: readonly WrittenPact[]) => void | Promise<void>
}

const isOfMessages = ({ interactions }: PactFile) =>
  interactions.every(({ type = '' }) => type === 'Asynchronous/Messages')

const nothingCovered = (dir: string) =>
  `No pact was written in '${dir}', so nothing is covered. Does a test call expects, and do yotiPact and pactRun name the same dir?`

/**
 * For the global set-up of vitest (`export const { setup, teardown } = pactRun()`) or jest, whose test files run in
 * processes of their own: begins with no parts, ends with one pact for each consumer.
 */
export const pactRun = ({ dir = 'pacts', cover, check }: PactRunOptions = {}): PactRun => ({
  setup: async () => {
    // Before the processes start: a worker thread cannot switch it off in the native part of pact-js.
    stopPactTracking()
    await removeParts(dir)
  },
  teardown: async () => {
    try {
      let judged = 0
      const written = await mergePacts(dir, (file, pact) => {
        if (cover === undefined || isOfMessages(pact)) return
        judged += 1
        mustCoverShapes(file, cover, pact)
      })
      if (cover !== undefined && judged === 0) throw new Error(nothingCovered(dir))
      await check?.(written)
    } catch (error) {
      // vitest 4 prints an error of the teardown and exits with 0 all the same.
      failAtExit()
      throw error
    }
  },
})
