import { visit } from '../../engine/sessions/transitions.js'
import { takeStep } from '../../engine/sessions/visit-step.js'
import type { ControlSchema } from '../../openapi/schema.js'
import { updateSession } from '../../state/update-session.js'
import type { ChangesSessions, Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'
import { showSession } from '../show-session.js'

type Visit = ControlSchema<'Visit'>

/** The detail that a step may have. */
const detailsOf: Partial<Record<NonNullable<Visit['step']>, keyof Visit>> = {
  'capture-document': 'document',
  refuse: 'reason',
}

/** @throws YotiError PAYLOAD_VALIDATION for what would be passed over: details need their step */
const assertBelongs = (step: Visit['step'], details: Omit<Visit, 'step'>) =>
  throwIfInvalid(
    Object.keys(details)
      .filter((name) => step === undefined || detailsOf[step] !== name)
      .map((name) => {
        const [owner] = Object.entries(detailsOf).find(([, detail]) => detail === name) ?? []
        return {
          property: name,
          message: `belongs to {"step":"${owner}"}${step === undefined ? '' : `, not to '${step}'`}`,
        }
      }),
  )

export const visitSession: Operation<'visitSession', ChangesSessions> = async ({ request, address }, deps) => {
  const { step, ...details } = request.body ?? {}
  assertBelongs(step, details)
  const { session: visited, now: at } = await updateSession(request.path.sessionId, deps, (session, scenario, now) =>
    step === undefined ? visit(session, scenario, now) : takeStep(session, scenario, { ...details, step }, now),
  )
  return { status: 200, body: showSession(visited, at, address) }
}
