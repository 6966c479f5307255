// Brings a clone up to date: installs when the lock file changed, builds when a source did. Does nothing when nothing did.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = [
  'server',
  'cli',
  'console',
  'contracts/pact',
  'contracts/verify',
  'testcontainers',
  'gauntlet',
  'drift',
  'scenarios',
  'scripts',
  'openapi.yaml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
]
const built = /[\\/]generated[\\/].*\.(json|js)$/

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`mock-yoti needs Node.js 20.19 or newer; this is ${process.versions.node}`)
  process.exit(2)
}

const filesBelow = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path]

const hashOf = (paths) => {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

const readStamp = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Runs `make` when what it depends on has changed since it last succeeded. */
const keepFresh = (stampPath, hash, make) => {
  if (readStamp(stampPath) === hash) return
  make()
  mkdirSync(join(stampPath, '..'), { recursive: true })
  writeFileSync(stampPath, hash)
}

const run = (what, command, args) => {
  console.error(`mock-yoti: ${what} ...`)
  // npm is a script on Windows, which only a shell runs.
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    // `npm pack --dry-run` is no wish that nothing be installed.
    env: { ...process.env, npm_config_dry_run: undefined },
  })
  if (status !== 0) {
    console.error(`mock-yoti: '${command} ${args.join(' ')}' failed`)
    process.exit(1)
  }
}

/** Whether a change of this file makes the build stale. @param path from the root of the repository */
export const isSource = (path) => sources.some((source) => path === source || path.startsWith(`${source}/`))

const keepInstalled = () => {
  const lock = hashOf([join(root, 'package-lock.json')])
  keepFresh(join(root, 'node_modules', '.mock-yoti-installed'), `${lock} ${process.platform}-${process.arch}`, () =>
    // The build needs the development packages, also where NODE_ENV says production.
    run('installing', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
  )
}

const stamps = { code: join(root, 'dist', '.mock-yoti-built'), types: join(root, 'dist', '.mock-yoti-typed') }
const hashOfSources = () =>
  hashOf(sources.flatMap((path) => filesBelow(join(root, path))).filter((path) => !built.test(path)))

/** Notes that the code or the types in dist/ are built from the sources as they are. */
export const markBuilt = (part) => writeFileSync(stamps[part], hashOfSources())

const isFresh = (part) => readStamp(stamps[part]) === hashOfSources()

/** Builds the code in dist/ when a source changed since the last build. */
export const keepBuilt = () => {
  if (!isFresh('code')) run('building', process.execPath, [join(root, 'scripts', 'build.mjs'), '--no-types'])
}

/** Adds the types, which only a package needs. The code stays as it is: tests may be running it. */
export const keepPackable = () => {
  keepBuilt()
  if (!isFresh('types')) run('writing types', process.execPath, [join(root, 'scripts', 'build.mjs'), '--types'])
}

export const setUp = () => {
  keepInstalled()
  keepBuilt()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp()
  keepPackable()
}
