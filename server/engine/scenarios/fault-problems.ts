import { judgeFault } from '../../faults/judge-fault.js'
import type { ScenarioFile } from './scenario.js'
import type { Problem } from './schema-problems.js'

/** Problems of a file's fault rules that the schema cannot find. */
export const faultProblems = ({ faults = [] }: ScenarioFile): Problem[] =>
  faults.flatMap((rule, at) =>
    judgeFault(rule).map(({ property, message }) => {
      const inside = property === 'fault' ? [] : property.split('.')
      const path = ['faults', at, ...inside]
      return { path, message: `${path.join('.')} ${message}` }
    }),
  )
