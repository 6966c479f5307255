import { runtimeArguments } from '../../server/base/host.js'

type Task = { readonly mode?: string; readonly projectName?: string; readonly tasks?: readonly Task[] }

/** What a runner hands to its global set-up, as far as it is looked into: vitest a project, jest its settings. */
type Runner = {
  readonly name?: string
  readonly config?: { readonly testNamePattern?: unknown }
  readonly vitest?: {
    readonly config?: { readonly related?: unknown; readonly changed?: unknown; readonly shard?: unknown }
    readonly filenamePattern?: readonly string[]
    readonly state?: { readonly getFiles?: () => readonly Task[] }
  }
  readonly onTestsRerun?: (listener: () => unknown) => void
} & JestSettings

type JestSettings = {
  readonly testNamePattern?: unknown
  readonly testPathPatterns?: { readonly patterns?: readonly string[] }
  readonly testPathPattern?: string
  readonly nonFlagArgs?: readonly string[]
  readonly onlyChanged?: boolean
  readonly onlyFailures?: boolean
  readonly changedSince?: unknown
  readonly shard?: unknown
  readonly watch?: boolean
  readonly watchAll?: boolean
}

/** What came from a runner; node:test and others hand over nothing that helps. */
const runnerOf = (given: unknown): Runner => (typeof given === 'object' && given !== null ? given : {})

const isSkipped = ({ mode, tasks = [] }: Task): boolean => (tasks.length > 0 ? tasks.some(isSkipped) : mode === 'skip')

const isFilteredByVitest = ({ config, vitest }: Runner) => {
  const { related, changed, shard } = vitest?.config ?? {}
  const isFiltered = [config?.testNamePattern, related, changed, shard].some(Boolean)
  return vitest !== undefined && (isFiltered || (vitest.filenamePattern ?? []).length > 0)
}

/** Tests of this project that did not run: by a filter, `.only` or `.skip`. */
const hasSkipped = ({ name = '', vitest }: Runner) =>
  (vitest?.state?.getFiles?.() ?? []).some((file) => (file.projectName ?? '') === name && isSkipped(file))

const isFilteredByJest = (settings: JestSettings) => {
  const { testNamePattern, testPathPattern, testPathPatterns, nonFlagArgs = [], onlyChanged, onlyFailures } = settings
  const paths = testPathPatterns?.patterns ?? []
  const isChosen = [testNamePattern, testPathPattern, settings.changedSince, settings.shard].some(Boolean)
  return isChosen || paths.length + nonFlagArgs.length > 0 || onlyChanged === true || onlyFailures === true
}

const isFilteredByNode = () =>
  runtimeArguments.some((argument) => /^--test-(?:name-pattern|skip-pattern|only)\b/.test(argument))

/** What a run leaves out. */
export type Omission = {
  /** Whether somebody chose some of the tests: such a run need not cover anything. */
  readonly isFiltered: boolean
  /** Whether tests were left out, chosen or skipped in their file: such a run replaces no fuller pact. */
  readonly isPartial: boolean
}

/**
 * What a run leaves out, by what the runner handed to its set-up or teardown. What jest leaves out by `.only` nobody
 * outside its tests can see.
 */
export const omissionOf = (given: unknown): Omission => {
  const runner = runnerOf(given)
  const isFiltered =
    isFilteredByVitest(runner) || (runner.vitest === undefined && isFilteredByJest(runner)) || isFilteredByNode()
  return { isFiltered, isPartial: isFiltered || hasSkipped(runner) }
}

/** Calls a listener before vitest runs tests again, in watch mode; jest has its set-up run each time. */
export const onRerun = (given: unknown, listener: () => unknown): void => runnerOf(given).onTestsRerun?.(listener)
