import { existsSync, readFileSync } from 'node:fs'

/** The folder of this package: the nearest one above this module, built or unbuilt, that has a `package.json`. */
const findRoot = (folder: URL): URL => {
  if (existsSync(new URL('package.json', folder))) return folder
  const parent = new URL('../', folder)
  if (parent.href === folder.href) throw new Error(`No package.json above ${import.meta.url}`)
  return findRoot(parent)
}

/** A file of this package. */
export const packageFile = (path: string): URL => new URL(path, findRoot(new URL('./', import.meta.url)))

/** The package's version, as `package.json` has it. */
export const packageVersion = (): string => {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }
  return version
}
