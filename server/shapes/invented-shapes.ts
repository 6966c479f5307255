import type { Scenario } from '../engine/scenarios/scenario.js'
import { exampleAnswer } from './answer.js'
import { resultChanges } from './changed-result.js'
import { gatewayAnswers } from './gateway-answer.js'
import { groupsOf } from './groups.js'
import { type Shape, stateNames } from './shape.js'
import { exampleSessionId } from './situation.js'

const about = {
  operation: 'getSession',
  sessionId: exampleSessionId,
  values: { sessionId: exampleSessionId },
  scenarios: [],
} as const

const changedShapes = (scenarios: readonly Scenario[]): Shape[] =>
  Object.entries(resultChanges()).flatMap(([id, { title, result, group, provenance, change }]) => {
    const scenario = scenarios.find((one) => one.id === result)
    const answer = scenario && exampleAnswer(scenario, 'maximum')
    if (answer === undefined || 'error' in answer) return []
    return {
      ...about,
      id,
      title,
      description: `getSession answers ${id}`,
      group,
      groups: groupsOf(id, group),
      provenance,
      state: stateNames.changed,
      params: { result, change: id },
      answers: { maximum: { status: 200, body: change(answer.body) } },
    }
  })

const gatewayShapes = (): Shape[] =>
  Object.entries(gatewayAnswers).map(([id, { title, status, headers, text }]) => ({
    ...about,
    id,
    title,
    description: `getSession answers ${id}`,
    group: 'gateway',
    groups: groupsOf(id, 'gateway'),
    provenance: 'invented',
    state: stateNames.gateway,
    params: { answer: id },
    answers: { maximum: { status, headers, text } },
  }))

/** Answers of reading a session that no scenario gives: changed results, and what a gateway answers in Yoti's place. */
export const inventedShapes = (scenarios: readonly Scenario[]): Shape[] => [
  ...changedShapes(scenarios),
  ...gatewayShapes(),
]
