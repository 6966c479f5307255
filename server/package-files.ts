import { readFileSync } from 'node:fs'

export { version as nodeVersion } from 'node:process'

/** A file of this package. This module lies one folder below the package's root, built (`dist/`) and unbuilt (`server/`). */
export const packageFile = (path: string): URL => new URL(`../${path}`, import.meta.url)

/** The package's version, as `package.json` has it. */
export const packageVersion = (): string => {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }
  return version
}
