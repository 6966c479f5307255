import { readFileSync } from 'node:fs'
import { UsageError } from '../../server/base/errors.js'
import { assertKnownNames } from '../../server/base/known-names.js'
import { didYouMean } from '../../server/base/nearest.js'
import type { ShapeGroup } from '../../server/shapes/index.js'
import { covers } from './covers.js'
import { type PactFile, parsePact } from './parts.js'
import { everyKnownShape, type ResultShape, shapeGroup } from './result-shapes.js'

/** What a pact is asked to cover. */
export type Coverage = {
  /** `decisions` unless said. */
  readonly groups?: readonly ShapeGroup[]
  /** Shapes that need no interaction: id → the reason why. */
  readonly except?: Readonly<Record<string, string>>
}

/** What comes from JavaScript is not what the types say. */
const assertCoverage = (coverage: Coverage) => {
  assertKnownNames(coverage, ['groups', 'except'], 'what is to be covered')
  const { groups = [], except = {} } = coverage
  if (!Array.isArray(groups)) throw new UsageError(`groups: ${JSON.stringify(groups)} is no list, such as ['core']`)
  if (
    typeof except !== 'object' ||
    except === null ||
    Object.values(except).some((reason) => typeof reason !== 'string')
  )
    throw new UsageError(
      `except: ${JSON.stringify(except)} is not what is expected: shape ids with reasons, such as { 'wrong-document': 'we take any' }`,
    )
}

const assertReasons = (except: Readonly<Record<string, string>>) => {
  const known = everyKnownShape().map(({ id }) => id)
  for (const [id, reason] of Object.entries(except)) {
    if (!known.includes(id))
      throw new UsageError(`except: no shape is called '${id}'.${didYouMean(id, known)} Known: ${known.join(', ')}`)
    if (reason.trim() === '') throw new UsageError(`except: '${id}' needs a reason`)
  }
}

/** @throws Error that says what to do when there is no such file */
const readPact = (file: string) => {
  try {
    const pact = parsePact(readFileSync(file, 'utf8'))
    if (!Array.isArray(pact?.interactions)) throw new Error(`'${file}' is no pact: it has no list of interactions`)
    return pact
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(
      `There is no pact at '${file}'. A run of the contract tests writes it when every one of them passes`,
    )
  }
}

const missingFrom = ({ interactions }: PactFile, coverage: Coverage) => {
  assertCoverage(coverage)
  const { groups = ['decisions'], except = {} } = coverage
  assertReasons(except)
  return groups
    .flatMap(shapeGroup)
    .filter((shape) => except[shape.id] === undefined)
    .filter((shape) => !interactions.some((interaction) => covers(interaction, shape)))
}

/**
 * The result shapes that a pact has no interaction for. Looks at provider states only, so a pact may come from any
 * language.
 * @throws Error for an exemption of an unknown shape or without a reason; when there is no such pact
 */
export const missingShapes = (pactFile: string, coverage: Coverage = {}): readonly ResultShape[] => {
  if (typeof pactFile !== 'string')
    throw new Error(`missingShapes takes the path of a pact; got ${JSON.stringify(pactFile)}`)
  return missingFrom(readPact(pactFile), coverage)
}

/**
 * @param pact what is to be in the file, where it is not written yet
 * @throws Error that lists the result shapes that a pact has no interaction for
 */
export const mustCoverShapes = (
  pactFile: string,
  coverage: Coverage = {},
  pact: PactFile = readPact(pactFile),
): void => {
  const missing = missingFrom(pact, coverage)
  if (missing.length === 0) return
  const lines = missing.map(({ id, title }) => `  ${id}: ${title}`)
  throw new Error(
    `${pactFile} covers all but ${missing.length} shapes. Expect them, or exempt them with a reason:\n${lines.join('\n')}`,
  )
}
