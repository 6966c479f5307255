// Makes a release: checks, sets the version, builds, tests, commits, tags, and packs the npm package and the image of
// both architectures into release/. Publishes nothing; docs/releasing.md says how that is done.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { withShapeChanges } from './shape-changes.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const platforms = 'linux/amd64,linux/arm64'

const run = (command, ...args) => {
  console.error(`$ ${command} ${args.join(' ')}`)
  // npm is a script on Windows, which only a shell runs.
  execFileSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, CI: 'true' },
    shell: process.platform === 'win32' && command === 'npm',
  })
}
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()

const refuse = (message) => {
  console.error(`release: ${message}`)
  process.exit(2)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    'no-image': { type: 'boolean', default: false },
    since: { type: 'string' },
  },
})
const [version = ''] = positionals
if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$/.test(version))
  refuse(
    `expected a version like 1.2.3; got '${version}'. Use: node scripts/release.mjs 1.2.3 [--since OLD.tgz] [--check] [--no-image]`,
  )

const tag = `v${version}`
const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8')
if (git('status', '--porcelain') !== '') refuse('the work tree has changes; commit or stash them first')
if (git('tag', '--list', tag) !== '') refuse(`the tag ${tag} exists already; choose the next version`)
if (!changelog.split('\n').some((line) => line.startsWith(`## ${version}`)))
  refuse(`CHANGELOG.md has no heading '## ${version}'; write what changed, breaking answers first`)
if (values.since === undefined && git('tag', '--list', 'v*') !== '')
  refuse(
    "say with --since OLD.tgz which package the shapes are compared with: 'npm pack mock-yoti' fetches the last one",
  )
if (values.since !== undefined && !existsSync(values.since)) refuse(`there is no file ${values.since}`)
if (values.check) {
  console.error(`release: ${tag} can be made`)
  process.exit(0)
}

/** The address of the repository as a browser takes it, from that of git's remote; undefined when it is no web address. */
const webAddress = () => {
  const [, host, path] =
    /^(?:https?:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)([^:/]+)[:/](.+?)(?:\.git)?\/?$/.exec(remote) ?? []
  return host === undefined ? undefined : `https://${host}/${path}`
}
const remote = git('remote').split('\n').includes('origin') ? git('remote', 'get-url', 'origin') : ''
const web = webAddress()

run('npm', 'ci')
// npm's provenance is refused when package.json names another repository than the one that publishes.
if (web !== undefined)
  run(
    'npm',
    'pkg',
    'set',
    `repository.type=git`,
    `repository.url=git+${web}.git`,
    `homepage=${web}#readme`,
    `bugs.url=${web}/issues`,
  )
run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version')
run('npm', 'run', 'lint')
run('npm', 'run', 'typecheck')
run('npm', 'run', 'generate', '--', '--check')
run('npm', 'run', 'build')
if (values.since !== undefined) {
  const command = ['bin/mock-yoti.js', 'shapes', 'diff', values.since, '--pact-dir', 'contracts/pacts']
  const lines = execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  const page = new URL('../docs/breaking-changes.md', import.meta.url)
  writeFileSync(page, withShapeChanges(readFileSync(page, 'utf8'), version, lines))
}
run('npm', 'test')
if (git('status', '--porcelain') !== '') run('git', 'commit', '--all', '--message', `Release ${version}`)

rmSync(new URL('../release', import.meta.url), { recursive: true, force: true })
mkdirSync(new URL('../release', import.meta.url))
run('npm', 'pack', '--pack-destination', 'release')
if (!values['no-image']) {
  const about = [
    `VERSION=${version}`,
    `REVISION=${git('rev-parse', 'HEAD')}`,
    `CREATED=${git('log', '-1', '--format=%cI')}`,
    `SOURCE=${web ?? ''}`,
  ]
  const args = about.flatMap((argument) => ['--build-arg', argument])
  const output = `type=oci,dest=release/mock-yoti-${version}.oci.tar`
  run(
    'docker',
    'buildx',
    'build',
    '--platform',
    platforms,
    ...args,
    '--sbom=true',
    '--provenance=true',
    '--output',
    output,
    '.',
  )
}
// Last: a tag stands only on what could be packed.
run('git', 'tag', '--annotate', tag, '--message', `mock-yoti ${version}`)
console.error(`release: ${tag} is in release/. docs/releasing.md says how to publish it`)
