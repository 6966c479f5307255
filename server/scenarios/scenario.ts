import { didYouMean } from '../nearest.js'
import type { components } from './generated/scenario.js'

/** A scenario as its file says it. */
export type ScenarioFile = components['schemas']['Scenario']

/** One document of a scenario: what was asked for and what became of it. */
export type ScenarioDocument = components['schemas']['document']

/** What checks found, by type. */
export type ScenarioChecks = components['schemas']['checks']

/** Operations whose answer is fixed, by operationId. */
export type ScenarioAnswers = components['schemas']['answers']

/** A scenario with its base and the defaults filled in. */
export type Scenario = Required<Omit<ScenarioFile, 'extends'>> & { readonly id: string }

const defaults = {
  documents: [{ asked: 'PASSPORT' }, { asked: 'UTILITY_BILL' }],
  visit: 'completed',
  expired: false,
  checks: {},
  answers: {},
  faults: [],
} as const satisfies Partial<ScenarioFile>

/** A file that cannot be used, and why. `line` counts from 1 and is missing where the whole file is meant. */
export type Problem = { file: string; line?: number; message: string }

const chainOf = (id: string, files: Readonly<Record<string, ScenarioFile>>) => {
  const chain: ScenarioFile[] = []
  const seen: string[] = []
  for (let at: string | undefined = id; at !== undefined; ) {
    const file: ScenarioFile | undefined = files[at]
    if (seen.includes(at)) return `'extends' goes round in a circle: ${[...seen, at].join(' → ')}`
    if (file === undefined) return `'extends' names no scenario: '${at}'.${didYouMean(at, Object.keys(files))}`
    seen.push(at)
    chain.unshift(file)
    at = file.extends
  }
  return chain
}

/**
 * Fills in every scenario's base and defaults.
 * @param files scenario files by id
 * @returns the scenarios by id, and what is wrong with those that have no valid base
 */
export const resolveScenarios = (
  files: Readonly<Record<string, ScenarioFile>>,
): { scenarios: Scenario[]; problems: { id: string; message: string }[] } => {
  const scenarios: Scenario[] = []
  const problems: { id: string; message: string }[] = []
  for (const id of Object.keys(files).sort()) {
    const chain = chainOf(id, files)
    if (typeof chain === 'string') problems.push({ id, message: chain })
    else {
      const { extends: _base, ...merged } = Object.assign({}, ...chain) as ScenarioFile
      scenarios.push({ ...defaults, documents: [...defaults.documents], ...merged, id })
    }
  }
  return { scenarios, problems }
}
