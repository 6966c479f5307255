import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long the mock server of such a version gets to note a request that it has answered. */
const milliseconds = 10

/** @returns the version of the installed pact-js; nothing when it cannot be found out, as in a bundle */
export const findPactJsVersion = (): string => {
  try {
    // Every package.json of npm has a version.
    return (createRequire(import.meta.url)('@pact-foundation/pact/package.json') as { version: string }).version
  } catch {
    return ''
  }
}

/**
 * Whether the mock server of a pact-js answers a request before it has noted it, so that pact-js may report that the
 * request was not received: https://github.com/pact-foundation/pact-core-mock-server/issues/13
 */
export const isLossy = (version: string): boolean => /^(16\.[345]|17\.0)\./.test(version)

/** Lets the mock server note what it has answered. Without this every second run of all shapes loses a request. */
export const letItNote = (version: string): Promise<void> | undefined =>
  isLossy(version) ? sleep(milliseconds) : undefined

/** What pact-js threw, with the other possible cause where there is one. */
export const explainLoss = (error: unknown, version: string): unknown =>
  error instanceof Error && error.message.includes('expected but not received') && isLossy(version)
    ? new Error(
        `${error.message}\n\nIf your client did send it: pact-js ${version} loses a request now and then. Install @pact-foundation/pact@16.2.0, or 17.1 or newer`,
      )
    : error
