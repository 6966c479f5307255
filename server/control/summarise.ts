import { midnightBefore } from '../clock.js'
import type { ControlSchema, Schema } from '../openapi/schema.js'
import { describeShape } from '../scenarios/describe-shape.js'
import type { Scenario } from '../scenarios/scenario.js'
import { createNamedSession } from '../sessions/named-sessions.js'
import { render } from '../sessions/render.js'

/** A scenario as lists show it, and what its named session answers. */
export const summarise = (
  scenario: Scenario,
  now: number,
): { summary: ControlSchema<'ScenarioSummary'>; answer: Schema<'SessionResult'> } => {
  const { id, title, use_when, provenance, source } = scenario
  const session = createNamedSession(scenario, midnightBefore(now))
  const answer = render(session, now)
  const shape = describeShape(answer)
  return { summary: { id, title, use_when, provenance, source, shape, session_id: session.id }, answer }
}
