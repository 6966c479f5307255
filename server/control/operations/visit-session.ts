import { visit } from '../../engine/sessions/transitions.js'
import { takeStep } from '../../engine/sessions/visit-step.js'
import type { ControlSchema } from '../../openapi/schema.js'
import { changeSession } from '../../state/update-session.js'
import type { Operation } from '../control-operation.js'
import { mustBeRight } from '../known-names.js'

type Visit = ControlSchema<'Visit'>

/** What a step may be told beside its name. */
const detailsOf: Partial<Record<NonNullable<Visit['step']>, keyof Visit>> = {
  'capture-document': 'document',
  refuse: 'reason',
}

/** @throws YotiError PAYLOAD_VALIDATION for what would be passed over: half an order is no order */
const mustBelong = (step: Visit['step'], told: Omit<Visit, 'step'>) =>
  mustBeRight(
    Object.keys(told)
      .filter((name) => step === undefined || detailsOf[step] !== name)
      .map((name) => {
        const [owner] = Object.entries(detailsOf).find(([, detail]) => detail === name) ?? []
        return {
          property: name,
          message: `belongs to {"step":"${owner}"}${step === undefined ? '' : `, not to '${step}'`}`,
        }
      }),
  )

export const visitSession: Operation<'visitSession', 'sessions' | 'catalogue'> = async ({ request }, deps) => {
  const { step, ...told } = request.body ?? {}
  mustBelong(step, told)
  return {
    status: 200,
    body: await changeSession(request.path.sessionId, deps, (session, scenario, now) =>
      step === undefined ? visit(session, scenario, now) : takeStep(session, scenario, { ...told, step }, now),
    ),
  }
}
