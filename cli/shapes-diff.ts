import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type ComparedShape, compareShapes, type ShapeChange } from '../contracts/pact/compare-shapes.js'
import { describeShapes, type ShapeDescription } from '../contracts/pact/describe-shapes.js'
import { matcherBody } from '../contracts/pact/matcher-body.js'
import { readBuild } from '../contracts/verify/build.js'
import { type Environment, parseSettings, type Settings, shapesDiffOptions } from '../contracts/verify/settings.js'
import { sourceOf } from '../contracts/verify/source.js'
import { hidingLogins, pactsOf } from '../contracts/verify/verify-command.js'
import { UsageError } from '../server/base/errors.js'
import { createControlClient } from '../server/client/create-control-client.js'
import { builtInScenarios } from '../server/engine/scenarios/catalogue.js'
import type { CommandResult } from './command.js'

const run = promisify(execFile)

/** Asks the older package itself: nobody else knows its shapes. */
const shapesOfTarball = async (file: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-diff-'))
  try {
    await run('tar', ['-xzf', file, '-C', folder])
    const command = join(folder, 'package/bin/mock-yoti.js')
    return (await run(process.execPath, [command, 'shapes', '--json'], { maxBuffer: 256 * 1024 * 1024 })).stdout
  } catch (error) {
    throw new UsageError(`${file} is no package of mock-yoti: ${(error as Error).message.split('\n')[0]}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Asks a running server, whose examples are made to matchers as this version's are. */
const shapesOfServer = async (url: string, token: string | undefined): Promise<readonly ComparedShape[]> => {
  const client = createControlClient(new URL(url).origin, token === undefined ? {} : { token })
  const { shapes } = await client.shapes({ examples: true })
  return shapes.map(({ answers, group = '', ...shape }) => {
    if (answers === undefined)
      throw new UsageError(`${url} is too old to be compared so. Give the JSON that its mock-yoti shapes --json prints`)
    // Examples of the shapes, as JSON.
    const examples = Object.entries(answers as ShapeDescription['answers'])
    const matchers = examples.map(([extent, answer]) => [extent, matcherBody(shape.operation, answer)])
    return { ...shape, group, matchers: Object.fromEntries(matchers) }
  })
}

const isAddress = (old: string) => /^https?:\/\//.test(old) && URL.canParse(old)

const readOld = async (file: string): Promise<readonly ShapeDescription[]> => {
  const text = /\.(?:tgz|tar\.gz)$/.test(file)
    ? await shapesOfTarball(file)
    : await readFile(file, 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
        throw new UsageError(`Cannot read ${file}: ${code}`)
      })
  try {
    const parsed: unknown = JSON.parse(text)
    // What shapes --json has printed.
    if (Array.isArray(parsed) && parsed.every((shape) => typeof shape?.id === 'string'))
      return parsed as ShapeDescription[]
  } catch {
    // Told below.
  }
  throw new UsageError(`${file} is not what mock-yoti shapes --json prints`)
}

const findPacts = async (settings: Settings, env: Environment) => {
  const isAsked = (settings.pactFiles.length + settings.pactDirs.length > 0 || settings.broker) ?? settings.pactUrl
  if (!isAsked) return []
  const { branch } = await readBuild(settings, env)
  const pacts = await pactsOf(sourceOf(settings, branch, env), settings, branch)
  return pacts.filter(({ provider }) => provider.name === settings.provider)
}

const describe = ({ id, change, differs, concerns }: ShapeChange) => {
  const details = differs.length === 0 ? '' : `: ${differs.join(', ')}`
  const pacts = concerns.length === 0 ? '' : `  [in pacts of ${concerns.join(', ')}]`
  return `${change.padEnd(8)} ${id}${details}${pacts}`
}

const compare = async (argv: readonly string[], env: Environment): Promise<CommandResult> => {
  const [old, ...rest] = argv
  if (old === undefined || old.startsWith('-'))
    throw new UsageError(
      'Compared with what? mock-yoti shapes diff OLD.json, the tarball of an older version, or the address of a server',
    )
  const settings = parseSettings(shapesDiffOptions, rest, env)
  const token = settings.controlToken ?? (env['MOCK_YOTI_CONTROL_TOKEN'] || undefined)
  const before = isAddress(old) ? await shapesOfServer(old, token) : await readOld(old)
  const changes = compareShapes(before, describeShapes(builtInScenarios()), await findPacts(settings, env))
  if (settings.printsJson) return { text: JSON.stringify(changes, null, 2), exitCode: 0 }
  const count = (kind: ShapeChange['change']) => changes.filter(({ change }) => change === kind).length
  const counts = `${count('added')} added, ${count('removed')} removed, ${count('changed')} changed`
  return { text: [...changes.map(describe), counts].join('\n'), exitCode: 0 }
}

/**
 * `mock-yoti shapes diff OLD`: what changed between two versions of the catalogue, and whose pacts name it.
 * @throws UsageError for what cannot be understood or read
 */
export const shapesDiffCommand = (argv: readonly string[], env: Environment): Promise<CommandResult> =>
  hidingLogins(() => compare(argv, env))
