import { namedSessionId } from '../../server/base/ids.js'
import { parseStateName, stateNames } from '../../server/shapes/index.js'
import type { Interaction } from './parts.js'
import type { ResultShape } from './result-shapes.js'

/** What names a shape in a pact. */
type Named = Pick<ResultShape, 'state' | 'params' | 'scenarios'>

type Given = { readonly name: string; readonly params: Readonly<Record<string, unknown>> }

/** The states of an interaction, as any version of the specification writes them. */
const statesOf = ({ providerStates, providerState, provider_state }: Interaction): readonly Given[] => {
  const name = providerState ?? provider_state
  const states = providerStates ?? (typeof name === 'string' ? [{ name }] : [])
  return states.map((state) => parseStateName(state.name, ('params' in state ? state.params : undefined) ?? {}))
}

/** The scenario whose named session an interaction without a state asks for: `GET /idverify/v1/sessions/{id}`. */
const asksFor = ({ request: { method, path = '' } = {} }: Interaction, scenarios: readonly string[]) => {
  const sessions = '/idverify/v1/sessions/'
  const id = path.slice(path.lastIndexOf(sessions) + sessions.length)
  return (
    method?.toUpperCase() === 'GET' &&
    path.includes(sessions) &&
    scenarios.some((scenario) => id === namedSessionId(scenario))
  )
}

/** Whether a state is a shape's: any scenario of the shape stands for it; the other parameters are its own. */
const isStateOf = (given: Given, { state, params, scenarios }: Named) =>
  given.name === state &&
  Object.entries(params).every(([name, value]) => {
    const found = given.params[name]
    return found === value || (name === 'result' && scenarios.some((id) => id === found))
  })

/** Whether an interaction of any language is about a shape: by its provider state, or by the session in its path. */
export const covers = (interaction: Interaction, shape: Named): boolean => {
  const states = statesOf(interaction).filter(({ name }) => name !== '')
  if (states.length > 0) return states.some((given) => isStateOf(given, shape))
  return shape.state === stateNames.result && asksFor(interaction, shape.scenarios)
}
