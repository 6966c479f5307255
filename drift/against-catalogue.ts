import type { Beliefs } from './beliefs.js'
import { jsonOf } from './exchange.js'
import type { ScenarioFileText, Tell } from './finding.js'
import type { FromFile } from './read-files.js'

/** A scenario that answers like a result as far as one can, and what of the result it cannot say. */
export type Expressed = { readonly file: ScenarioFileText; readonly notExpressed: readonly string[] }

/** Finds the scenario for a result; undefined when the value is none. */
export type Express = (answer: unknown) => Expressed | undefined

/** A result, told by the scenario that it is most like. */
export type NearestScenario = { readonly scenario: string; readonly count: number; readonly share: number }

const withoutIndices = (difference: string) => difference.replaceAll(/\[\d{1,6}\]/g, '[]')

type Result = { readonly resources?: { readonly applicant_profiles?: readonly unknown[] } }

/**
 * Whether a difference comes of an order without data of the applicant: a session that is created here without them has no
 * profile either, and its checks use one resource less.
 */
const isOfOrder = (difference: string, answer: unknown): boolean => {
  const profiles = (answer as Result | undefined)?.resources?.applicant_profiles ?? []
  if (profiles.length > 0) return false
  if (/^resources\.applicant_profiles has 0, the scenario's 1$/.test(difference)) return true
  const [, used = '', ofScenario = ''] =
    /^checks\[\]\.resources_used has (\d+), the scenario's (\d+)$/.exec(difference) ?? []
  return used !== '' && Number(ofScenario) - Number(used) === 1
}

/** Finds for each recorded result the scenario that is nearest, and tells the results that no scenario can express. */
export const createCatalogueCheck = (
  beliefs: Beliefs,
  express: Express,
  tell: Tell,
): { readonly check: (from: FromFile) => void; readonly nearest: () => readonly NearestScenario[] } => {
  const nearest = new Map<string, NearestScenario>()
  const check = ({ recording, file }: FromFile) => {
    if (recording.kind !== 'exchange' || recording.operation !== 'getSession' || recording.response.status !== 200)
      return
    const answer = jsonOf(recording.response.body)
    const { scenario, share } = beliefs.nearest(answer)
    const known = nearest.get(scenario)
    nearest.set(scenario, { scenario, count: (known?.count ?? 0) + 1, share: Math.min(known?.share ?? 1, share) })
    // What a scenario answers need not be made of another one.
    if (share === 1) return undefined
    const expressed = express(answer)
    if (expressed === undefined)
      return tell({ kind: 'catalogue', title: 'a result has neither resources nor checks', file })
    for (const difference of new Set(expressed.notExpressed.map(withoutIndices))) {
      if (isOfOrder(difference, answer)) continue
      tell({
        kind: 'catalogue',
        title: `no scenario can express it: ${difference}`,
        details: [`the nearest scenario is ${scenario}`],
        scenario: expressed.file,
        file,
      })
    }
  }
  return { check, nearest: () => [...nearest.values()].sort((one, other) => other.count - one.count) }
}
