import { summarise } from '../../server/engine/results/summarise.js'
import type { Scenario } from '../../server/engine/scenarios/scenario.js'
import { mediaOf } from './media.js'

/** What a client can know of a scenario: the answer and the text of its media, for the same person at the same time. */
const seenBy = async (scenario: Scenario): Promise<string> => {
  const anonymous = { ...scenario, id: 'any' }
  const { session, status, answer } = summarise(anonymous, 0)
  const media = await mediaOf(anonymous, session, answer)
  return JSON.stringify([status, answer, media.map(({ content }) => content)])
}

/** Scenarios that a client cannot tell apart by what Yoti answers: Yoti does not say why. Each list has at least two. */
export const lookAlikes = async (scenarios: readonly Scenario[]): Promise<string[][]> => {
  const byAnswer = new Map<string, string[]>()
  for (const scenario of scenarios) {
    const seen = await seenBy(scenario)
    byAnswer.set(seen, [...(byAnswer.get(seen) ?? []), scenario.id])
  }
  return [...byAnswer.values()].filter((ids) => ids.length > 1)
}
