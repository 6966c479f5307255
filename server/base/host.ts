import process from 'node:process'

/** The version of Node.js that runs this, such as `v24.1.0`. */
export const nodeVersion: string = process.version

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
