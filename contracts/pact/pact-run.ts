import { env } from 'node:process'
import { mergePacts } from './merge-pacts.js'
import { type Coverage, mustCoverShapes } from './missing-shapes.js'
import { removeParts } from './parts.js'

/** What stands before and after a run of contract tests, in whatever runs them. */
export type PactRun = { readonly setup: () => Promise<void>; readonly teardown: () => Promise<void> }

/**
 * For the global set-up of vitest (`export const { setup, teardown } = pactRun()`) or jest, whose test files run in
 * processes of their own: begins with no parts, ends with one pact for each consumer.
 * @param dir the folder of the pacts
 * @param cover what every pact must cover; nothing is asked unless given
 */
export const pactRun = ({ dir = 'pacts', cover }: { dir?: string; cover?: Coverage } = {}): PactRun => ({
  setup: async () => {
    // Before the processes start: a worker thread cannot tell the native part of pact-js.
    env['PACT_DO_NOT_TRACK'] ??= 'true'
    await removeParts(dir)
  },
  teardown: async () => {
    const written = await mergePacts(dir)
    if (cover !== undefined) for (const { file } of written) mustCoverShapes(file, cover)
  },
})
