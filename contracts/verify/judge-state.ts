import type { GivenState, Interaction, Pact } from './pact.js'

/** A provider state that pacts need, and the consumers that do. */
export type NeededState = GivenState & { readonly consumers: readonly string[] }

export const statesOf = ({ providerStates, providerState }: Interaction): readonly GivenState[] =>
  providerStates ?? (providerState === undefined ? [] : [{ name: providerState }])

/** Every state with its parameters, once. */
export const neededStates = (pacts: readonly Pact[]): NeededState[] => {
  const needed = new Map<string, NeededState>()
  for (const { consumer, interactions } of pacts)
    for (const { name, params = {} } of interactions.flatMap(statesOf)) {
      const key = JSON.stringify([name, Object.entries(params).sort()])
      const consumers = [...new Set([...(needed.get(key)?.consumers ?? []), consumer.name])]
      needed.set(key, { name, params, consumers })
    }
  return [...needed.values()]
}

/**
 * Why a provider cannot be put in a state; nothing when it can. Asked as a teardown, which is judged like a set-up and
 * takes back no session but one that a verifier has left behind.
 */
export const judgeState = async (stateUrl: string, { name, params = {} }: GivenState): Promise<string | undefined> => {
  const response = await fetch(stateUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ state: name, params, action: 'teardown' }),
  })
  if (response.ok) return undefined
  // The control API answers every error in this form.
  const { message } = (await response.json()) as { message: string }
  return message
}
