import { readFileSync } from 'node:fs'
import { didYouMean } from '../../server/nearest.js'
import type { ShapeGroup } from '../shapes/shape.js'
import { type Interaction, parsePact } from './parts.js'
import { everyKnownShape, type ResultShape, shapeGroup } from './result-shapes.js'

/** What a pact is asked to cover. */
export type Coverage = {
  /** `core` unless said. */
  readonly groups?: readonly ShapeGroup[]
  /** Shapes that need no interaction: id → the reason why. */
  readonly except?: Readonly<Record<string, string>>
}

const covers = ({ providerStates = [] }: Interaction, { state, params }: ResultShape) =>
  providerStates.some(
    (given) => given.name === state && Object.entries(params).every(([name, value]) => given.params?.[name] === value),
  )

const mustBeReasons = (except: Readonly<Record<string, string>>) => {
  const known = everyKnownShape.map(({ id }) => id)
  for (const [id, reason] of Object.entries(except)) {
    if (!known.includes(id))
      throw new Error(`except: no shape is called '${id}'.${didYouMean(id, known)} Known: ${known.join(', ')}`)
    if (reason.trim() === '') throw new Error(`except: '${id}' needs a reason`)
  }
}

/** @throws Error that says what to do when there is no such file */
const readPact = (file: string) => {
  try {
    return parsePact(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(
      `There is no pact at '${file}'. A run of the contract tests writes it when every one of them passes`,
    )
  }
}

/**
 * The result shapes that a pact has no interaction for. Looks at provider states only, so a pact may come from any
 * language.
 * @throws Error for an exemption of an unknown shape or without a reason; when there is no such pact
 */
export const missingShapes = (
  pactFile: string,
  { groups = ['core'], except = {} }: Coverage = {},
): readonly ResultShape[] => {
  mustBeReasons(except)
  const { interactions } = readPact(pactFile)
  return groups
    .flatMap(shapeGroup)
    .filter((shape) => except[shape.id] === undefined)
    .filter((shape) => !interactions.some((interaction) => covers(interaction, shape)))
}

/** @throws Error that lists the result shapes that a pact has no interaction for */
export const mustCoverShapes = (pactFile: string, coverage: Coverage = {}): void => {
  const missing = missingShapes(pactFile, coverage)
  if (missing.length === 0) return
  const lines = missing.map(({ id, title }) => `  ${id}: ${title}`)
  throw new Error(
    `${pactFile} covers all but ${missing.length} shapes. Expect them, or exempt them with a reason:\n${lines.join('\n')}`,
  )
}
