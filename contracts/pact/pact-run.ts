import { failAtExit, stopPactTracking, writeLine } from '../../server/base/host.js'
import { assertKnownNames } from '../../server/base/known-names.js'
import { mergePacts, type WrittenPact } from './merge-pacts.js'
import { type Coverage, mustCoverShapes } from './missing-shapes.js'
import { omissionOf, onRerun } from './partial-run.js'
import { beginRerun, type PactFile, removeParts } from './parts.js'

/**
 * What stands before and after a run of contract tests, in whatever runs them. Both take what the runner hands over, by
 * which they see whether the run leaves tests out.
 */
export type PactRun = {
  readonly setup: (runner?: unknown) => Promise<void>
  readonly teardown: (runner?: unknown) => Promise<void>
}

export type PactRunOptions = {
  /** The folder of the pacts; `pacts` unless said. The same as that of `yotiPact`. */
  readonly dir?: string
  /** What every pact must cover: the group `decisions` unless said; nothing when false. */
  readonly cover?: Coverage | false
  /** A check of your own on the pacts that were written; fails the run by throwing. */
  readonly check?: (written: readonly WrittenPact[]) => void | Promise<void>
}

const isOfMessages = ({ interactions }: PactFile) =>
  interactions.every(({ type = '' }) => type === 'Asynchronous/Messages')

const nothingCovered = (dir: string) =>
  `No pact was written in '${dir}', so nothing is covered. Does a test call expects, and do yotiPact and pactRun name the same dir?`

const describe = ({ file, interactions, own, lacks }: WrittenPact) => {
  if (lacks > 0) return `${file} stays as it was: this run left tests out, and lacks ${lacks} of its interactions`
  if (own > 0)
    return `${file} has ${interactions} interactions: ${interactions - own} of the kit, ${own} that pact-js wrote`
  return undefined
}

/**
 * For the global set-up of vitest (`export const { setup, teardown } = pactRun()`) or jest, whose test files run in
 * processes of their own: begins with no parts, ends with one pact for each consumer. A run that leaves tests out
 * replaces no fuller pact, and need not cover anything.
 */
export const pactRun = (options: PactRunOptions = {}): PactRun => {
  assertKnownNames(options, ['dir', 'cover', 'check'], 'the options of pactRun')
  const { dir = 'pacts', cover, check } = options
  /** What vitest hands to `setup` only. */
  let known: unknown
  return {
    setup: async (runner) => {
      known = runner
      onRerun(runner, () => beginRerun(dir))
      // Before the processes start: a worker thread cannot switch it off in the native part of pact-js.
      stopPactTracking()
      await removeParts(dir)
    },
    teardown: async (runner) => {
      try {
        const { isFiltered, isPartial } = omissionOf(runner ?? known)
        let judged = 0
        const judge = (file: string, pact: PactFile) => {
          if (isFiltered || cover === false || isOfMessages(pact)) return
          judged += 1
          mustCoverShapes(file, cover, pact)
        }
        const written = await mergePacts(dir, judge, { isPartial })
        for (const line of written.flatMap((pact) => describe(pact) ?? [])) writeLine(`mock-yoti/pact: ${line}`)
        if (cover && judged === 0 && !isFiltered) throw new Error(nothingCovered(dir))
        await check?.(written)
      } catch (error) {
        // vitest 4 prints an error of the teardown and exits with 0 all the same.
        failAtExit()
        // Runners print the stack, and its lines say nothing to the author of a test.
        if (error instanceof Error) error.stack = String(error)
        throw error
      }
    },
  }
}
