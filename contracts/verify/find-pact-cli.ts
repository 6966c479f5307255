import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '../../server/base/errors.js'

const find = (from: string, platformPackage: string) => {
  try {
    const cli = createRequire(from).resolve('@pact-foundation/pact-cli/package.json')
    return dirname(createRequire(cli).resolve(`${platformPackage}/package.json`))
  } catch {
    return undefined
  }
}

/**
 * The program of `@pact-foundation/pact-cli` itself. Its `pact-verifier` is a script that starts it, and leaves it behind
 * when it is stopped.
 * @throws UsageError with the line to type when it is not installed
 */
export const findPactCli = (): string => {
  const system = platform() === 'win32' ? 'windows' : platform()
  const platformPackage = `@pact-foundation/pact-cli-${system}-${arch()}`
  // Beside this package, or in the project that it is run in.
  const folder = find(import.meta.url, platformPackage) ?? find(resolve('package.json'), platformPackage)
  if (folder === undefined)
    throw new UsageError(
      `The verifier of Pact is not installed (${platformPackage} is missing): npm install --save-dev @pact-foundation/pact-cli`,
    )
  return join(folder, 'standalone', system === 'windows' ? 'pact.exe' : 'pact')
}
