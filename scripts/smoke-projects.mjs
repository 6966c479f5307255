// `npm run smoke:projects [-- FILTER…]`: packs mock-yoti and tries it in projects as others have them: test runners,
// module systems, package managers, other runtimes. Needs the registry, so that `npm test` does not run it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keepPackable, setUp } from './setup.mjs'
import { projects } from './smoke-projects/projects.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'mock-yoti-projects-'))
const nodeMajor = Number(process.versions.node.split('.')[0])

const run = (command, args, cwd) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    shell: process.platform === 'win32',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 300_000,
    env: {
      ...process.env,
      NO_COLOR: '1',
      CI: 'true',
      PACT_DO_NOT_TRACK: 'true',
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    },
  })
  return { status, output: `${stdout}${stderr}${error ?? ''}` }
}

const must = (command, args, cwd) => {
  const { status, output } = run(command, args, cwd)
  if (status !== 0) throw new Error(`'${command} ${args.join(' ')}' failed\n${output}`)
  return output
}

/**
 * Runs a project's steps in a folder of its own.
 * @param {import('./smoke-projects/projects.mjs').Project} project
 * @param {string} tarball
 * @throws Error that says which step did not do what is expected
 */
const tryOut = ({ name, packages = [], files, steps }, tarball) => {
  const folder = join(base, name)
  for (const [path, text] of Object.entries({ 'package.json': '{ "private": true }', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  if (packages.length > 0) {
    const own = packages.map((wanted) => (wanted === 'mock-yoti' ? tarball : wanted))
    must('npm', ['install', '--save-dev', '--no-audit', '--no-fund', ...own], folder)
  }
  for (const { command, expected, unexpected, fails = false } of steps) {
    const [program, ...args] = command.map((word) => word.replace('TARBALL', tarball))
    const { status, output } = run(program === 'node' ? process.execPath : program, args, folder)
    const isAsExpected = (status !== 0) === fails && (expected === undefined || expected.test(output))
    if (!isAsExpected || unexpected?.test(output))
      throw new Error(`'${command.join(' ')}' ended with ${status}\n${output}`)
  }
}

const filters = process.argv.slice(2)
const failed = []
try {
  setUp()
  keepPackable()
  const [{ filename }] = JSON.parse(
    must('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', base], root),
  )
  const chosen = projects.filter(({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)))
  for (const project of chosen) {
    if (nodeMajor < (project.node ?? 20)) {
      console.log(`skipped  ${project.name}: it needs Node.js ${project.node}`)
      continue
    }
    try {
      tryOut(project, join(base, filename))
      console.log(`ok       ${project.name}`)
    } catch (error) {
      failed.push(project.name)
      console.log(`FAILED   ${project.name}\n${error.message}`)
    }
    rmSync(join(base, project.name), { recursive: true, force: true })
  }
} finally {
  rmSync(base, { recursive: true, force: true })
}
if (failed.length > 0) {
  console.error(`${failed.length} failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
