import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { compareShapes, type ShapeChange } from '../contracts/pact/compare-shapes.js'
import { describeShapes, type ShapeDescription } from '../contracts/pact/describe-shapes.js'
import { readBuild } from '../contracts/verify/build.js'
import { type Environment, parseSettings, type Settings, shapesDiffOptions } from '../contracts/verify/settings.js'
import { sourceOf } from '../contracts/verify/source.js'
import { hidingLogins, pactsOf } from '../contracts/verify/verify-command.js'
import { UsageError } from '../server/base/errors.js'
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
    throw new UsageError('Compared with what? mock-yoti shapes diff OLD.json, or the tarball of an older version')
  const settings = parseSettings(shapesDiffOptions, rest, env)
  const changes = compareShapes(await readOld(old), describeShapes(builtInScenarios()), await findPacts(settings, env))
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
