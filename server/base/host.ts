import { type IntervalHistogram, monitorEventLoopDelay, performance } from 'node:perf_hooks'
import process from 'node:process'

/** The version of Node.js that runs this, such as `v24.1.0`. */
export const nodeVersion: string = process.version

/** What runs this in place of Node.js, when something does. */
export const otherRuntime = (versions: Readonly<Record<string, string | undefined>>): string | undefined => {
  if (versions['bun'] !== undefined) return `Bun ${versions['bun']}`
  return versions['deno'] === undefined ? undefined : `Deno ${versions['deno']}`
}

/** The versions that the process tells of itself. */
export const runtimeVersions: Readonly<Record<string, string | undefined>> = process.versions

/** What Node.js itself was started with, such as `--test-name-pattern`. */
export const runtimeArguments: readonly string[] = process.execArgv

/** Writes one line to standard output. */
export const writeLine = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Makes the process end with exit code 1, when it ends by itself. */
export const failAtExit = (): void => {
  process.exitCode = 1
}

/** The native part of pact-js reports its use to Google Analytics unless the environment says not to. */
export const stopPactTracking = (): void => {
  process.env['PACT_DO_NOT_TRACK'] ??= 'true'
}

/** What the process uses. */
export type ProcessFacts = {
  readonly cpuSeconds: number
  readonly residentBytes: number
  readonly heapBytes: number
  /** Seconds since 1970. */
  readonly startedAt: number
  /** Mean, in seconds, since it was asked for last; 0 the first time. */
  readonly eventLoopDelay: number
}

/** Reads what the process uses; measures the event loop from the first time on. */
export const createProcessFacts = (): (() => ProcessFacts) => {
  let delay: IntervalHistogram | undefined
  return () => {
    const { user, system } = process.cpuUsage()
    const { rss, heapUsed } = process.memoryUsage()
    const mean = delay === undefined || Number.isNaN(delay.mean) ? 0 : delay.mean / 1e9
    delay ??= monitorEventLoopDelay({ resolution: 20 })
    delay.enable()
    delay.reset()
    return {
      cpuSeconds: (user + system) / 1e6,
      residentBytes: rss,
      heapBytes: heapUsed,
      startedAt: performance.timeOrigin / 1000,
      eventLoopDelay: mean,
    }
  }
}
