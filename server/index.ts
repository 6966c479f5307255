import type { LookupFunction } from 'node:net'
import type { Clock } from './base/clock.js'
import { writeLine } from './base/host.js'
import { withoutSlashes } from './base/without-slashes.js'
import type { ControlClient, ControlOptions } from './client/control-client.js'
import { createControlClient } from './client/create-control-client.js'
import { checkSettings } from './config/check-settings.js'
import { defaults, type LibraryConfig } from './config/config.js'
import { start } from './start.js'

export { type Clock, fixedClock } from './base/clock.js'
export { demo } from './base/demo.js'
export { UsageError } from './base/errors.js'
export type { ControlClient, ControlOptions } from './client/control-client.js'
export { ControlError } from './client/control-error.js'
export type { ControlEvent, ControlEvents, EventOptions } from './client/control-events.js'
export type * from './openapi/generated/schemas.js'

/** A mock-yoti that answers, here or elsewhere. */
export type MockYoti = {
  /** Where it listens: `http://127.0.0.1:9684`. */
  readonly url: string
  /** The base URL to give an SDK. */
  readonly apiUrl: string
  /** The base URL of the sandbox. */
  readonly sandboxUrl: string
  /** A base URL under which every session that was never created answers a scenario's result. */
  readonly scenarioUrl: (scenarioId: string) => string
  readonly control: ControlClient
}

/** A mock-yoti in this process. */
export type RunningMockYoti = MockYoti &
  AsyncDisposable & {
    /** Finishes the answers and webhooks that have begun, within `shutdownTimeout` (2 s), and ends. */
    readonly close: () => Promise<void>
  }

/** Settings of {@link startMockYoti}. The port is a free one and the log silent unless said otherwise. */
export type MockYotiOptions = Partial<LibraryConfig> & {
  /** Where the time comes from; the system's clock unless given. */
  readonly clock?: Clock
  /** How names of receivers of notifications become addresses; the system's way unless given. */
  readonly lookup?: LookupFunction
  /** Takes each line of the log; standard output unless given. */
  readonly write?: (line: string) => void
}

/**
 * A mock-yoti that runs elsewhere, by its address without a path. Nothing is asked of it yet.
 * @param options with the `token` of a server whose control API asks for one
 */
export const connectMockYoti = (url: string, options: ControlOptions = {}): MockYoti => {
  const base = withoutSlashes(url)
  return {
    url: base,
    apiUrl: `${base}/idverify/v1`,
    sandboxUrl: `${base}/sandbox/idverify/v1`,
    scenarioUrl: (scenarioId) => `${base}/scenario/${encodeURIComponent(scenarioId)}/idverify/v1`,
    control: createControlClient(base, options),
  }
}

/**
 * Starts a mock-yoti in this process.
 * @throws UsageError when a setting cannot be used: an unknown scenario, a bad directory, a taken port
 */
export const startMockYoti = async (options: MockYotiOptions = {}): Promise<RunningMockYoti> => {
  const { clock, lookup, write } = options
  const config = checkSettings(options, ['clock', 'lookup', 'write'])
  const running = await start(
    { ...defaults, port: 0, log: 'silent', ...config },
    { write: write ?? writeLine, ...(clock && { clock }), ...(lookup && { lookup }) },
  )
  const { controlToken: token } = config
  const connected = connectMockYoti(running.url, token === undefined ? {} : { token })
  return { ...connected, close: running.close, [Symbol.asyncDispose]: running.close }
}
