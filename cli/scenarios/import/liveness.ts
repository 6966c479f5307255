import type { ScenarioFile } from '../../../server/engine/scenarios/scenario.js'
import type { Answer } from './read-answer.js'

const recommended = ({ report }: Answer['checks'][number]) => report?.recommendation.value

/** The attempts at liveness, if rejected ones were repeated and the last one passed; the newest check stands first. */
export const repeatedLiveness = ({ checks }: Answer): ScenarioFile['liveness'] => {
  const [newest, ...older] = checks.filter(({ type }) => type === 'LIVENESS').map(recommended)
  const isRepeated = newest === 'APPROVE' && older.length > 0 && older.every((value) => value === 'REJECT')
  return isRepeated ? [...older.map(() => 'rejected' as const), 'used'] : undefined
}
