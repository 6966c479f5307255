import type { GivenState } from './pact.js'

/** A provider state as people read it: the scenario's id stands in the sentence, other parameters in brackets. */
export const formatState = ({ name, params }: GivenState): string => {
  const { result, ...others } = params ?? {}
  const sentence = [name, ...(result === undefined ? [] : [String(result)])].join(' ')
  const rest = Object.entries(others).map(([key, value]) => `${key}: ${String(value)}`)
  return rest.length === 0 ? sentence : `${sentence} (${rest.join(', ')})`
}
