import { midnightBefore } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import type { ControlSchema, Schema } from '../../openapi/schema.js'
import type { Session } from '../model/session.js'
import { checkResults } from '../scenarios/check-results.js'
import { describeShape } from '../scenarios/describe-shape.js'
import { fixedError } from '../scenarios/fixed-error.js'
import type { Scenario } from '../scenarios/scenario.js'
import { createNamedSession } from '../sessions/named-sessions.js'
import { render } from './render.js'

type Answered = { status: number; answer: Schema<'SessionResult'> | Schema<'Error'> }
type Described = Answered & Pick<ControlSchema<'ScenarioSummary'>, 'shape' | 'checks'>

/** The answer of `getSession` for a session under a scenario, with its summary. */
const summariseAnswer = (scenario: Scenario, session: Session, now: number): Described => {
  const code = fixedError(scenario, 'getSession')
  if (code === undefined) {
    const answer = render(session, now)
    return { status: 200, answer, shape: describeShape(answer), checks: checkResults(answer) }
  }
  const { status, message } = new YotiError(code)
  return { status, answer: { code, message }, shape: `${status} ${code}`, checks: [] }
}

/** A scenario as lists show it, and what its named session answers. */
export const summarise = (
  scenario: Scenario,
  now: number,
): Answered & { summary: ControlSchema<'ScenarioSummary'>; session: Session } => {
  const { id, group, family, title, use_when, provenance, source } = scenario
  const session = createNamedSession(scenario, midnightBefore(now))
  const { status, answer, shape, checks } = summariseAnswer(scenario, session, now)
  const described = { id, group, ...(family !== undefined && { family }), title, use_when, provenance, source }
  return { summary: { ...described, shape, checks, session_id: session.id }, session, status, answer }
}
