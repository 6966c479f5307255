import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { keepPackable } from '../../scripts/setup.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const isWindows = process.platform === 'win32'

// npm and npx are scripts on Windows, which only a shell runs.
const runIn = async (directory: string, command: string, args: readonly string[]) =>
  (await promisify(execFile)(command, [...args], { cwd: directory, shell: isWindows })).stdout

/** An empty project that installed the packed tarball with no registry in reach. */
export type PackedProject = AsyncDisposable & {
  readonly tarball: string
  /** Runs a program of the project; answers what it printed. */
  readonly run: (command: string, ...args: string[]) => Promise<string>
  readonly write: (file: string, text: string) => Promise<void>
}

/** Packs what `npm run build` made, as `npm publish` would, and installs it. */
export const installPacked = async (): Promise<PackedProject> => {
  keepPackable()
  const path = await mkdtemp(join(tmpdir(), 'mock-yoti-packed-'))
  await runIn(root, 'npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', path])
  const name = (await readdir(path)).find((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new Error('npm pack made no tarball')
  const tarball = join(path, name)
  await writeFile(join(path, 'package.json'), '{ "private": true }')
  await runIn(path, 'npm', ['install', '--offline', '--no-audit', '--no-fund', tarball])
  return {
    tarball,
    run: (command, ...args) => runIn(path, command, args),
    write: (file, text) => writeFile(join(path, file), text),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}

/** The command of a development package of this repository. */
export const toolPath = (path: string): string => join(root, 'node_modules', path)
