import { existsSync } from 'node:fs'
import { URL } from 'node:url'
import facts from './generated/package-facts.json' with { type: 'json' }

/** The folder of this package: the nearest one above this module, built or unbuilt, that has a `package.json`. */
const findRoot = (folder: URL): URL => {
  if (existsSync(new URL('package.json', folder))) return folder
  const parent = new URL('../', folder)
  if (parent.href === folder.href) throw new Error(`No package.json above ${import.meta.url}`)
  return findRoot(parent)
}

/** A file of this package, for the command line: a bundle of somebody else's may have no such files. */
export const packageFile = (path: string): URL => new URL(path, findRoot(new URL('./', import.meta.url)))

/** The package's version, as `package.json` has it. */
export const packageVersion = (): string => facts.version

/** The key pair of the demo application, PEM. */
export const demoKeys: { readonly publicKey: string; readonly privateKey: string } = {
  publicKey: facts.demoPublicKey,
  privateKey: facts.demoPrivateKey,
}
