import { type GivenState, type Interaction, interactionsIn, type Pact } from './pact.js'

/** A provider state that pacts need, and the consumers that do. */
export type NeededState = GivenState & { readonly consumers: readonly string[] }

/** The states of an interaction, as any version of the specification writes them. */
export const statesOf = ({ providerStates, providerState, provider_state }: Interaction): readonly GivenState[] => {
  const name = providerState ?? provider_state
  return providerStates ?? (typeof name === 'string' ? [{ name }] : [])
}

/** Every state with its parameters, once. */
export const neededStates = (pacts: readonly Pact[]): NeededState[] => {
  const needed = new Map<string, NeededState>()
  for (const pact of pacts)
    for (const { name, params: given } of interactionsIn(pact).flatMap(statesOf)) {
      const params = given ?? {}
      const key = JSON.stringify([name, Object.entries(params).sort()])
      const consumers = [...new Set([...(needed.get(key)?.consumers ?? []), pact.consumer.name])]
      needed.set(key, { name, params, consumers })
    }
  return [...needed.values()]
}

/**
 * Why a provider cannot be put in a state; nothing when it can. Asked as a teardown, which is judged like a set-up and
 * takes back no session but one that a verifier has left behind.
 */
export const judgeState = async (stateUrl: string, { name, params }: GivenState): Promise<string | undefined> => {
  const response = await fetch(stateUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ state: name, params: params ?? {}, action: 'teardown' }),
  })
  if (response.ok) return undefined
  // The control API answers every error in this form.
  const { message } = (await response.json()) as { message: string }
  return message
}
